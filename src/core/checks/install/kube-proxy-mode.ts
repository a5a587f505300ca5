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
  /** True where Felix looks what kube-proxy does, and does the same. */
  readonly follows: boolean;
}

/**
 * Felix's rules and kube-proxy's have to be in the same tables. The operator lets Felix follow kube-proxy for Nftables, and keeps it to iptables for
 * Iptables (tigera operator core_controller.go, setNftablesMode); without a word Felix follows (felix/dataplane/linux int_dataplane.go, useNftables).
 */
export const KUBE_PROXY_MODE: ClusterCheck = {
  id: 'install/kube-proxy-mode',
  severity: 'error',
  summary: 'Calico is to use nftables and kube-proxy doesn\'t, or the other way round.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    const proxies = objects.others.filter(({ kind, group }) => kind === 'KubeProxyConfiguration' && group === 'kubeproxy.config.k8s.io');
    for (const { manifest, field, nftables, follows } of dataPlanes(objects)) {
      for (const mode of proxies.map(({ object }) => textAt(object, 'mode') ?? 'iptables').filter((text) => (text === 'nftables') !== nftables)) {
        report({
          manifest,
          field,
          what: `Calico's data plane is ${nftables ? 'nftables' : 'iptables'}, and kube-proxy's mode is ${mode}`,
          why: follows
            ? 'Calico follows kube-proxy: it uses iptables until kube-proxy uses nftables'
            : 'the kernel passes packets through both, in an order that neither knows: packets to Services are dropped, or pass without policy',
          fix: nftables ? 'set kube-proxy\'s mode to nftables, or Calico\'s data plane to iptables' : 'set Calico\'s data plane to nftables, or kube-proxy\'s mode to iptables',
          ...(follows && { severity: 'warning' }),
        });
      }
    }
  },
};

/** Those that were chosen, of iptables and nftables: eBPF takes the place of kube-proxy. */
function dataPlanes(objects: InstallObjects): DataPlane[] {
  return [
    ...objects.installations.map(readInstallation).filter(({ dataPlane }) => dataPlane === 'Iptables' || dataPlane === 'Nftables')
      .map(({ manifest, dataPlane }) => ({
        manifest, field: ['spec', 'calicoNetwork', 'linuxDataplane'], nftables: dataPlane === 'Nftables', follows: dataPlane === 'Nftables',
      })),
    ...objects.nodes.map((manifest) => readNode(manifest, objects))
      .filter(({ value }) => value('FELIX_BPFENABLED') !== 'true' && ['Enabled', 'Disabled'].includes(value('FELIX_NFTABLESMODE') ?? ''))
      .map(({ manifest, value, field }) => ({
        manifest, field: field('FELIX_NFTABLESMODE'), nftables: value('FELIX_NFTABLESMODE') === 'Enabled', follows: false,
      })),
  ];
}
