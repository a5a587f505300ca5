import { installObjects } from './install-objects';
import { readInstallation } from './read-installation';
import { readNode } from './read-node';
import { usesEbpf } from './uses-ebpf';
import { ClusterCheck } from '../check';
import { felixSettings } from '../underlay/felix-setting';

/**
 * In eBPF mode Felix takes kube-proxy's rules away, unless it is told to leave them (felix/config, BPFKubeProxyIptablesCleanupEnabled). One look at
 * each object.
 */
export const KUBE_PROXY_BESIDE_EBPF: ClusterCheck = {
  id: 'install/kube-proxy-beside-ebpf',
  severity: 'warning',
  summary: 'eBPF takes the place of kube-proxy, and a DaemonSet runs kube-proxy as well.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (!usesEbpf(cluster)) {
      return;
    }
    const objects = installObjects(cluster);
    const isManaged = objects.installations.map(readInstallation).some(({ network }) => network.kubeProxyManagement === 'Enabled');
    const felix = felixSettings(cluster, objects.nodes.map((node) => readNode(node, objects)));
    if (isManaged || felix('bpfKubeProxyIptablesCleanupEnabled')?.value === 'false') {
      return;
    }
    for (const manifest of cluster.manifests) {
      if (manifest.kind === 'DaemonSet' && manifest.name === 'kube-proxy' && manifest.group === 'apps') {
        report({
          manifest,
          field: ['metadata', 'name'],
          what: 'the data plane is eBPF, and this DaemonSet runs kube-proxy',
          why: 'Felix takes away the rules that kube-proxy makes, and kube-proxy makes them again: both take much CPU time, and connections to Services may break meanwhile',
          fix: 'leave kube-proxy out, set kubeProxyManagement of the Installation to Enabled, or set bpfKubeProxyIptablesCleanupEnabled of the FelixConfiguration to false',
        });
      }
    }
  },
};
