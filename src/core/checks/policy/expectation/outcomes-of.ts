import { ExpectationJudge } from './hold-expectation';
import { Outcome } from './outcome';
import { Cluster, Expectation } from '../../../manifests';
import { poolsOf } from '../../cidr/pools-of';
import { policyModelOf } from '../../policy-model-of';

/** What became of one expectation of a cluster. */
export interface JudgedExpectation {
  readonly expectation: Expectation;
  readonly outcome: Outcome;
}

const OUTCOMES = new WeakMap<Cluster, readonly JudgedExpectation[]>();

/** What becomes of the expectations of a cluster, found once for all checks that ask. A cluster without any costs nothing. */
export function outcomesOf(cluster: Cluster): readonly JudgedExpectation[] {
  const { expectations = [] } = cluster;
  if (expectations.length === 0) {
    return [];
  }
  let outcomes = OUTCOMES.get(cluster);
  if (!outcomes) {
    const judge = new ExpectationJudge(policyModelOf(cluster), poolsOf(cluster).map(({ block }) => block));
    outcomes = expectations.map((expectation) => ({ expectation, outcome: judge.hold(expectation) }));
    OUTCOMES.set(cluster, outcomes);
  }
  return outcomes;
}
