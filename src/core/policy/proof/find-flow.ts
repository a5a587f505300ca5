import { Family } from '../../cidr';
import { familiesOf } from '../connectivity';
import { PolicyModel } from '../policy-model';
import { ProofFault } from './placed-end';
import { DEFAULT_BUDGET, prove } from './prove';
import { FlowQuestion, Proof, ProofEnd } from './question';
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
  return answerTogether(from.flatMap((source) => to.flatMap((destination) => {
    const families = question.families ?? familiesBetween([model], source, destination);
    const task = { models: [model], inherited, from: source, to: destination, traffic, wanted: [wanted] };
    return families.map((family) => () => prove({ ...task, family }, budget));
  })));
}

/**
 * The versions in which there may be flows between two ends: those of the models' endpoints, and of blocks that the ends name, as far as an endpoint
 * has an address of it.
 *
 * @throws ProofFault where there is none
 */
export function familiesBetween(models: readonly PolicyModel[], ...ends: readonly [ProofEnd, ProofEnd]): Family[] {
  const named = ends.flatMap((end) => (end.kind === 'endpoint' ? [] : end.blocks ?? [])).map(({ family }) => family);
  const families = [...new Set([...models.flatMap(familiesOf), ...named])].sort();
  const common = families.filter((family) => ends.every((end) => end.kind === 'endpoint'
    ? end.endpoint.addresses.length === 0 || end.endpoint.addresses.some((address) => address.family === family)
    : end.blocks === undefined || end.blocks.some((block) => block.family === family)));
  if (common.length === 0) {
    throw new ProofFault('the two ends have no version of the Internet Protocol in common');
  }
  return common;
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
