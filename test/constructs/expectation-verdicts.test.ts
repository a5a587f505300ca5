import fc from 'fast-check';
import { ExpectationJudge } from '../../src/core/checks/policy/expectation/hold-expectation';
import { Outcome } from '../../src/core/checks/policy/expectation/outcome';
import { parseAddress, Prefix } from '../../src/core/cidr';
import { ExpectedEnd, ExpectedSide, Expectation, JsonObject, Manifest } from '../../src/core/manifests';
import { buildModel, decide, End, Endpoint, PolicyModel } from '../../src/core/policy';
import { familiesOf } from '../../src/core/policy/connectivity';
import { Selector } from '../../src/values/selector';
import { randomCluster } from '../core/policy/arbitrary-cluster';

/*
 * An expectation says what verdicts say. The other way to it: every two ends that the expectation means, one after the other, each port by
 * itself.
 */

const SELECTORS = ["app == 'x'", "app != 'x'", "has(role) && app in {'y', 'z'}", 'all()'];
const SAMPLES = ['203.0.113.10', '203.0.113.200', '198.51.100.1', '10.0.9.9', '10.0.1.77'];

const end: fc.Arbitrary<ExpectedEnd> = fc.oneof(
  fc.nat(1).map((index): ExpectedEnd => ({ by: 'pod', namespace: '', name: `pod-${index}` })),
  fc.constantFrom('a', 'b').map((namespace): ExpectedEnd => ({ by: 'pods', namespace })),
  fc.constantFrom(...SELECTORS).map((selector): ExpectedEnd => ({ by: 'pods', selector })),
  fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom(...SELECTORS)).map(([namespace, selector]): ExpectedEnd => ({ by: 'pods', namespace, selector })),
);
const outsideEnd = fc.constantFrom<ExpectedEnd>(
  { by: 'outside' }, { by: 'outside', cidr: '203.0.113.0/24' }, { by: 'outside', cidr: '10.0.0.0/8' }, { by: 'address', address: '198.51.100.1' },
);
const side = (ends: fc.Arbitrary<ExpectedEnd>): fc.Arbitrary<ExpectedSide> => fc.record({
  ends: fc.option(fc.array(ends, { minLength: 1, maxLength: 2 }), { nil: undefined }), except: fc.array(ends, { maxLength: 1 }),
});
const traffic = fc.constantFrom<Pick<Expectation, 'protocol' | 'ports'>>(
  { protocol: undefined, ports: [80] }, { protocol: undefined, ports: [443, 8080] }, { protocol: 'UDP', ports: [53] }, { protocol: 'ICMP', ports: [] },
  { protocol: '47', ports: [] }, { protocol: undefined, ports: ['http'] }, { protocol: undefined, ports: ['http', 443] },
);
const expectation = (ends: fc.Arbitrary<ExpectedEnd>): fc.Arbitrary<Expectation> => fc.tuple(side(ends), side(ends), traffic, fc.boolean())
  .map(([from, to, asked, allowed]) => ({ path: 'chart/one', name: 'one', from, to, ...asked, allowed, declaredOnly: true }));

/** Pods have their names in one namespace only; which one, the cluster says. */
function inNamespace(model: PolicyModel, { ends, except }: ExpectedSide): ExpectedSide {
  const place = (one: ExpectedEnd): ExpectedEnd => one.by === 'pod'
    ? { ...one, namespace: model.endpoints.find(({ name }) => name === one.name)!.namespace! }
    : one;
  return { ends: ends?.map(place), except: except.map(place) };
}

function isMeant(endpoint: Endpoint, one: ExpectedEnd): boolean {
  return one.by === 'pod'
    ? endpoint.name === one.name
    : one.by === 'pods' && (one.namespace ?? endpoint.namespace) === endpoint.namespace
      && (one.selector === undefined || Selector.parse(one.selector).matches({ ...endpoint.class.view.labels }));
}

