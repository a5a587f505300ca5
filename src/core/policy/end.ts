import { Endpoint, EndpointClass, NamedPort } from './endpoint';
import { CompiledSelector, matchLabels } from './label-view';
import { ASSUMED_NO, either, Match, NO, YES } from './match';
import { Station } from './station';
import { Family, Prefix } from '../cidr';

/** One end of a flow. */
export interface End {
  /** What policies apply to here; undefined outside. */
  readonly endpoint: Endpoint | undefined;
  /** The address, or the block that it is known to lie in: all addresses of the family where nothing is known. */
  readonly block: Prefix;
  /** Everything that has the address: a selector of a rule matches the end if it matches one of these, as it does in an IP set. */
  readonly classes: readonly EndpointClass[];
  /** What may have the address, as it isn't known. */
  readonly possible: readonly EndpointClass[];
  /** Where a pod or workload has its say; undefined where the end is something else. */
  readonly egress: Station | undefined;
  readonly ingress: Station | undefined;
}

const EVERYWHERE: Readonly<Record<Family, Prefix>> = { 4: Prefix.of(4, 0, 0, 0, 0, 0), 6: Prefix.of(6, 0, 0, 0, 0, 0) };

/** All addresses of a family. */
export function everywhere(family: Family): Prefix {
  return EVERYWHERE[family];
}

/** Whether a selector matches an end. */
export function matchEnd(selector: CompiledSelector, { classes, possible }: End): Match {
  let match: Match = NO;
  for (const { view } of classes) {
    const one = matchLabels(selector, view);
    if (one === YES) {
      return YES;
    }
    match = either(match, one);
  }
  for (const { view } of possible) {
    if (matchLabels(selector, view) !== NO) {
      match = either(match, ASSUMED_NO);
    }
  }
  return match;
}

/**
 * Whether something at the end has a port of one of the names, with this protocol and number, and matches the selector: the IP sets of
 * named ports (`namedPortsToIPSets` in felix/calc/rule_scanner.go). `protocol` is that of the packet.
 */
export function matchNamedPort(
  names: readonly string[], selector: CompiledSelector | undefined, end: End, protocol: number, port: number | undefined,
): Match {
  let match: Match = NO;
  for (const { ports, view } of end.classes) {
    const isNamed = (one: NamedPort): boolean => one.protocol === protocol && (port === undefined || one.port === port) && names.includes(one.name);
    if (ports.some(isNamed)) {
      const selected = selector ? matchLabels(selector, view) : YES;
      if (selected === YES && port !== undefined) {
        return YES;
      }
      match = either(match, port === undefined && selected !== NO ? ASSUMED_NO : selected);
    }
  }
  return match;
}
