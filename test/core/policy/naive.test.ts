import fc from 'fast-check';
import { PodParts, randomCluster, RandomFlow } from './arbitrary-cluster';
import { naiveVerdict } from './naive';
import { Manifest } from '../../../src/core/manifests';
import { buildModel, Decider, decide, EndQuery, FlowQuery, resolveFlow } from '../../../src/core/policy';

const end = (pods: readonly PodParts[], given: number | string): EndQuery =>
  typeof given === 'string' ? { by: 'address', address: given } : { by: 'pod', namespace: pods[given].namespace, name: pods[given].name };

function query(pods: readonly PodParts[], { source, destination, ...rest }: RandomFlow): FlowQuery {
  return { source: end(pods, source), destination: end(pods, destination), ipVersion: 4, ...rest };
}

/** What decided, in the words of the naive evaluator. */
function deciderWords(direction: string, decider: Decider): string {
  switch (decider.by) {
    case 'rule': return `${direction} policy ${decider.policy.manifest.kind} ${decider.policy.name}`;
    case 'tier-end': return `${direction} end of tier ${decider.tier.name}`;
    case 'profile': return `${direction} profile of ${decider.profile.name.slice('kns.'.length)}`;
    default: return decider.by;
  }
}

test('verdicts agree with a naive evaluator on random clusters, in any order of the objects', () => {
  fc.assert(fc.property(randomCluster, fc.infiniteStream(fc.nat()), (cluster, shuffle) => {
    const numbers = cluster.objects.map((object) => ({ object, at: shuffle.next().value }));
    const models = [cluster.objects, numbers.sort((a, b) => a.at - b.at).map(({ object }) => object)]
      .map((objects) => buildModel(objects.map((object) => new Manifest(object))));
    for (const flow of cluster.flows) {
      const naive = naiveVerdict(cluster, flow);
      for (const model of models) {
        const { allowed, certain, met } = decide(model, resolveFlow(model, query(cluster.pods, flow)));
        const last = met.at(-1);
        const by = last ? deciderWords(last.station.direction, last.passage.decider) : 'nobody';
        expect({ allowed, certain, by }).toEqual({ ...naive, certain: true });
      }
    }
  }), { numRuns: 800, seed: 20260 });
});
