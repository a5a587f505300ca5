import { CaSource } from './ca-source';

/** How `projectcalico.org/v3`, the API that policies and pools are written in, is served. */
export class CalicoApi {
  /** Not by the Kubernetes API: `calicoctl` writes the resources. What `kubectl apply` of calico.yaml gives. */
  public static calicoctl(): CalicoApi {
    return new CalicoApi('calicoctl');
  }

  /**
   * By Calico's own API server, in the namespace `calico-apiserver`. Its certificate has to be in the Secret `calico-apiserver-certs` there
   * (`apiserver.crt` and `apiserver.key`, for `calico-api.calico-apiserver.svc`).
   */
  public static aggregated(ca: CaSource): CalicoApi {
    return new CalicoApi('aggregated', ca);
  }

  /**
   * By the Kubernetes API, from CustomResourceDefinitions of that group: a technology preview in Calico v3.32. Kubernetes 1.34 and 1.35 need
   * the feature gate `MutatingAdmissionPolicy` and `--runtime-config=admissionregistration.k8s.io/v1beta1=true`. The certificate of the webhooks
   * has to be in the Secret `calico-webhooks-tls` of kube-system (`tls.crt` and `tls.key`, for `calico-webhooks.kube-system.svc`): until then
   * every write of a policy fails.
   *
   * @param kubernetesVersion of the cluster, such as `1.34`
   * @param ca checks the webhooks
   * @throws where the version is none, or older than 1.34
   */
  public static native(kubernetesVersion: string, ca: CaSource): CalicoApi {
    return new CalicoApi('native', ca, minorForNative('CalicoApi.native', kubernetesVersion));
  }

  private constructor(
    /** Who serves it: `calicoctl`, `aggregated` or `native`. */
    public readonly mode: string,
    /** @internal */
    public readonly _ca?: CaSource,
    /** @internal */
    public readonly _kubernetesMinor?: number,
  ) {}
}

/** The first version that serves MutatingAdmissionPolicy as v1beta1, without which policies get neither types nor tier labels. */
const FIRST_MINOR = 34;

/** The minor version, which has to be one that serves mutating admission policies. */
export function minorForNative(caller: string, kubernetesVersion: string): number {
  const match = /^v?1\.(\d{1,3})(\.|\+|$)/.exec(kubernetesVersion);
  if (match === null) {
    throw new Error(`${caller}: ${JSON.stringify(kubernetesVersion)} is no version of Kubernetes: give one such as "1.34"`);
  }
  const minor = Number(match[1]);
  if (minor < FIRST_MINOR) {
    throw new Error(`${caller}: Kubernetes ${kubernetesVersion} can't serve projectcalico.org/v3 from CustomResourceDefinitions: they need mutating `
      + `admission policies, which 1.${FIRST_MINOR} is the first to serve; take Calico's API server`);
  }
  return minor;
}
