import fc from 'fast-check';
import { parseAddress, Prefix } from '../../../../src/core/cidr';
import { JsonObject, Manifest } from '../../../../src/core/manifests';
import { buildModel, decide, End, Endpoint, endpointTitle, endTitle, Packet, PolicyModel } from '../../../../src/core/policy';

import { DifferenceRow, findDifference, ListedChange, listDifference } from '../../../../src/core/policy/difference';
import { ASSUMED_NO, ASSUMED_YES, Match, NO, YES } from '../../../../src/core/policy/match';
import { randomCluster, RandomCluster } from '../arbitrary-cluster';

const OUTSIDE = ['203.0.113.10', '203.0.113.200', '198.51.100.1', '10.0.9.9', '10.0.1.77', '10.200.0.1'];
const PORTS = [1, 49, 50, 53, 80, 100, 101, 443, 8080, 9000, 65535];
const OPENNESS = { [NO]: 0, [ASSUMED_NO]: 1, [ASSUMED_YES]: 2, [YES]: 3 };

const modelOf = (objects: readonly JsonObject[]): PolicyModel => buildModel(objects.map((object) => new Manifest(object)));

interface Probe {
  readonly protocol: number;
  readonly place: number;
  readonly packet: Partial<Packet>;
}

const PROBES: readonly Probe[] = [
  ...[6, 17, 132].flatMap((protocol) => PORTS.map((port) => ({ protocol, place: port, packet: { destinationPort: port } }))),
  ...[1, 58].flatMap((protocol) => [3, 8].flatMap((icmpType) => [0, 1].map((icmpCode) =>
    ({ protocol, place: icmpType * 256 + icmpCode, packet: { icmpType, icmpCode } })))),
  ...[47, 255].map((protocol) => ({ protocol, place: 0, packet: {} })),
];

const UNKNOWN = { sourcePort: undefined, destinationPort: undefined, icmpType: undefined, icmpCode: undefined, http: undefined };

function verdictOf(model: PolicyModel, source: End, destination: End, { protocol, packet }: Probe): Match {
  const { allowed, certain } = decide(model, { ...UNKNOWN, isV6: false, source, destination, protocol, ...packet });
  return allowed ? (certain ? YES : ASSUMED_YES) : (certain ? NO : ASSUMED_NO);
}

/** The ends that two models share, by what they are called. */
function ends(model: PolicyModel): Map<string, End> {
  const found = new Map<string, End>();
  model.endpoints.forEach((endpoint) => {
    const end = model.endOf(endpoint, 4);
    if (end) {
      found.set(endpointTitle(endpoint), end);
    }
  });
  OUTSIDE.forEach((text) => found.set(text, model.endAt(parseAddress(text) as Prefix)));
  return found;
}

/** What the rows say of a flow: how the change is called, or nothing. */
function said(rows: readonly DifferenceRow[], source: string, destination: string, { protocol, place }: Probe): string[] {
  const holds = (classes: DifferenceRow['sources'], name: string): boolean => classes.some(({ endpoints, regions }) =>
    endpoints.some((endpoint: Endpoint) => endpointTitle(endpoint) === name)
    || (!name.includes(' ') && regions.some(({ blocks }) => blocks.some((block) => block.contains(parseAddress(name) as Prefix)))));
  return rows.filter(({ sources, destinations, piece }) => holds(sources, source) && holds(destinations, destination)
    && piece.ranges.some((range) => range.protocol === protocol && range.first <= place && place <= range.last))
    .map(({ piece }) => `${piece.isCertain ? '' : 'may be '}${piece.change}`);
}

/** What the verdicts of both say of it. */
function verdictChange(was: Match, is: Match): string[] {
  if (was === is) {
    return [];
  }
  return [`${was <= YES && is <= YES ? '' : 'may be '}${OPENNESS[is] > OPENNESS[was] ? 'allowed' : 'denied'}`];
}

/** Every flow between shared ends of which the rows and the verdicts don't say the same. */
function faults(before: PolicyModel, after: PolicyModel, counts: Map<string, number>): string[] {
  const { rows } = findDifference(before, after, 4);
  const [first, second] = [ends(before), ends(after)];
  // An address of an endpoint that is only in one of them is no end that both have.
  const isShared = (name: string): boolean => name.includes(' ') || [first, second].every((side) => side.get(name)!.endpoint === undefined);
  const shared = [...first.keys()].filter((name) => second.has(name) && isShared(name));
  return shared.flatMap((source) => shared.flatMap((destination) => {
    if ((source === destination && source.startsWith('Pod ')) || (!source.includes(' ') && !destination.includes(' '))) {
      return [];
    }
    return PROBES.flatMap((probe) => {
      const expected = verdictChange(
        verdictOf(before, first.get(source)!, first.get(destination)!, probe),
        verdictOf(after, second.get(source)!, second.get(destination)!, probe),
      ).join();
      const found = said(rows, source, destination, probe).join();
      counts.set(expected, (counts.get(expected) ?? 0) + 1);
      return found === expected ? [] : [`${source} -> ${destination} ${JSON.stringify(probe)}: ${found}, not ${expected}`];
    });
  }));
}

