import { k8s } from 'cdk8s-plus-27';
import { fromConfigMap, fromPod } from './environment';
import { ManifestSettings } from './manifest-settings';

/** The version that Calico tests Canal with; it isn't an image of Calico's, so registry and path of the others don't apply. */
const FLANNEL_IMAGE = 'docker.io/flannel/flannel:v0.24.4';

/** flannel, which carries packets between nodes for Canal. */
export function flannelContainer({ names: { configMap } }: ManifestSettings): k8s.Container {
  return {
    name: 'kube-flannel',
    image: FLANNEL_IMAGE,
    imagePullPolicy: 'IfNotPresent',
    command: ['/opt/bin/flanneld', '--ip-masq', '--kube-subnet-mgr'],
    securityContext: { privileged: true },
    env: [
      fromPod('POD_NAME', 'metadata.name'),
      fromPod('POD_NAMESPACE', 'metadata.namespace'),
      fromConfigMap('FLANNELD_IFACE', configMap, 'canal_iface'),
      fromConfigMap('FLANNELD_IP_MASQ', configMap, 'masquerade'),
    ],
    volumeMounts: [
      { name: 'xtables-lock', mountPath: '/run/xtables.lock' },
      { name: 'flannel-cfg', mountPath: '/etc/kube-flannel/' },
    ],
  };
}

/** The configuration of flannel. */
export const FLANNEL_VOLUMES: readonly k8s.Volume[] = [{ name: 'flannel-cfg', configMap: { name: 'canal-config' } }];
