import { InstallObjects, installObjects, textAt } from './install-objects';
import { readInstallation } from './read-installation';
import { readNode } from './read-node';
import { FieldPath } from '../../findings';
import { Manifest } from '../../manifests';
import { ClusterCheck } from '../check';

interface DataPlane {
  readonly manifest: Manifest;
  readonly field: FieldPath;
  readonly nftables: boolean;
}

/** Felix's rules and kube-proxy's have to be in the same tables (docs getting-started/kubernetes/nftables). The operator doesn't look. */
export const KUBE_PROXY_MODE: ClusterCheck = {
  id: 'install/kube-proxy-mode',
  severity: 'error',
  summary: 'Calico uses nftables and kube-proxy doesn\'t, or the other way round.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    const proxies = objects.others.filter(({ kind, group }) => kind === 'KubeProxyConfiguration' && group === 'kubeproxy.config.k8s.io');
    for (const { manifest, field, nftables } of dataPlanes(objects)) {
      for (const mode of proxies.map(({ object }) => textAt(object, 'mode') ?? 'iptables').filter((text) => (text === 'nftables') !== nftables)) {
        report({
          manifest,
          field,
          what: `Calico's data plane is ${nftables ? 'nftables' : 'iptables'}, and kube-proxy's mode is ${mode}`,
          why: 'the kernel passes packets through both, in an order that neither knows: packets to Services are dropped, or pass without policy',
          fix: nftables ? 'set kube-proxy\'s mode to nftables, or Calico\'s data plane to Iptables' : 'set Calico\'s data plane to Nftables, or kube-proxy\'s mode to iptables',
        });
      }
    }
  },
};

/** Those of iptables and nftables: eBPF takes the place of kube-proxy. */
function dataPlanes(objects: InstallObjects): DataPlane[] {
  return [
    ...objects.installations.map(readInstallation).filter(({ dataPlane }) => dataPlane === 'Iptables' || dataPlane === 'Nftables')
      .map(({ manifest, dataPlane }) => ({ manifest, field: ['spec', 'calicoNetwork', 'linuxDataplane'], nftables: dataPlane === 'Nftables' })),
    ...objects.nodes.map((manifest) => readNode(manifest, objects))
      .filter(({ value }) => value('FELIX_BPFENABLED') !== 'true' && value('FELIX_NFTABLESMODE') !== 'Auto')
      .map(({ manifest, value, field }) => ({ manifest, field: field('FELIX_NFTABLESMODE'), nftables: value('FELIX_NFTABLESMODE') === 'Enabled' })),
  ];
}
