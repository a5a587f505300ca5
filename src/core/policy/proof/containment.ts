import { Family } from '../../cidr';
import { PolicyModel } from '../policy-model';
import { answerTogether, familiesBetween } from './find-flow';
import { prove } from './prove';
import { Proof, ProofEnd, TrafficRange } from './question';
import { inheritedOf } from './scope';

/** Which flows are compared. */
export interface FlowSpace {
  /** Pairs of ends. Undefined: any pod and any other, and any pod and any address outside, both ways. */
  readonly pairs?: readonly (readonly [from: ProofEnd, to: ProofEnd])[];
  /** Undefined: any traffic. */
  readonly traffic?: readonly TrafficRange[];
  /** Undefined: those that the endpoints of one of the models have. */
  readonly families?: readonly Family[];
}

/** Steps of the search for one pair of ends: proofs that there is nothing take more where much differs. Some ten seconds. */
const COMPARISON_BUDGET = 100_000_000;

const POD: ProofEnd = { kind: 'pod' };
const OUTSIDE: ProofEnd = { kind: 'outside' };
const EVERYTHING: NonNullable<FlowSpace['pairs']> = [[POD, POD], [POD, OUTSIDE], [OUTSIDE, POD]];

/**
 * Whether a model allows a flow that another doesn't: `no` proves that it is contained in the other. Both are asked of the same pods. A namespace or
 * service account that one of them leaves out has the labels that it has in the other. The packets of a witness are those of `model`, then of
 * `other`.
 *
 * @throws ProofFault as `findFlow`
 */
export function findExcess(model: PolicyModel, other: PolicyModel, space: FlowSpace = {}, budget = COMPARISON_BUDGET): Proof {
  const models = [model, other];
  const inherited = inheritedOf(models);
  return answerTogether((space.pairs ?? EVERYTHING).flatMap(([from, to]) => (space.families ?? familiesBetween(models, from, to)).map((family) =>
    () => prove({ models, inherited, family, from, to, traffic: space.traffic, wanted: ['allowed', 'denied'] }, budget))));
}
