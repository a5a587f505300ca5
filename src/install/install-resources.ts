import { k8s } from 'cdk8s-plus-27';

/** CPU and memory of the components. */
export interface InstallResources {
  /** Of calico-node, on every node. @default - Calico's: 250m of a CPU for manifests, none for the operator */
  readonly node?: k8s.ResourceRequirements;

  /** Of calico-kube-controllers. @default - none */
  readonly kubeControllers?: k8s.ResourceRequirements;

  /** Of each Typha. @default - none */
  readonly typha?: k8s.ResourceRequirements;

  /** Of Calico's API server. @default - none */
  readonly apiServer?: k8s.ResourceRequirements;
}