function endsOf(model: PolicyModel, { ends, except }: ExpectedSide, family: 4 | 6): End[] {
  const isIn = (is: (one: ExpectedEnd) => boolean): boolean => (ends === undefined || ends.some(is)) && !except.some(is);
  const declared = model.endpoints.filter((endpoint) => isIn((one) => isMeant(endpoint, one)));
  const outside = SAMPLES.map((text) => parseAddress(text) as Prefix)
    .filter((address) => address.family === family && model.endpointsAt(address).length === 0 && isIn((one) => covers(one, address)));
  return [...declared.flatMap((endpoint) => model.endOf(endpoint, family) ?? []), ...outside.map((address) => model.endAt(address))];
}

function covers(one: ExpectedEnd, address: Prefix): boolean {
  return (one.by === 'address' && one.address === address.toAddress())
    || (one.by === 'outside' && (one.cidr === undefined || (one.cidr.startsWith('10.') ? /^10\./ : /^203\.0\.113\./).test(address.toAddress())));
}

/** Whether verdicts break the expectation for certain, or may. */
function verdictsOn(model: PolicyModel, { from, to, protocol, ports, allowed }: Expectation): { broken: boolean; unproved: boolean } {
  const found = { broken: false, unproved: false };
  const numbers: Readonly<Record<string, number>> = { UDP: 17, ICMP: 1, 47: 47 };
  for (const family of familiesOf(model)) {
    for (const destination of endsOf(model, to, family)) {
      const asked = ports.flatMap((port) => typeof port === 'number'
        ? [port]
        : destination.classes.flatMap((one) => one.ports).filter((one) => one.name === port && one.protocol === 6).map((one) => one.port));
      const packets = ports.length > 0
        ? asked.map((destinationPort) => ({ destinationPort, icmpType: undefined, icmpCode: undefined }))
        : protocol === 'ICMP'
          ? [3, 8, 200].flatMap((icmpType) => [0, 1, 7].map((icmpCode) => ({ destinationPort: undefined, icmpType, icmpCode })))
          : [{ destinationPort: undefined, icmpType: undefined, icmpCode: undefined }];
      for (const source of endsOf(model, from, family).filter((one) => one.endpoint === undefined || one.endpoint !== destination.endpoint)) {
        for (const packet of packets) {
          const verdict = decide(model, { ...packet, isV6: family === 6, protocol: numbers[protocol ?? ''] ?? 6, source, destination, sourcePort: undefined, http: undefined });
          found.broken ||= verdict.certain && verdict.allowed !== allowed;
          found.unproved ||= !verdict.certain;
        }
      }
    }
  }
  return found;
}

function confirm(model: PolicyModel, outcome: Outcome, allowed: boolean): void {
  if (outcome.is === 'broken') {
    expect(decide(model, outcome.witness.packet)).toMatchObject({ allowed: !allowed, certain: true });
  } else if (outcome.is === 'unproved') {
    expect(decide(model, outcome.witness!.packet).certain).toBe(false);
  }
}

/** What an expectation becomes, and what verdicts make of it. */
function both(objects: readonly JsonObject[], given: Expectation, mostPairs: number): [Outcome, { broken: boolean; unproved: boolean }] {
  const model = buildModel(objects.map((object) => new Manifest(object)));
  const placed = { ...given, from: inNamespace(model, given.from), to: inNamespace(model, given.to) };
  const outcome = new ExpectationJudge(model, [], mostPairs).hold(placed);
  confirm(model, outcome, given.allowed);
  return [outcome, verdictsOn(model, placed)];
}