/** Two clusters of the same pods, or almost: each keeps some of the policies, network sets and labels. */
const randomPair = fc.tuple(randomCluster, fc.array(fc.nat(11), { minLength: 7, maxLength: 13 })).map(([{ objects }, picks]) => {
  const isKept = (object: JsonObject, index: number, side: number): boolean => {
    const pick = picks[index % picks.length];
    const isKeptPolicy = !/Policy$|Set$/.test(String(object.kind)) || pick < 4 || pick % 2 === side;
    return object.kind === 'Pod' ? pick < 10 || pick - 10 === side : isKeptPolicy;
  };
  const sides = [0, 1].map((side) => objects.filter((object, index) => isKept(object, index, side)));
  return sides as [JsonObject[], JsonObject[]];
});

/** Takes addresses and namespaces away, so that questions stay open. */
function forgetful(objects: readonly JsonObject[], picks: readonly number[]): JsonObject[] {
  return objects.flatMap((object) => {
    const pick = picks[String((object.metadata as JsonObject).name).length % picks.length];
    if (object.kind === 'Pod' && pick < 5) {
      const { status: _, ...rest } = object;
      return [rest];
    }
    return ['Namespace', 'ServiceAccount'].includes(String(object.kind)) && pick < 3 ? [] : [object];
  });
}

test('every flow whose verdict differs is listed once and as what it is, and no other', () => {
  const counts = new Map<string, number>();
  fc.assert(fc.property(randomPair, ([before, after]) => {
    expect(faults(modelOf(before), modelOf(after), counts)).toEqual([]);
  }), { numRuns: 80, seed: 20271 });
  expect([...counts.keys()].sort()).toEqual(['', 'allowed', 'denied']);
});

test('what isn\'t certain in one of the clusters is never listed as sure', () => {
  const counts = new Map<string, number>();
  fc.assert(fc.property(randomPair, fc.array(fc.nat(9), { minLength: 5, maxLength: 9 }), ([before, after], picks) => {
    expect(faults(modelOf(forgetful(before, picks)), modelOf(forgetful(after, picks)), counts)).toEqual([]);
  }), { numRuns: 80, seed: 20272 });
  expect([...counts.keys()].sort()).toEqual(['', 'allowed', 'denied', 'may be allowed', 'may be denied']);
});

test('agrees with verdicts where there are host endpoints', () => {
  const host = {
    apiVersion: 'projectcalico.org/v3',
    kind: 'HostEndpoint',
    metadata: { name: 'host', labels: { app: 'x' } },
    spec: { node: 'one', interfaceName: '*', expectedIPs: ['10.200.0.1'] },
  };
  const counts = new Map<string, number>();
  fc.assert(fc.property(randomPair, fc.boolean(), ([before, after], inBoth) => {
    const placed = (objects: JsonObject[]): JsonObject[] => objects.map((object, index) => object.kind === 'Pod'
      ? { ...object, spec: { ...(object.spec as JsonObject), nodeName: index % 2 === 0 ? 'one' : 'two' } } : object);
    expect(faults(modelOf([...placed(before), ...(inBoth ? [host] : [])]), modelOf([...placed(after), host]), counts)).toEqual([]);
  }), { numRuns: 40, seed: 20273 });
  expect(counts.size).toBeGreaterThan(2);
});

test('a cluster doesn\'t differ from itself, however its objects are ordered', () => {
  fc.assert(fc.property(randomCluster, (cluster: RandomCluster) => {
    expect(listDifference(modelOf(cluster.objects), modelOf([...cluster.objects].reverse()))).toMatchObject({ changes: [], added: [], removed: [] });
  }), { numRuns: 60, seed: 20274 });
});

test('the difference the other way round is its mirror', () => {
  const mirror = { allowed: 'denied', denied: 'allowed', added: 'removed', removed: 'added' } as const;
  const flows = (changes: readonly ListedChange[]): string[] => changes
    // Of the kinds of pods that nobody declares each order picks its own to name.
    .filter(({ sources, destinations }) => ![...sources.workloads, ...destinations.workloads].some((name) => name.startsWith('any other pod')))
    .map(({ causes: _, ...rest }) => JSON.stringify(rest)).sort();
  fc.assert(fc.property(randomPair, ([before, after]) => {
    const there = listDifference(modelOf(before), modelOf(after));
    const back = listDifference(modelOf(after), modelOf(before));
    expect([back.added, back.removed]).toEqual([there.removed, there.added]);
    expect(flows(back.changes)).toEqual(flows(there.changes.map((change) => ({ ...change, change: mirror[change.change] }))));
  }), { numRuns: 60, seed: 20275 });
});

test('ends that only one cluster has are listed with what it lets pass there', () => {
  fc.assert(fc.property(randomPair, ([before, after]) => {
    const [first, second] = [modelOf(before), modelOf(after)];
    const { rows } = findDifference(first, second, 4);
    const [there, here] = [ends(first), ends(second)];
    for (const [source, from] of here) {
      for (const [destination, to] of here) {
        if ((!there.has(source) || !there.has(destination)) && source !== destination) {
          const isListed = (probe: Probe): boolean => said(rows, source, destination, probe).join() === 'added';
          const wrong = PROBES.filter((probe) => isListed(probe) !== (verdictOf(second, from, to, probe) === YES));
          expect([endTitle(from), endTitle(to), wrong]).toEqual([endTitle(from), endTitle(to), []]);
        }
      }
    }
  }), { numRuns: 60, seed: 20276 });
});
