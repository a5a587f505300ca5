import { WORKLOAD_KINDS } from './read-pods';
import { Manifest } from '../manifests';

/** What a manifest is to the model, as one name; undefined where the model doesn't look at it. */
export type ModelKind =
  | 'Pod' | 'Workload' | 'Namespace' | 'ServiceAccount' | 'Service' | 'EndpointSlice' | 'Node'
  | 'CalicoPolicy' | 'KubernetesPolicy' | 'StagedKubernetesPolicy' | 'ClusterPolicy' | 'RemovedPolicy'
  | 'Tier' | 'Profile' | 'HostEndpoint' | 'NetworkSet' | 'FelixConfiguration' | 'IPPool' | 'Installation';

const CORE: Readonly<Record<string, ModelKind>> = {
  Pod: 'Pod', Namespace: 'Namespace', ServiceAccount: 'ServiceAccount', Service: 'Service', Node: 'Node', ReplicationController: 'Workload',
};

const CALICO: Readonly<Record<string, ModelKind>> = {
  NetworkPolicy: 'CalicoPolicy',
  GlobalNetworkPolicy: 'CalicoPolicy',
  StagedNetworkPolicy: 'CalicoPolicy',
  StagedGlobalNetworkPolicy: 'CalicoPolicy',
  StagedKubernetesNetworkPolicy: 'StagedKubernetesPolicy',
  Tier: 'Tier',
  Profile: 'Profile',
  HostEndpoint: 'HostEndpoint',
  NetworkSet: 'NetworkSet',
  GlobalNetworkSet: 'NetworkSet',
  FelixConfiguration: 'FelixConfiguration',
  IPPool: 'IPPool',
};

const CLUSTER_POLICIES: Readonly<Record<string, ModelKind>> = {
  ClusterNetworkPolicy: 'ClusterPolicy', AdminNetworkPolicy: 'RemovedPolicy', BaselineAdminNetworkPolicy: 'RemovedPolicy',
};

export function modelKindOf({ group, kind }: Manifest): ModelKind | undefined {
  switch (group) {
    case '':
      return own(CORE, kind);
    case 'apps':
    case 'batch':
      return WORKLOAD_KINDS.includes(kind) ? 'Workload' : undefined;
    case 'discovery.k8s.io':
      return kind === 'EndpointSlice' ? kind : undefined;
    case 'networking.k8s.io':
      return kind === 'NetworkPolicy' ? 'KubernetesPolicy' : undefined;
    case 'projectcalico.org':
      return own(CALICO, kind);
    case 'operator.tigera.io':
      return kind === 'Installation' ? kind : undefined;
    case 'policy.networking.k8s.io':
      return own(CLUSTER_POLICIES, kind);
    default:
      return undefined;
  }
}

function own(kinds: Readonly<Record<string, ModelKind>>, kind: string): ModelKind | undefined {
  return Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}
