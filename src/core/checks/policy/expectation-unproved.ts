import { Witness } from './expectation/outcome';
import { outcomesOf } from './expectation/outcomes-of';
import { flowText } from './expectation/tell-flow';
import { explain, PolicyModel } from '../../policy';
import { ClusterCheck } from '../check';
import { policyModelOf } from '../policy-model-of';

/** An expectation that isn't known to hold proves nothing; that it is broken isn't proved either. */
export const EXPECTATION_UNPROVED: ClusterCheck = {
  id: 'policy/expectation-unproved',
  severity: 'warning',
  summary: 'Whether the policies do what an expectation of the app says hangs on something that the manifests don\'t say.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const { expectation: { path, name, allowed }, outcome } of outcomesOf(cluster)) {
      if (outcome.is === 'unproved') {
        const { witness, why } = outcome;
        report({
          path,
          what: `whether "${name}" holds isn't known${witness ? `: ${flowText(witness, allowed ? 'may not reach' : 'may reach')}` : ' of pods that aren\'t declared'}`,
          why: [...why, ...witness ? openIn(policyModelOf(cluster), witness) : []].join('; '),
          fix: 'select by labels rather than addresses, and declare the pools, namespaces, service accounts and EndpointSlices that policies ask for; '
            + 'or acknowledge this with the answer as reason',
        });
      }
    }
  },
};

function openIn(model: PolicyModel, { source, destination, packet }: Witness): string[] {
  const { open, decision } = explain(model, packet);
  const unsure = [source, destination].filter(({ isSure }) => !isSure).map(({ title }) => `whether ${title} is meant isn't known`);
  return [...unsure, ...open, `as far as is known it is ${decision.allowed ? 'allowed' : 'denied'}`];
}
