import { minorForNative } from './calico-api';

/** How `projectcalico.org/v3`, the API of policies and pools, is served where the operator installs Calico. It makes all certificates itself. */
export class OperatorApi {
  /** By Calico's own API server. */
  public static aggregated(): OperatorApi {
    return new OperatorApi('aggregated');
  }

  /**
   * By the Kubernetes API, from CustomResourceDefinitions of that group: a technology preview in Calico v3.32. Kubernetes 1.34 and 1.35 need
   * the feature
   * gate `MutatingAdmissionPolicy` and `--runtime-config=admissionregistration.k8s.io/v1beta1=true`.
   *
   * @param kubernetesVersion of the cluster, such as `1.34`
   * @throws where the version is none, or older than 1.34
   */
  public static native(kubernetesVersion: string): OperatorApi {
    minorForNative('OperatorApi.native', kubernetesVersion);
    return new OperatorApi('native');
  }

  /** Not by the Kubernetes API: `calicoctl` writes the resources. */
  public static calicoctl(): OperatorApi {
    return new OperatorApi('calicoctl');
  }

  private constructor(
    /** Who serves it: `aggregated`, `native` or `calicoctl`. */
    public readonly mode: string,
  ) {}
}
