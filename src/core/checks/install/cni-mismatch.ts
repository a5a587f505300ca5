import { installObjects } from './install-objects';
import { readInstallation } from './read-installation';
import { ClusterCheck } from '../check';

interface Plugin {
  readonly ipams: readonly string[];
  /** The only provider where the plugin is, or undefined for everywhere. */
  readonly provider?: string;
}

const PLUGINS: Readonly<Record<string, Plugin>> = {
  Calico: { ipams: ['Calico', 'HostLocal'] },
  GKE: { ipams: ['HostLocal'], provider: 'GKE' },
  AmazonVPC: { ipams: ['AmazonVPC'], provider: 'EKS' },
  AzureVNET: { ipams: ['AzureVNET'], provider: 'AKS' },
};

/** tigera operator pkg/controller/installation/validation.go, validateCustomResource: CNI plugin, address management and provider. */
export const CNI_MISMATCH: ClusterCheck = {
  id: 'install/cni-mismatch',
  severity: 'error',
  summary: 'An Installation combines a CNI plugin with address management or a provider that it doesn\'t work with.',
  refusedByCluster: true,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const { manifest, cni, ipam, provider } of installObjects(cluster).installations.map(readInstallation)) {
      const plugin = Object.hasOwn(PLUGINS, cni) ? PLUGINS[cni] : undefined;
      if (plugin === undefined) {
        continue;
      }
      if (!plugin.ipams.includes(ipam)) {
        report({
          manifest,
          field: ['spec', 'cni', 'ipam', 'type'],
          what: `the CNI plugin ${cni} doesn't work with address management ${ipam}`,
          why: 'the operator reports the Installation as degraded, and installs nothing',
          fix: `write ${plugin.ipams.join(' or ')}, or leave ipam out`,
        });
      }
      if (plugin.provider !== undefined && provider !== '' && provider !== plugin.provider) {
        report({
          manifest,
          field: ['spec', 'cni', 'type'],
          what: `the CNI plugin ${cni} is there on ${plugin.provider} only, and kubernetesProvider is ${provider}`,
          why: 'the operator reports the Installation as degraded, and installs nothing',
          fix: `write Calico, or correct kubernetesProvider to ${plugin.provider}`,
        });
      }
    }
  },
};
