import { ManifestSettings } from './manifest-settings';

/** Stands in the text until the installer of the CNI plugin replaces it by a number, so it can't be quoted. */
const MTU_PLACEHOLDER = '__CNI_MTU__';
/** What the plugin gets where nothing can be found out: the MTU of Ethernet. */
const POLICY_ONLY_MTU = 1500;

/** The configuration of the CNI plugin, as the installer takes it: JSON but for the placeholder of the MTU. */
export function networkConfig(settings: ManifestSettings): string {
  const plugins = [
    {
      type: 'calico',
      log_level: settings.logLevel,
      log_file_path: '/var/log/calico/cni/cni.log',
      datastore_type: 'kubernetes',
      nodename: '__KUBERNETES_NODE_NAME__',
      mtu: settings.networking.name === 'policy-only' ? settings.mtu ?? POLICY_ONLY_MTU : MTU_PLACEHOLDER,
      ipam: addressManagement(settings),
      ...(settings.ipForwarding && { container_settings: { allow_ip_forwarding: true } }),
      policy: { type: 'k8s' },
      kubernetes: { kubeconfig: '__KUBECONFIG_FILEPATH__' },
    },
    { type: 'portmap', snat: true, capabilities: { portMappings: true } },
  ];
  return JSON.stringify({ name: 'k8s-pod-network', cniVersion: '0.3.1', plugins }, undefined, 2).replace(`"${MTU_PLACEHOLDER}"`, MTU_PLACEHOLDER);
}

function addressManagement({ networking, ipv4, ipv6 }: ManifestSettings): object {
  if (networking.name !== 'calico') {
    return { type: 'host-local', subnet: 'usePodCidr' };
  }
  // The plugin assigns IPv4 only, unless told otherwise (cni-plugin/pkg/types, IPAM).
  return { type: 'calico-ipam', ...(ipv6 && { assign_ipv4: String(ipv4), assign_ipv6: 'true' }) };
}
