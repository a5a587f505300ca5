import { ClusterCheck } from '../check';
import { policyModelOf } from '../policy-model-of';
import { outcomesOf } from './expectation/outcomes-of';
import { changeText, flowText, walkText } from './expectation/tell-flow';

/** What an app expects of its policies is decided by those that are written, as for any flow: see `ExpectationJudge` for the cost. */
export const EXPECTATION_BROKEN: ClusterCheck = {
  id: 'policy/expectation-broken',
  severity: 'error',
  summary: 'The policies don\'t do what an expectation of the app says.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const { expectation: { path, name, allowed }, outcome } of outcomesOf(cluster)) {
      if (outcome.is === 'unaskable') {
        report({
          path,
          what: `"${name}" can't be held against the cluster: ${outcome.reason}`,
          why: 'an expectation of something that isn\'t there would never fail, whatever the policies do',
          fix: 'name ends that the manifests declare, or add them to the app',
        });
      } else if (outcome.is === 'broken') {
        const model = policyModelOf(cluster);
        const { witness, others, isDeclared } = outcome;
        const more = others > 0 ? `; ${others} more such ${others === 1 ? 'pair' : 'pairs'} of ends` : '';
        report({
          path,
          what: `"${name}" doesn't hold: ${flowText(witness, allowed ? 'doesn\'t reach' : 'reaches')}${more}`,
          why: walkText(model, witness),
          fix: `${changeText(model, witness, allowed)}; or ${isDeclared
            ? 'correct the expectation'
            : 'correct the expectation: name such pods in it with `FlowEnd.pods`, or give `declaredOnly` if nobody else creates pods'}`,
        });
      }
    }
  },
};