test.each([['pair by pair', 16], ['by classes', 0]])('an expectation of declared ends is broken exactly where a verdict breaks it, asked %s', (_, mostPairs) => {
  const counts: Record<string, number> = { met: 0, broken: 0, unproved: 0, unaskable: 0 };
  fc.assert(fc.property(randomCluster, fc.array(expectation(end), { minLength: 3, maxLength: 3 }), (cluster, all) => {
    for (const given of all.map((one): Expectation => ({ ...one, from: { ...one.from, ends: one.from.ends ?? [{ by: 'pods' }] }, to: { ...one.to, ends: one.to.ends ?? [{ by: 'pods' }] } }))) {
      const [outcome, { broken, unproved }] = both(cluster.objects, given, mostPairs);
      counts[outcome.is]++;
      expect(outcome.is === 'unaskable' ? 'met' : outcome.is).toBe(broken ? 'broken' : unproved ? 'unproved' : 'met');
    }
  }), { numRuns: 300, seed: 20265 });
  expect(Object.entries(counts).filter(([is, count]) => is !== 'unproved' && count < 40)).toEqual([]);
});

test('where the outside is meant, what verdicts break for some addresses is broken, and the witness is confirmed', () => {
  const counts: Record<string, number> = { met: 0, broken: 0, unproved: 0, unaskable: 0 };
  fc.assert(fc.property(randomCluster, fc.array(expectation(fc.oneof(end, outsideEnd)), { minLength: 2, maxLength: 2 }), (cluster, all) => {
    for (const given of all) {
      const [outcome, { broken }] = both(cluster.objects, given, 16);
      counts[outcome.is]++;
      expect(broken && outcome.is !== 'broken').toBe(false);
    }
  }), { numRuns: 250, seed: 20266 });
  expect(Object.entries(counts).filter(([is, count]) => is !== 'unproved' && count < 5)).toEqual([]);
});

/** Pods of all labels that the random policies know, in both namespaces. */
const FURTHER_PODS: readonly JsonObject[] = ['a', 'b'].flatMap((namespace) => [undefined, 'x', 'y', 'z'].flatMap((label) => [undefined, 'f', 'g'].flatMap((role) =>
  ['one', 'two'].map((serviceAccountName) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace, name: `further-${label}-${role}-${serviceAccountName}`, labels: JSON.parse(JSON.stringify({ app: label, role })) as JsonObject },
    spec: { serviceAccountName },
  })))));

test('what is denied to all pods stays denied when pods are added', () => {
  const counts: Record<string, number> = { met: 0, broken: 0, unproved: 0, unaskable: 0 };
  const groups = end.filter(({ by }) => by === 'pods');
  fc.assert(fc.property(randomCluster, fc.array(expectation(groups), { minLength: 2, maxLength: 2 }), (cluster, all) => {
    for (const given of all) {
      const asked: Expectation = { ...given, allowed: false, declaredOnly: false };
      const outcome = new ExpectationJudge(buildModel(cluster.objects.map((object) => new Manifest(object)))).hold(asked);
      counts[outcome.is]++;
      if (outcome.is === 'broken') {
        expect(outcome.witness.source.title).not.toBe('');
      } else {
        const more = buildModel([...cluster.objects, ...FURTHER_PODS].map((object) => new Manifest(object)));
        const later = new ExpectationJudge(more).hold({ ...asked, declaredOnly: true }).is;
        expect(outcome.is === 'unproved' ? ['met', 'unproved', 'broken', 'unaskable'] : ['met', 'unaskable']).toContain(later);
      }
    }
  }), { numRuns: 150, seed: 20267 });
  expect(Object.entries(counts).filter(([is, count]) => is !== 'unaskable' && count < 5)).toEqual([]);
});

test('rejects a protocol that isn\'t there, and ports where a protocol has none', () => {
  const judge = new ExpectationJudge(buildModel([]));
  const everything: ExpectedSide = { ends: undefined, except: [] };
  const asked = (protocol: string, ports: number[]): Outcome => judge.hold({ path: 'p', name: 'n', from: everything, to: everything, protocol, ports, allowed: true, declaredOnly: true });
  expect(asked('GRE', [])).toEqual({ is: 'unaskable', reason: 'there is no protocol "GRE"' });
  expect(asked('ICMP', [80])).toEqual({ is: 'unaskable', reason: 'ICMP has no ports in Calico' });
});
