import fc from 'fast-check';
import { allPods, BLOCK, isOneOfAll, modelWith, TRAFFIC } from './brute-force';
import { Prefix, readCidr } from '../../../../src/core/cidr';
import { decide, PolicyModel } from '../../../../src/core/policy';
import { findFlow, PodQuestion, ProofEnd } from '../../../../src/core/policy/proof';
import { randomCluster } from '../arbitrary-cluster';

const block = (text: string): Prefix => readCidr(text)!.network;
const podsOf = (namespace: string): PodQuestion => ({ kind: 'pod', namespace, blocks: [block(BLOCK)] });

/** Whether one of all pods of the model has a flow to or from another that is decided as wanted. */
function exists(
  model: PolicyModel, other: string, isSource: boolean, wanted: 'allowed' | 'denied', range: { protocol: number; port?: number },
): boolean {
  const end = model.endOf(model.endpointsNamed(other.split('/')[0], other.split('/')[1])[0], 4)!;
  return model.endpoints.filter(isOneOfAll).some((endpoint) => {
    const own = model.endOf(endpoint, 4)!;
    const [source, destination] = isSource ? [own, end] : [end, own];
    return TRAFFIC.filter(({ protocol, destinationPort }) => protocol === range.protocol && (range.port ?? destinationPort) === destinationPort)
      .some((traffic) => decide(model, { ...traffic, isV6: false, http: undefined, source, destination }).allowed === (wanted === 'allowed'));
  });
}

test('a flow is found exactly where a pod of some labels has one, on random clusters', () => {
  const counts = { yes: 0, no: 0, unknown: 0 };
  fc.assert(fc.property(
    randomCluster,
    fc.constantFrom('a', 'b'),
    fc.boolean(),
    fc.constantFrom<'allowed' | 'denied'>('allowed', 'denied'),
    fc.constantFrom({ protocol: 6, port: 80 }, { protocol: 17, port: 53 }, { protocol: 1 }, { protocol: 47 }, { protocol: 132, port: 443 }),
    ({ objects, pods: [pod] }, namespace, isSource, wanted, range) => {
      const model = modelWith(objects, []);
      const endpoint: ProofEnd = { kind: 'endpoint', endpoint: model.endpointsNamed(pod.namespace, pod.name)[0] };
      const [from, to] = isSource ? [podsOf(namespace), endpoint] : [endpoint, podsOf(namespace)];
      const { answer } = findFlow(model, { from: [from], to: [to], wanted, families: [4], traffic: [{ protocol: range.protocol, first: range.port }] });
      const all = allPods(namespace, range.port ?? 1, range.protocol === 17 ? 'UDP' : range.protocol === 132 ? 'SCTP' : 'TCP');
      counts[answer]++;
      expect(answer).toBe(exists(modelWith(objects, all), `${pod.namespace}/${pod.name}`, isSource, wanted, range) ? 'yes' : 'no');
    },
  ), { numRuns: 150, seed: 6 });
  console.log(counts);
});
