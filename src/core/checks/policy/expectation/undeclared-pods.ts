import { Outcome, Witness } from './outcome';
import { findNamed, isNamed, ResolvedSide } from './resolve-side';
import { ExpectedTraffic, findRun, packetAt, placeOf } from './traffic';
import { Family, Prefix } from '../../../cidr';
import { ExpectedEnd, ExpectedSide, isObject, JsonObject, Manifest } from '../../../manifests';
import { End, Endpoint, endTitle, PolicyModel } from '../../../policy';
import { ConnectionPool, pairConnections } from '../../../policy/connectivity';
import { objectAt } from '../../../policy/json-fields';
import { YES } from '../../../policy/match';
import { findFlow, FlowWitness, PodQuestion, ProofEnd, TrafficRange, WitnessEnd, witnessEndTitle } from '../../../policy/proof';
import { podOf } from '../../../policy/read-pods';
import { NAMESPACE_LABEL } from '../../../policy/reserved-labels';
import { ALL, fromLabelSelector, group, LabelSelector, parseStrictly, printSelector, SelectorNode, valueNode } from '../../../selectors';

/** A side as it is asked for, and what it stands for. */
interface AskedSide {
  readonly asked: ExpectedSide;
  readonly is: ResolvedSide;
}

/** One side of the question, as the proofs take it. */
interface Side {
  readonly undeclared: readonly PodQuestion[];
  readonly declared: (family: Family) => readonly ProofEnd[];
}

interface Question {
  readonly from: readonly ProofEnd[];
  readonly to: readonly ProofEnd[];
  readonly traffic: readonly TrafficRange[] | undefined;
  /** Given where a flow that is found doesn't prove that the expectation is broken. */
  readonly note?: readonly string[];
}

/**
 * Asks of pods that the manifests don't declare, and that somebody may create, whether one of them breaks an expectation that none does: as one
 * of a group of pods, whatever its labels. What is declared is asked for before, pair by pair; one of a group of pods is a pod of some labels, so
 * that here only ends with a name of their own stand for themselves.
 */
export class UndeclaredPods {
  /** @param blocks where addresses of pods lie. Empty: not known */
  constructor(private readonly model: PolicyModel, private readonly blocks: readonly Prefix[]) {}

  /** Undefined: none breaks it. Costs a search for each two ends with a name, each of which grows with the policies that may select a pod. */
  public search(from: AskedSide, to: AskedSide, traffic: ExpectedTraffic, families: readonly Family[]): Outcome | undefined {
    const [source, destination] = [this.sideOf(from), this.sideOf(to)];
    const why: string[] = [];
    for (const family of families) {
      for (const question of this.questions(source, destination, traffic, family)) {
        const proof = findFlow(this.model, { ...question, wanted: 'allowed', families: [family] });
        if (proof.answer === 'yes' && !question.note) {
          return { is: 'broken', witness: witnessOf(this.model, proof.witness, traffic), others: 0, isDeclared: false };
        }
        if (proof.answer !== 'no') {
          why.push(...proof.answer === 'unknown' ? proof.why : question.note!);
        }
      }
    }
    return why.length > 0 ? { is: 'unproved', witness: undefined, why: [...new Set(why)] } : undefined;
  }

  private questions(source: Side, destination: Side, traffic: ExpectedTraffic, family: Family): Question[] {
    const known = destination.declared(family);
    const outside = known.filter(({ kind }) => kind === 'outside');
    const note = traffic.dependsOnDestination ? { note: ['a pod that isn\'t declared may give the name of the port to any port'] } : {};
    const sources = [...source.undeclared, ...source.declared(family)];
    const questions: Question[] = [
      { from: sources, to: destination.undeclared, traffic: traffic.anyName, ...note },
      { from: source.undeclared, to: outside, traffic: traffic.numbered },
      ...known.flatMap((end): Question[] => end.kind === 'endpoint'
        ? [{ from: source.undeclared, to: [end], traffic: traffic.at(this.model.endOf(end.endpoint, family)!) }]
        : []),
    ];
    return questions.filter((question) => question.from.length > 0 && question.to.length > 0 && question.traffic?.length !== 0);
  }

