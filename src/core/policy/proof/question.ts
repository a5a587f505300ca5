import { Family, Prefix } from '../../cidr';
import { Endpoint } from '../endpoint';
import { Packet } from '../match-rule';

/** Which pods are meant. All conditions have to hold; without any, every pod that somebody may create is meant. */
export interface PodQuestion {
  readonly kind: 'pod';
  /** The namespace that it is in, by name. */
  readonly namespace?: string;
  /** A selector over the labels of the namespace. */
  readonly namespaceSelector?: string;
  /** A selector over the labels of the pod, as a policy of that namespace, or a global one, would write it. */
  readonly selector?: string;
  /** A selector over the labels of the service account. */
  readonly serviceAccountSelector?: string;
  /** Pods that aren't meant: selectors over labels as a rule of a global policy would write them. */
  readonly except?: readonly string[];
  /**
   * Where the addresses of pods lie. Without it no address is known, as with a pod that has no status: an answer that depends on it is `unknown`.
   */
  readonly blocks?: readonly Prefix[];
}

/** One end of the flows that a question is about. */
export type ProofEnd =
  | PodQuestion
  /** One endpoint of the model: a pod or the pods of a workload. */
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint }
  /** Any address that no endpoint has, within the blocks if there are any. Where the model has host endpoints, addresses of nodes aren't meant. */
  | { readonly kind: 'outside'; readonly blocks?: readonly Prefix[]; readonly except?: readonly Prefix[] };

/** Traffic of one protocol: all of it, or a range of ports. */
export interface TrafficRange {
  readonly protocol: number;
  readonly first?: number;
  readonly last?: number;
}

export interface FlowQuestion {
  /** One of these ends. */
  readonly from: readonly ProofEnd[];
  readonly to: readonly ProofEnd[];
  /** One of these. Undefined: any traffic. */
  readonly traffic?: readonly TrafficRange[];
  readonly wanted: 'allowed' | 'denied';
  /** Undefined: those that the model's endpoints have, and those of blocks that the ends name. */
  readonly families?: readonly Family[];
}

/** One end of a flow that was found. */
export interface WitnessEnd {
  readonly kind: 'pod' | 'endpoint' | 'outside';
  readonly endpoint: Endpoint | undefined;
  /** Of a pod. */
  readonly namespace: string | undefined;
  readonly serviceAccount: string | undefined;
  /** The pod's own labels. */
  readonly labels: Readonly<Record<string, string>>;
  /** What a namespace and a service account that aren't in the model have to have. */
  readonly namespaceLabels: Readonly<Record<string, string>>;
  readonly serviceAccountLabels: Readonly<Record<string, string>>;
  /** Names that the pod has to give to the port of the flow. */
  readonly portNames: readonly string[];
  /** Of a pod without a known address: undefined. */
  readonly address: Prefix | undefined;
}

/** A flow that answers a question, and that `decide` has confirmed. */
export interface FlowWitness {
  readonly family: Family;
  readonly source: WitnessEnd;
  readonly destination: WitnessEnd;
  /** For `decide` and `explain`, one for each model that was asked. */
  readonly packets: readonly Packet[];
}

/**
 * `yes` comes with a flow that `decide` confirms; `no` is proved for all labels, ports, protocols and addresses; `unknown` says why. A flow that
 * goes with `unknown` is what the answer depends on.
 */
export type Proof =
  | { readonly answer: 'yes'; readonly witness: FlowWitness }
  | { readonly answer: 'no' }
  | { readonly answer: 'unknown'; readonly why: readonly string[]; readonly witness: FlowWitness | undefined };
