/** A direction of traffic that a policy decides on. */
export enum PolicyType {
  /** Traffic to the selected endpoints. */
  INGRESS = 'Ingress',
  /** Traffic from the selected endpoints. */
  EGRESS = 'Egress',
}

/** A hint on how Calico may work on a policy. */
export enum PerformanceHint {
  /** Program the policy on every node before a pod there needs it: the first packets of new pods are quicker. */
  ASSUME_NEEDED_ON_EVERY_NODE = 'AssumeNeededOnEveryNode',
}

/** What happens to traffic that a tier's policies select an endpoint for, and no rule decides. */
export enum TierDefaultAction {
  /** It is dropped. */
  DENY = 'Deny',
  /** The next tier decides. */
  PASS = 'Pass',
}