  private sideOf({ asked: { ends = [{ by: 'pods' }, { by: 'outside' }], except }, is: { named, outside, addresses } }: AskedSide): Side {
    const { model } = this;
    const free = addresses.filter((address) => model.endpointsAt(address).length === 0);
    const without = except.flatMap((end) => this.selectorOf(end) ?? []).map(printSelector);
    return {
      undeclared: ends.flatMap((end): PodQuestion[] => end.by === 'pods'
        ? [{
          kind: 'pod',
          ...(end.namespace !== undefined && { namespace: end.namespace }),
          ...(end.selector !== undefined && { selector: end.selector }),
          except: without,
          ...(this.blocks.length > 0 && { blocks: this.blocks }),
        }]
        : []),
      declared: (family) => {
        const blocks = [...outside, ...free].filter((block) => block.family === family);
        return [
          ...named.filter((endpoint) => endpoint.class.kind === 'workload' && model.endOf(endpoint, family) !== undefined)
            .map((endpoint): ProofEnd => ({ kind: 'endpoint', endpoint })),
          ...(blocks.length > 0 ? [{ kind: 'outside' as const, blocks }] : []),
        ];
      },
    };
  }

  /** The pods that an exception means, by labels; undefined where it means none that could be created. */
  private selectorOf(end: ExpectedEnd): SelectorNode | undefined {
    if (end.by === 'pods') {
      const parsed = end.selector === undefined ? undefined : parseStrictly(end.selector);
      return inNamespace(end.namespace, parsed?.ok ? parsed.ast : ALL);
    }
    return isNamed(end) ? identityOf(findNamed(this.model, end)) : undefined;
  }
}

function inNamespace(namespace: string | undefined, selector: SelectorNode): SelectorNode {
  return namespace === undefined ? selector : group('and', [valueNode('equals', NAMESPACE_LABEL, namespace), selector]);
}

/**
 * The pods that count as those of a workload: those that its own selector takes, or without one those that have all of its labels. Undefined where
 * nothing tells them from others.
 */
export function identityOf({ kind, namespace, manifest }: Endpoint): SelectorNode | undefined {
  const own = kind === 'Pod' || kind === 'Job' || kind === 'CronJob' ? undefined : manifest.spec.selector;
  const given = isObject(own) ? (kind === 'ReplicationController' ? { matchLabels: own } : own) : {};
  const selector = Object.keys(given).length > 0 ? given : { matchLabels: labelsOf(manifest) };
  const read = fromLabelSelector(selector as LabelSelector);
  return read.ok && read.ast.kind !== 'all' ? inNamespace(namespace, read.ast) : undefined;
}

function labelsOf(manifest: Manifest): JsonObject {
  return objectAt(objectAt(podOf(manifest)!, 'metadata'), 'labels');
}

/** The flow that was found: between its ends, on the first ports that are let through. */
function witnessOf(model: PolicyModel, { source, destination, packets: [packet] }: FlowWitness, traffic: ExpectedTraffic): Witness {
  const place = placeOf(packet);
  const connections = pairConnections(model, packet.source, packet.destination, new ConnectionPool());
  const run = findRun(connections, traffic.spansAt(packet.destination), (match) => match === YES);
  return {
    source: { end: packet.source, title: witnessTitle(source, packet.source), isSure: true },
    destination: { end: packet.destination, title: witnessTitle(destination, packet.destination), isSure: true },
    span: run ?? { first: place, last: place },
    packet: run ? packetAt(run.first, packet.source, packet.destination) : packet,
  };
}

function witnessTitle(found: WitnessEnd, end: End): string {
  return found.kind === 'outside' ? `${endTitle(end)}, outside the cluster,` : witnessEndTitle(found);
}
