/*
 * The trace of a verdict as plain data: also the structs that other languages see.
 */

/**
 * A rule that matched, or would if more were known.
 */
export interface TraceRule {
  /** Its position in the list of rules as Calico evaluates it, from 0: one rule of Kubernetes can become several. */
  readonly index: number;
  /** The field of the manifest that it comes from, such as `spec.ingress[0]`. */
  readonly field: string;
  /** `allow`, `deny`, `pass` or `log`. */
  readonly action: string;
  /** `yes`, or where it rests on an assumption `assumed yes` or `assumed no`. */
  readonly match: string;
}

/**
 * A policy that selects the end.
 */
export interface TracePolicy {
  /** The kind, as Calico names it: `KubernetesNetworkPolicy` is the NetworkPolicy of Kubernetes. */
  readonly kind: string;
  /** Its namespace. @default - none: the policy is global */
  readonly namespace?: string;
  /** Its name. */
  readonly name: string;
  /** Whether it selects the end: `yes`, or where that rests on an assumption `assumed yes` or `assumed no`. */
  readonly match: string;
  /** The rules that matched, in order. None: the next policy was asked. */
  readonly rules: TraceRule[];
}

/**
 * A tier that was asked.
 */
export interface TraceTier {
  /** Its name. */
  readonly tier: string;
  /** The policies that were asked, in order. */
  readonly policies: TracePolicy[];
  /** How the tier ended: `allow`, `deny`, `pass` (the next tier is asked), or `continue` where none of its policies selects the end. */
  readonly outcome: string;
  /** Whether a rule ended it; otherwise its default action did. */
  readonly endedByRule: boolean;
}

/**
 * A profile that was asked, after all tiers.
 */
export interface TraceProfile {
  /** Its name: `kns.` and the namespace, or `ksa.`, namespace and service account. */
  readonly profile: string;
  /** The rules that matched. */
  readonly rules: TraceRule[];
  /** `allow`, `deny`, or `continue` where the next profile is asked. */
  readonly outcome: string;
}

/**
 * One end that asked its policies.
 */
export interface TraceStation {
  /** `egress` at the source, `ingress` at the destination. */
  readonly direction: string;
  /** What the policies apply to, such as `Pod shop/web-1`. */
  readonly endpoint: string;
  /** `normal`; at host endpoints also `untracked`, `preDnat`, and `forward` for traffic that the host passes on. */
  readonly chain: string;
  /** The tiers that were asked, in order. */
  readonly tiers: TraceTier[];
  /** The profiles that were asked, in order. */
  readonly profiles: TraceProfile[];
  /** Staged policies that select the end: they enforce nothing. */
  readonly staged: string[];
  /** `allow`, `deny`, or `continue` where nothing here decided and that lets the packet on. */
  readonly outcome: string;
  /** What decided, on one line. */
  readonly by: string;
}
