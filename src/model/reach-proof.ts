import { Verdict } from './verdict';
import { decide, PolicyModel, protocolName } from '../core/policy';
import { printProof, Proof, WitnessEnd, witnessEndTitle } from '../core/policy/proof';
import { IpVersion } from '../values/ip-version';

/**
 * One end of a flow that was found.
 */
export interface ReachEnd {
  /** Such as `a pod in namespace shop with labels app=web`, `Deployment shop/web` or `203.0.113.1 outside`. */
  readonly title: string;

  /** The namespace of a pod or workload. @default - outside */
  readonly namespace?: string;

  /** The service account of a pod that isn't in the model. @default - any, or the end is none */
  readonly serviceAccount?: string;

  /** Labels of a pod that isn't in the model. Empty: none are needed. */
  readonly labels: { [name: string]: string };

  /** Labels that its namespace has to have, where that isn't in the model either. */
  readonly namespaceLabels: { [name: string]: string };

  /** Labels that its service account has to have, where that isn't in the model either. */
  readonly serviceAccountLabels: { [name: string]: string };

  /** Names that it has to give to the port. */
  readonly portNames: string[];

  /** Its address. @default - none is known */
  readonly address?: string;
}

/**
 * A flow that answers a question.
 */
export interface ReachFlow {
  /** Where it comes from. */
  readonly source: ReachEnd;

  /** Where it goes to. */
  readonly destination: ReachEnd;

  /** Protocol, by Calico's name or by number. */
  readonly protocol: string;

  /** Port at the source. @default - the protocol has none */
  readonly sourcePort?: number;

  /** Port at the destination. @default - the protocol has none */
  readonly destinationPort?: number;

  /** ICMP type. @default - it isn't ICMP */
  readonly icmpType?: number;

  /** ICMP code. @default - it isn't ICMP */
  readonly icmpCode?: number;

  /** Version of the Internet Protocol. */
  readonly ipVersion: IpVersion;
}

/**
 * The answer to a question about all pods, of any labels. `yes` comes with a flow that the ordinary verdict confirms; `no` is proved for all
 * labels, protocols, ports and addresses; `unknown` says what isn't known.
 */
export class ReachProof {
  /** `yes`, `no` or `unknown`. */
  public readonly answer: string;

  /** Where it is unknown: what it hangs on, as sentences. Empty otherwise. */
  public readonly reasons: string[];

  /** The flow: with `unknown` one that it may be. Undefined where the answer is no, or where none was found. */
  public readonly flow: ReachFlow | undefined;

  /** The verdict of the flow, with the way that it takes; undefined without one. */
  public readonly verdict: Verdict | undefined;

  private readonly proof: any;

  /** @internal */
  constructor(model: any, proof: any) {
    const given = proof as Proof;
    this.proof = proof;
    this.answer = given.answer;
    this.reasons = given.answer === 'unknown' ? [...given.why] : [];
    const witness = given.answer === 'no' ? undefined : given.witness;
    if (witness) {
      const [packet] = witness.packets;
      const { protocol, sourcePort, destinationPort, icmpType, icmpCode } = packet;
      const { allowed, certain } = decide(model as PolicyModel, packet);
      this.verdict = new Verdict(model, packet, allowed, certain);
      this.flow = {
        source: endOf(witness.source),
        destination: endOf(witness.destination),
        protocol: protocolName(protocol),
        sourcePort,
        destinationPort,
        icmpType,
        icmpCode,
        ipVersion: witness.family,
      };
    }
  }

  /** The answer as people read it, with the way of the flow. Whatever comes from a manifest is escaped. */
  public toText(): string {
    return `${printProof(this.proof as Proof)}${this.answer === 'yes' ? `\n${this.verdict!.toText()}` : ''}`;
  }
}

function endOf(end: WitnessEnd): ReachEnd {
  const { namespace, serviceAccount, labels, namespaceLabels, serviceAccountLabels, portNames, address } = end;
  return {
    title: witnessEndTitle(end),
    namespace,
    serviceAccount,
    labels: { ...labels },
    namespaceLabels: { ...namespaceLabels },
    serviceAccountLabels: { ...serviceAccountLabels },
    portNames: [...portNames],
    address: address?.toAddress(),
  };
}
