// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { k8s } from 'cdk8s-plus-27';

/**
 * Changes to the Deployment calico-typha. Its container is `calico-typha`; its init container is `typha-certs-key-cert-provisioner`.
 */
export interface TyphaOverridesSpec {
  /**
   * Labels and annotations to add to the object.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to its specification.
   *
   * @default - none
   */
  readonly spec?: TyphaObjectSpec;
}

/**
 * Changes to its specification.
 */
export interface TyphaObjectSpec {
  /**
   * Seconds that a new pod has to run before it counts as ready.
   *
   * @default 0
   */
  readonly minReadySeconds?: number;
  /**
   * How pods are replaced.
   *
   * @default - as the component has it
   */
  readonly strategy?: DeploymentStrategySpec;
  /**
   * Changes to the pods.
   *
   * @default - none
   */
  readonly template?: TyphaPodTemplateSpec;
}

/**
 * Changes to the pods.
 */
export interface TyphaPodTemplateSpec {
  /**
   * Labels and annotations to add to the pods.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to the specification of the pods.
   *
   * @default - none
   */
  readonly spec?: TyphaPodSpec;
}

/**
 * Changes to the specification of the pods.
 */
export interface TyphaPodSpec {
  /**
   * Which nodes and which neighbours the pods prefer or need; replaces the component's own.
   *
   * @default - the component's own
   */
  readonly affinity?: k8s.Affinity;
  /**
   * Changes to containers, by name.
   *
   * @default - none
   */
  readonly containers?: ContainerSpec[];
  /**
   * Changes to init containers, by name.
   *
   * @default - none
   */
  readonly initContainers?: ContainerSpec[];
  /**
   * Labels that nodes need to have, added to the component's own.
   *
   * @default - none
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Seconds that the pods have to end.
   *
   * @default - the component's own
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * Tolerations of the pods; they replace the component's own.
   *
   * @default - the component's own
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * How the pods are spread over the cluster.
   *
   * @default - none
   */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];
}

/**
 * Changes to the DaemonSet calico-node-windows. Its containers are `calico-node-windows`, `node`, `felix` and `confd`; its init containers are
 * `install-cni`, `hostpath-init`, `flexvol-driver`, `node-certs-key-cert-provisioner` and
 * `calico-node-windows-prometheus-server-tls-key-cert-provisioner`.
 */
export interface CalicoNodeWindowsOverridesSpec {
  /**
   * Labels and annotations to add to the object.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to its specification.
   *
   * @default - none
   */
  readonly spec?: CalicoNodeWindowsObjectSpec;
}

/**
 * Changes to its specification.
 */
export interface CalicoNodeWindowsObjectSpec {
  /**
   * Seconds that a new pod has to run before it counts as ready.
   *
   * @default 0
   */
  readonly minReadySeconds?: number;
  /**
   * Changes to the pods.
   *
   * @default - none
   */
  readonly template?: CalicoNodeWindowsPodTemplateSpec;
}

/**
 * Changes to the pods.
 */
export interface CalicoNodeWindowsPodTemplateSpec {
  /**
   * Labels and annotations to add to the pods.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to the specification of the pods.
   *
   * @default - none
   */
  readonly spec?: CalicoNodeWindowsPodSpec;
}

/**
 * Changes to the specification of the pods.
 */
export interface CalicoNodeWindowsPodSpec {
  /**
   * Which nodes and which neighbours the pods prefer or need; replaces the component's own.
   *
   * @default - the component's own
   */
  readonly affinity?: k8s.Affinity;
  /**
   * Changes to containers, by name.
   *
   * @default - none
   */
  readonly containers?: ContainerSpec[];
  /**
   * Changes to init containers, by name.
   *
   * @default - none
   */
  readonly initContainers?: ContainerSpec[];
  /**
   * Labels that nodes need to have, added to the component's own.
   *
   * @default - none
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Tolerations of the pods; they replace the component's own.
   *
   * @default - the component's own
   */
  readonly tolerations?: k8s.Toleration[];
}

/**
 * Changes to the DaemonSet calico-node. Its container is `calico-node`; its init containers are `install-cni`, `hostpath-init`,
 * `flexvol-driver`, `ebpf-bootstrap`, `node-certs-key-cert-provisioner`, `calico-node-prometheus-server-tls-key-cert-provisioner` and
 * `mount-bpffs`.
 */
export interface CalicoNodeOverridesSpec {
  /**
   * Labels and annotations to add to the object.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to its specification.
   *
   * @default - none
   */
  readonly spec?: CalicoNodeObjectSpec;
}

/**
 * Changes to its specification.
 */
export interface CalicoNodeObjectSpec {
  /**
   * Seconds that a new pod has to run before it counts as ready.
   *
   * @default 0
   */
  readonly minReadySeconds?: number;
  /**
   * Changes to the pods.
   *
   * @default - none
   */
  readonly template?: CalicoNodePodTemplateSpec;
}

/**
 * Changes to the pods.
 */
