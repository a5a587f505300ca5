import { CalicoApi, CaSource, DataPlane, Encapsulation, ManifestInstallProps, ManifestNetworking, TyphaSize } from '../../src';

const CA = CaSource.certManager('kube-system', 'calico');

/** A way to install manifests, and which of Calico's manifests together are the same. */
export interface Variant {
  readonly props: ManifestInstallProps;
  readonly manifests: readonly string[];
  readonly differences?: readonly Difference[];
}

/** What differs on purpose: a change to Calico's object that makes it ours. */
export interface Difference {
  readonly object: string;
  readonly why: string;
  readonly change: (object: any) => void;
}

const INJECTED = { 'cert-manager.io/inject-ca-from': 'kube-system/calico' };

/** The manifests that Calico ships. */
export const VARIANTS: Readonly<Record<string, Variant>> = {
  'calico': { props: {}, manifests: ['calico'] },
  'calico-typha': { props: { typha: TyphaSize.ofReplicas(1) }, manifests: ['calico-typha'] },
  'calico-vxlan': { props: { encapsulation: Encapsulation.VXLAN_CROSS_SUBNET, bgp: false }, manifests: ['calico-vxlan'] },
  'calico-bpf': {
    props: { encapsulation: Encapsulation.NONE, dataPlane: DataPlane.ebpf({ apiServerHost: 'api.example.com' }) },
    manifests: ['calico-bpf'],
    differences: [{
      object: 'ConfigMap/kube-system/calico-config',
      why: 'the endpoint can\'t be left out here; Calico\'s manifest leaves it empty for the user to fill in',
      change: (object) => Object.assign(object.data, { kubernetes_service_host: 'api.example.com', kubernetes_service_port: '6443' }),
    }],
  },
  'calico-policy-only': { props: { networking: ManifestNetworking.POLICY_ONLY, typha: TyphaSize.ofReplicas(1) }, manifests: ['calico-policy-only'] },
  'canal': { props: { networking: ManifestNetworking.canal() }, manifests: ['canal'] },
  'calico-v3-crds': {
    props: { api: CalicoApi.native('1.34', CA) },
    manifests: ['calico-v3-crds'],
    differences: [
      {
        object: 'ValidatingWebhookConfiguration/calico-webhooks',
        why: 'who vouches for the webhooks can\'t be left out here; Calico\'s manifest leaves it empty, and then every write of a policy fails',
        change: (object) => { object.metadata.annotations = INJECTED; },
      },
      {
        object: 'MutatingAdmissionPolicy/policytypes.policy.projectcalico.org',
        why: 'expressions of our own, and no paramKind, as no parameter is used; test/cluster shows that they do the same',
        change: ({ spec }) => { delete spec.variables; delete spec.mutations; delete spec.paramKind; },
      },
      {
        object: 'MutatingAdmissionPolicy/tierlabel.policy.projectcalico.org',
        why: 'expressions of our own; test/cluster shows that they do the same',
        change: ({ spec }) => { delete spec.variables; delete spec.mutations; },
      },
      {
        object: 'ValidatingAdmissionPolicy/protect-builtin-tiers.projectcalico.org',
        why: 'a message of our own',
        change: ({ spec }) => { delete spec.validations[0].messageExpression; },
      },
    ],
  },
  'apiserver': {
    props: { api: CalicoApi.aggregated(CA) },
    manifests: ['calico', 'apiserver'],
    differences: [
      {
        object: 'APIService/v3.projectcalico.org',
        why: 'who vouches for the API server can\'t be left out here; Calico\'s manifest leaves it for the user to patch',
        change: (object) => { object.metadata.annotations = INJECTED; },
      },
      {
        object: 'ClusterRole/calico-crds',
        why: 'PodSecurityPolicy went with Kubernetes 1.25, NetworkPolicy left the group extensions with 1.22',
        change: (object) => {
          object.rules = object.rules.filter(({ apiGroups }: any) => apiGroups[0] !== 'policy');
          object.rules.forEach((rule: any) => { rule.apiGroups = rule.apiGroups.filter((group: string) => group !== 'extensions'); });
        },
      },
    ],
  },
  'csi-driver': { props: { csiDriver: true }, manifests: ['calico', 'csi-driver'] },
};

/** Fields that a variant names as different: they are taken out of ours as well, where they can't be compared. */
export function withoutDifferences(name: string, key: string, object: any): any {
  const copy = JSON.parse(JSON.stringify(object));
  if (copy.kind.endsWith('AdmissionPolicy')) {
    VARIANTS[name]?.differences?.filter((difference) => difference.object === key).forEach(({ change }) => change(copy));
  }
  return copy;
}
