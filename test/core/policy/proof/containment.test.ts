import fc from 'fast-check';
import { endsOfAll, endsOutside, isAllowed, modelOf, podsOf, RANGES, trafficIn, withAllPods } from './brute-force';
import { JsonObject } from '../../../../src/core/manifests';
import { findExcess, FlowSpace, ProofEnd } from '../../../../src/core/policy/proof';
import { randomCluster } from '../arbitrary-cluster';

const isPolicy = ({ kind }: JsonObject): boolean => String(kind).endsWith('Policy');

test('what one cluster allows beyond another is found exactly where a pod of some labels has it, on random clusters', () => {
  const counts = { yes: 0, no: 0, unknown: 0 };
  fc.assert(fc.property(
    randomCluster, randomCluster, fc.boolean(), fc.constantFrom('a', 'b'), fc.boolean(), fc.boolean(), fc.constantFrom(...RANGES),
    ({ objects, pods: [pod] }, second, isSimilar, namespace, isSource, isOutside, range) => {
      const policies = objects.filter(isPolicy);
      const rest = objects.filter((object) => !isPolicy(object));
      const otherObjects = [...rest, ...(isSimilar ? policies.slice(1) : second.objects.filter(isPolicy))];
      const [model, other] = [modelOf(objects), modelOf(otherObjects)];
      const end: ProofEnd = isOutside ? { kind: 'outside' } : { kind: 'endpoint', endpoint: model.endpointsNamed(pod.namespace, pod.name)[0] };
      const space: FlowSpace = { pairs: [isSource ? [podsOf(namespace), end] : [end, podsOf(namespace)]], traffic: [range], families: [4] };
      const { answer } = findExcess(model, other, space);
      counts[answer]++;

      const all = [withAllPods(objects, namespace, range), withAllPods(otherObjects, namespace, range)];
      const own = all.map(endsOfAll);
      const others = all.map((one) => (isOutside ? endsOutside(one) : [one.endOf(one.endpointsNamed(pod.namespace, pod.name)[0], 4)!]));
      const found = own[0].some((_, index) => others[0].some((__, at) => trafficIn(range).some((traffic) => {
        const [before, after] = all.map((one, side) => isSource
          ? isAllowed(one, own[side][index], others[side][at], traffic)
          : isAllowed(one, others[side][at], own[side][index], traffic));
        return before && !after;
      })));
      expect(answer).toBe(found ? 'yes' : 'no');
    },
  ), { numRuns: 100, seed: 60 });
  expect(counts).toEqual({ yes: expect.any(Number), no: expect.any(Number), unknown: 0 });
  expect(counts.yes).toBeGreaterThan(10);
});

test('containment is reflexive and transitive, over all pods and addresses', () => {
  let transitive = 0;
  fc.assert(fc.property(randomCluster, fc.nat(5), fc.nat(5), ({ objects }, first, second) => {
    const policies = objects.filter(isPolicy);
    const rest = objects.filter((object) => !isPolicy(object));
    const models = [policies, policies.filter((_, index) => index !== first), policies.filter((_, index) => index !== first && index !== second)]
      .map((kept) => modelOf([...rest, ...kept]));
    const isContained = (a: number, b: number): boolean => findExcess(models[a], models[b], { families: [4] }).answer === 'no';
    expect(isContained(0, 0)).toBe(true);
    for (const [a, b, c] of [[0, 1, 2], [2, 1, 0], [1, 0, 2]]) {
      if (isContained(a, b) && isContained(b, c)) {
        transitive++;
        expect(isContained(a, c)).toBe(true);
      }
    }
  }), { numRuns: 30, seed: 61 });
  expect(transitive).toBeGreaterThan(10);
});
