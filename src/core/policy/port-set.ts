import { PortRange, RulePorts } from './rule';

/** Port numbers as ranges that are sorted and don't touch. */
export type PortSet = readonly PortRange[];

const ALL_PORTS: PortSet = [{ first: 0, last: 65535 }];

const NO_PORTS: PortSet = [];

/** The same ports, sorted and joined. n log n. */
export function portSet(ranges: readonly PortRange[]): PortSet {
  if (ranges.length < 2) {
    return ranges;
  }
  const joined: PortRange[] = [];
  for (const { first, last } of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = joined.at(-1);
    if (before && first <= before.last + 1) {
      joined[joined.length - 1] = { first: before.first, last: Math.max(before.last, last) };
    } else {
      joined.push({ first, last });
    }
  }
  return joined;
}

/** The ports of the first that aren't in the second. One walk along both. */
export function withoutPorts(from: PortSet, taken: PortSet): PortSet {
  if (taken.length === 0) {
    return from;
  }
  const left: PortRange[] = [];
  let at = 0;
  for (const { first, last } of from) {
    let open = first;
    while (at < taken.length && taken[at].last < open) {
      at++;
    }
    for (let next = at; open <= last && next < taken.length && taken[next].first <= last; next++) {
      if (taken[next].first > open) {
        left.push({ first: open, last: taken[next].first - 1 });
      }
      open = taken[next].last + 1;
    }
    if (open <= last) {
      left.push({ first: open, last });
    }
  }
  return left;
}

/** The ports that are in both. */
export function sharedPorts(a: PortSet, b: PortSet): PortSet {
  return withoutPorts(a, withoutPorts(ALL_PORTS, b));
}

/** Every number that may match `ports` and not `notPorts`. A name may stand for any number. */
export function possiblePorts(ports: RulePorts | undefined, notPorts: RulePorts | undefined): PortSet {
  return withoutPorts(ports === undefined || ports.names.length > 0 ? ALL_PORTS : portSet(ports.ranges), portSet(notPorts?.ranges ?? []));
}

/** The numbers that match `ports` and not `notPorts` whatever has a name. */
export function surePorts(ports: RulePorts | undefined, notPorts: RulePorts | undefined): PortSet {
  if (notPorts && notPorts.names.length > 0) {
    return NO_PORTS;
  }
  return withoutPorts(ports === undefined ? ALL_PORTS : portSet(ports.ranges), portSet(notPorts?.ranges ?? []));
}