export interface CalicoNodePodTemplateSpec {
  /**
   * Labels and annotations to add to the pods.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to the specification of the pods.
   *
   * @default - none
   */
  readonly spec?: CalicoNodePodSpec;
}

/**
 * Changes to the specification of the pods.
 */
export interface CalicoNodePodSpec {
  /**
   * Which nodes and which neighbours the pods prefer or need; replaces the component's own.
   *
   * @default - the component's own
   */
  readonly affinity?: k8s.Affinity;
  /**
   * Changes to containers, by name.
   *
   * @default - none
   */
  readonly containers?: ContainerSpec[];
  /**
   * DNS settings of the pods.
   *
   * @default - none
   */
  readonly dnsConfig?: k8s.PodDnsConfig;
  /**
   * How the pods resolve names, `Default`, `ClusterFirst`, `ClusterFirstWithHostNet` or `None`.
   *
   * @default - the component's own
   */
  readonly dnsPolicy?: string;
  /**
   * Changes to init containers, by name.
   *
   * @default - none
   */
  readonly initContainers?: ContainerSpec[];
  /**
   * Labels that nodes need to have, added to the component's own.
   *
   * @default - none
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Tolerations of the pods; they replace the component's own.
   *
   * @default - the component's own
   */
  readonly tolerations?: k8s.Toleration[];
}

/**
 * Changes to the Deployment calico-kube-controllers. Its containers are `calico-kube-controllers` and `es-calico-kube-controllers`.
 */
export interface ComponentOverridesSpec {
  /**
   * Labels and annotations to add to the object.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to its specification.
   *
   * @default - none
   */
  readonly spec?: ComponentObjectSpec;
}

/**
 * Changes to its specification.
 */
export interface ComponentObjectSpec {
  /**
   * Seconds that a new pod has to run before it counts as ready.
   *
   * @default 0
   */
  readonly minReadySeconds?: number;
  /**
   * Changes to the pods.
   *
   * @default - none
   */
  readonly template?: ComponentPodTemplateSpec;
}

/**
 * Changes to the pods.
 */
export interface ComponentPodTemplateSpec {
  /**
   * Labels and annotations to add to the pods.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to the specification of the pods.
   *
   * @default - none
   */
  readonly spec?: ComponentPodSpec;
}

/**
 * Changes to the specification of the pods.
 */
export interface ComponentPodSpec {
  /**
   * Which nodes and which neighbours the pods prefer or need; replaces the component's own.
   *
   * @default - the component's own
   */
  readonly affinity?: k8s.Affinity;
  /**
   * Changes to containers, by name.
   *
   * @default - none
   */
  readonly containers?: ContainerSpec[];
  /**
   * Labels that nodes need to have, added to the component's own.
   *
   * @default - none
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Tolerations of the pods; they replace the component's own.
   *
   * @default - the component's own
   */
  readonly tolerations?: k8s.Toleration[];
}

/**
 * Changes to the Deployment of Goldmane. Its container is `goldmane`.
 */
export interface SpreadDeploymentOverridesSpec {
  /**
   * Labels and annotations to add to the object.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to its specification.
   *
   * @default - none
   */
  readonly spec?: SpreadDeploymentObjectSpec;
}

/**
 * Changes to its specification.
 */
export interface SpreadDeploymentObjectSpec {
  /**
   * Seconds that a new pod has to run before it counts as ready.
   *
   * @default 0
   */
  readonly minReadySeconds?: number;
  /**
   * How pods are replaced.
   *
   * @default - as the component has it
   */
  readonly strategy?: DeploymentStrategySpec;
  /**
   * Changes to the pods.
   *
   * @default - none
   */
  readonly template?: SpreadDeploymentPodTemplateSpec;
}

/**
 * Changes to the pods.
 */
export interface SpreadDeploymentPodTemplateSpec {
  /**
   * Labels and annotations to add to the pods.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to the specification of the pods.
   *
   * @default - none
   */
  readonly spec?: SpreadDeploymentPodSpec;
}

/**
 * Changes to the specification of the pods.
 */
export interface SpreadDeploymentPodSpec {
  /**
   * Which nodes and which neighbours the pods prefer or need; replaces the component's own.
   *
   * @default - the component's own
   */
  readonly affinity?: k8s.Affinity;
  /**
   * Changes to containers, by name.
   *
   * @default - none
   */
  readonly containers?: ContainerSpec[];
  /**
   * Labels that nodes need to have, added to the component's own.
   *
   * @default - none
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Priority class of the pods.
   *
   * @default - the component's own
   */
  readonly priorityClassName?: string;
  /**
   * Seconds that the pods have to end.
   *
   * @default - the component's own
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * Tolerations of the pods; they replace the component's own.
   *
   * @default - the component's own
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * How the pods are spread over the cluster.
   *
   * @default - none
   */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];
}

/**
 * How pods are replaced.
 */
export interface DeploymentStrategySpec {
  /**
   * Bounds of a rolling update.
   *
   * @default - as the component has it
   */
  readonly rollingUpdate?: k8s.RollingUpdateDeployment;
}

