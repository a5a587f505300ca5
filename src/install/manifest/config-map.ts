import { k8s } from 'cdk8s-plus-27';
import { ManifestSettings, NAMESPACE } from './manifest-settings';
import { networkConfig } from './network-config';

/** The network of flannel where none is given: what its own manifests have. */
const FLANNEL_NETWORK = '10.244.0.0/16';

/** The ConfigMap that the DaemonSet takes its settings from. */
export function configMap(settings: ManifestSettings): k8s.KubeConfigMapProps {
  const { networking: { _canal: canal }, apiServer } = settings;
  return {
    metadata: { name: settings.names.configMap, namespace: NAMESPACE },
    data: {
      typha_service_name: settings.typha ? 'calico-typha' : 'none',
      veth_mtu: String(settings.mtu ?? 0),
      cni_network_config: networkConfig(settings),
      ...(canal ? {
        'canal_iface': canal.interface ?? '',
        'masquerade': String(canal.masquerade ?? true),
        'net-conf.json': `${JSON.stringify({ Network: canal.network?.toString() ?? FLANNEL_NETWORK, Backend: { Type: 'vxlan' } }, undefined, 2)}\n`,
      } : {}),
      ...(settings.networking.name === 'calico' && { calico_backend: settings.bgp ? 'bird' : 'vxlan' }),
      ...(apiServer && { kubernetes_service_host: apiServer.host, kubernetes_service_port: String(apiServer.port) }),
    },
  };
}
