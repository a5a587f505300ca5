/**
 * What a policy selects: of the manifests, and of what somebody may create. Proved for all labels and service accounts that pods may have; where that
 * hangs on something that the manifests don't say, such as the labels of a namespace, the answer is `some`.
 */
export interface PolicyReach {
  /** The kind, as Calico names it: `KubernetesNetworkPolicy` is the NetworkPolicy of Kubernetes. */
  readonly kind: string;

  /** Its namespace. @default - none: the policy is global */
  readonly namespace?: string;

  /** Its name. */
  readonly name: string;

  /** The tier that it is in. */
  readonly tier: string;

  /** The order of the tier; lower ones are asked first. @default - the tier isn't among the manifests, and is asked after all others */
  readonly tierOrder?: number;

  /** The order of the policy in its tier; lower ones are asked first. @default - none: it is asked after those that have one */
  readonly order?: number;

  /** What it governs: `ingress`, `egress` or both. */
  readonly directions: string[];

  /** Whether it is staged, and so enforces nothing. */
  readonly staged: boolean;

  /** Namespaces of the manifests of which it selects every pod, whatever its labels, there already or not. */
  readonly allPodsOf: string[];

  /** Namespaces of the manifests of which it selects some pods, or may. */
  readonly somePodsOf: string[];

  /** How many of the pods in namespaces that aren't among the manifests it selects: `all`, `some` or `none`. */
  readonly podsOfOtherNamespaces: string;

  /**
   * A pod that it selects, such as `a pod in namespace shop with labels app=web`.
   *
   * @default - it selects all pods of each namespace, or none
   */
  readonly example?: string;

  /** Workloads of the manifests that it selects, such as `Deployment shop/web`; but for those of `allPodsOf`, which are all selected. */
  readonly workloads: string[];

  /** Workloads that it may select: it looks at labels of their namespace or service account, which aren't known. */
  readonly possibleWorkloads: string[];

  /** Host endpoints of the manifests that it selects, such as `HostEndpoint node-1`. */
  readonly hostEndpoints: string[];

  /** Host endpoints that it may select: labels that they inherit aren't known. */
  readonly possibleHostEndpoints: string[];

  /** How many of the host endpoints that somebody may make it selects, but for those with a profile of a namespace: `all`, `some` or `none`. */
  readonly otherHostEndpoints: string;
}
