import { familiesOf } from '../connectivity';
import { PolicyModel } from '../policy-model';
import { DEFAULT_BUDGET, prove } from './prove';
import { FlowQuestion, Proof } from './question';
import { inheritedOf } from './scope';

/**
 * Whether there is a flow from one end to another that is allowed (or denied), for all labels, protocols, ports and addresses at once. The budget
 * counts steps of the search for each pair of ends and each family. Growth: the rules of the policies that may select an end, and the search,
 * which is quick where policies are as people write them.
 *
 * @throws ProofFault where a selector of the question is invalid, or an endpoint is no pod or workload or has no address of a family
 */
export function findFlow(model: PolicyModel, question: FlowQuestion, budget = DEFAULT_BUDGET): Proof {
  const inherited = inheritedOf([model]);
  const { from, to, traffic, wanted } = question;
  return answerTogether((question.families ?? familiesOf(model)).flatMap((family) => from.flatMap((source) => to.map((destination) =>
    () => prove({ models: [model], inherited, family, from: source, to: destination, traffic, wanted: [wanted] }, budget)))));
}

/** The first `yes`; `no` where all are. */
export function answerTogether(attempts: readonly (() => Proof)[]): Proof {
  const unknown: Extract<Proof, { answer: 'unknown' }>[] = [];
  for (const attempt of attempts) {
    const proof = attempt();
    if (proof.answer === 'yes') {
      return proof;
    }
    if (proof.answer === 'unknown') {
      unknown.push(proof);
    }
  }
  return unknown.length === 0
    ? { answer: 'no' }
    : { answer: 'unknown', why: [...new Set(unknown.flatMap(({ why }) => why))], witness: unknown.find(({ witness }) => witness)?.witness };
}
