import fc from 'fast-check';
import { endsOfAll, endsOutside, isAllowed, modelOf, podsOf, RANGES, trafficIn, withAllPods } from './brute-force';
import { End } from '../../../../src/core/policy';
import { findFlow, ProofEnd } from '../../../../src/core/policy/proof';
import { randomCluster } from '../arbitrary-cluster';

const wish = fc.constantFrom<'allowed' | 'denied'>('allowed', 'denied');

test('a flow is found exactly where a pod of some labels has one with a pod or an address outside, on random clusters', () => {
  const counts = { yes: 0, no: 0, unknown: 0 };
  fc.assert(fc.property(
    randomCluster, fc.constantFrom('a', 'b'), fc.boolean(), fc.boolean(), wish, fc.constantFrom(...RANGES),
    ({ objects, pods: [pod] }, namespace, isSource, isOutside, wanted, range) => {
      const model = modelOf(objects);
      const other: ProofEnd = isOutside ? { kind: 'outside' } : { kind: 'endpoint', endpoint: model.endpointsNamed(pod.namespace, pod.name)[0] };
      const [from, to] = isSource ? [podsOf(namespace), other] : [other, podsOf(namespace)];
      const { answer } = findFlow(model, { from: [from], to: [to], wanted, families: [4], traffic: [range] });
      counts[answer]++;

      const all = withAllPods(objects, namespace, range);
      const others: End[] = isOutside ? endsOutside(all) : [all.endOf(all.endpointsNamed(pod.namespace, pod.name)[0], 4)!];
      const found = endsOfAll(all).some((own) => others.some((one) => trafficIn(range).some((traffic) =>
        isAllowed(all, isSource ? own : one, isSource ? one : own, traffic) === (wanted === 'allowed'))));
      expect(answer).toBe(found ? 'yes' : 'no');
    },
  ), { numRuns: 120, seed: 6 });
  expect(counts).toEqual({ yes: expect.any(Number), no: expect.any(Number), unknown: 0 });
  expect(counts.no).toBeGreaterThan(25);
});
