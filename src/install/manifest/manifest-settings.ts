import { k8s } from 'cdk8s-plus-27';
import { CalicoApi } from '../calico-api';
import { ImageNames } from '../image-names';
import { InstallMetrics } from '../install-metrics';
import { InstallResources } from '../install-resources';
import { InstallSettings } from '../install-settings';
import { ManifestNetworking } from '../manifest-networking';
import { TyphaSize } from '../typha-size';

/** The namespace that the manifests live in. */
export const NAMESPACE = 'kube-system';

/** Everything that the objects of a manifest install are made from. */
export interface ManifestSettings extends InstallSettings {
  readonly networking: ManifestNetworking;
  readonly api: CalicoApi;
  readonly typha?: TyphaSize;
  readonly images: ImageNames;
  readonly metrics: InstallMetrics;
  readonly resources: InstallResources;
  /** What the CNI plugin and Typha log; Felix has a variable of its own. */
  readonly logLevel: string;
  readonly pullSecrets?: k8s.LocalObjectReference[];
  readonly tolerations: readonly k8s.Toleration[];
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** What the DaemonSet is annotated with. */
  readonly annotations?: Record<string, string>;
  readonly names: ManifestNames;
}

/** Names that differ between Calico and Canal. */
export interface ManifestNames {
  /** The DaemonSet, its label, and its ServiceAccount. */
  readonly node: string;
  readonly configMap: string;
  readonly networkConfig: string;
  readonly nodeBinding: string;
}

/** The names that a way of networking goes by. */
export function namesOf({ name }: ManifestNetworking): ManifestNames {
  return name === 'canal'
    ? { node: 'canal', configMap: 'canal-config', networkConfig: '10-canal.conflist', nodeBinding: 'canal-calico' }
    : { node: 'calico-node', configMap: 'calico-config', networkConfig: '10-calico.conflist', nodeBinding: 'calico-node' };
}

/** The part of a pod that every Deployment of the install shares: where it may run, and with which credentials images are pulled. */
export function placement(settings: ManifestSettings, tolerations: readonly k8s.Toleration[]):
Pick<k8s.PodSpec, 'nodeSelector' | 'tolerations' | 'imagePullSecrets'> {
  return {
    nodeSelector: { 'kubernetes.io/os': 'linux', ...settings.nodeSelector },
    tolerations: [...tolerations, ...settings.tolerations],
    imagePullSecrets: settings.pullSecrets,
  };
}

/** Taints of control plane nodes, old name and new. */
export const CONTROL_PLANE_TOLERATIONS: readonly k8s.Toleration[] = [
  { key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' },
  { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
];
