/** What one side of an expectation can be. */
export type ExpectedEnd =
  | { readonly by: 'pod' | 'workload'; readonly namespace: string; readonly name: string }
  | { readonly by: 'host-endpoint'; readonly name: string }
  | { readonly by: 'address'; readonly address: string }
  /** A pod, a workload or a host endpoint, by the path of the construct that renders it. */
  | { readonly by: 'object'; readonly path: string }
  /** Pods by Calico's labels. Without a namespace: of all. Without a selector: whatever their labels. */
  | { readonly by: 'pods'; readonly namespace?: string; readonly selector?: string }
  /** Addresses that nothing in the cluster has: those of a block, or all. */
  | { readonly by: 'outside'; readonly cidr?: string };

/** One side of an expectation. */
export interface ExpectedSide {
  /** What is meant. Undefined: everything. */
  readonly ends: readonly ExpectedEnd[] | undefined;
  /** What isn't, though it is among `ends`. */
  readonly except: readonly ExpectedEnd[];
}

/** What an app expects its policies to do, as an `Expectation` says it. */
export interface Expectation {
  /** Path of the construct. */
  readonly path: string;
  /** What people call it: the id of the construct. */
  readonly name: string;
  readonly from: ExpectedSide;
  readonly to: ExpectedSide;
  /** A name, or a number as text. Undefined: every protocol, or TCP where there are ports. */
  readonly protocol: string | undefined;
  /** As manifests have them: a number, a range such as `8000:8999`, or a name. Empty: every port. */
  readonly ports: readonly (number | string)[];
  /** Whether every flow of it is to be allowed; otherwise none is. */
  readonly allowed: boolean;
  /** Whether a group of pods means those that the cluster's manifests declare, and no others that could come. */
  readonly declaredOnly: boolean;
}