/**
 * Changes to the Deployment of Calico's webhooks. Its container is `calico-webhooks`.
 */
export interface CalicoWebhooksOverridesSpec {
  /**
   * Labels and annotations to add to the object.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to its specification.
   *
   * @default - none
   */
  readonly spec?: CalicoWebhooksObjectSpec;
}

/**
 * Changes to its specification.
 */
export interface CalicoWebhooksObjectSpec {
  /**
   * Seconds that a new pod has to run before it counts as ready.
   *
   * @default 0
   */
  readonly minReadySeconds?: number;
  /**
   * Changes to the pods.
   *
   * @default - none
   */
  readonly template?: CalicoWebhooksPodTemplateSpec;
}

/**
 * Changes to the pods.
 */
export interface CalicoWebhooksPodTemplateSpec {
  /**
   * Labels and annotations to add to the pods.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to the specification of the pods.
   *
   * @default - none
   */
  readonly spec?: CalicoWebhooksPodSpec;
}

/**
 * Changes to the specification of the pods.
 */
export interface CalicoWebhooksPodSpec {
  /**
   * Which nodes and which neighbours the pods prefer or need; replaces the component's own.
   *
   * @default - the component's own
   */
  readonly affinity?: k8s.Affinity;
  /**
   * Changes to containers, by name.
   *
   * @default - none
   */
  readonly containers?: ContainerWithPortsSpec[];
  /**
   * With true, the pods use the network of their hosts.
   *
   * @default - as the platform needs it
   */
  readonly hostNetwork?: boolean;
  /**
   * Labels that nodes need to have, added to the component's own.
   *
   * @default - none
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Tolerations of the pods; they replace the component's own.
   *
   * @default - the component's own
   */
  readonly tolerations?: k8s.Toleration[];
}

/**
 * Changes to the Deployment of the API server. Its containers are `calico-apiserver`, `tigera-queryserver` and
 * `calico-l7-admission-controller`; its init container is `calico-apiserver-certs-key-cert-provisioner`.
 */
export interface ApiServerOverridesSpec {
  /**
   * Labels and annotations to add to the object.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to its specification.
   *
   * @default - none
   */
  readonly spec?: ApiServerObjectSpec;
}

/**
 * Changes to its specification.
 */
export interface ApiServerObjectSpec {
  /**
   * Seconds that a new pod has to run before it counts as ready.
   *
   * @default 0
   */
  readonly minReadySeconds?: number;
  /**
   * Changes to the pods.
   *
   * @default - none
   */
  readonly template?: ApiServerPodTemplateSpec;
}

/**
 * Changes to the pods.
 */
export interface ApiServerPodTemplateSpec {
  /**
   * Labels and annotations to add to the pods.
   *
   * @default - none
   */
  readonly metadata?: LabelsAndAnnotationsSpec;
  /**
   * Changes to the specification of the pods.
   *
   * @default - none
   */
  readonly spec?: ApiServerPodSpec;
}

/**
 * Changes to the specification of the pods.
 */
export interface ApiServerPodSpec {
  /**
   * Which nodes and which neighbours the pods prefer or need; replaces the component's own.
   *
   * @default - the component's own
   */
  readonly affinity?: k8s.Affinity;
  /**
   * Changes to containers, by name.
   *
   * @default - none
   */
  readonly containers?: ContainerWithPortsSpec[];
  /**
   * Changes to init containers, by name.
   *
   * @default - none
   */
  readonly initContainers?: ContainerSpec[];
  /**
   * Labels that nodes need to have, added to the component's own.
   *
   * @default - none
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Priority class of the pods.
   *
   * @default - the component's own
   */
  readonly priorityClassName?: string;
  /**
   * Tolerations of the pods; they replace the component's own.
   *
   * @default - the component's own
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * How the pods are spread over the cluster.
   *
   * @default - none
   */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];
}

/**
 * Changes to one container.
 */
export interface ContainerSpec {
  /**
   * Name of the container. The component says which ones it has.
   */
  readonly name: string;
  /**
   * CPU and memory of the container.
   *
   * @default - the component's own
   */
  readonly resources?: k8s.ResourceRequirements;
}

/**
 * Changes to one container.
 */
export interface ContainerWithPortsSpec {
  /**
   * Name of the container. The component says which ones it has.
   */
  readonly name: string;
  /**
   * Changes to ports, by name.
   *
   * @default - none
   */
  readonly ports?: ContainerPortSpec[];
  /**
   * CPU and memory of the container.
   *
   * @default - the component's own
   */
  readonly resources?: k8s.ResourceRequirements;
}

/**
 * Another number for a named port.
 */
export interface ContainerPortSpec {
  /**
   * Port number.
   */
  readonly containerPort: number;
  /**
   * Name of the port, one that the container has.
   */
  readonly name: string;
}

/**
 * Labels and annotations to add to the object.
 */
export interface LabelsAndAnnotationsSpec {
  /**
   * Annotations, by name.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Labels, by name.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };
}
