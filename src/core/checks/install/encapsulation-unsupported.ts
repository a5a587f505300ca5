import { installObjects } from './install-objects';
import { InstalledPool, isIpip, isVxlan, ReadInstallation, readInstallation } from './read-installation';
import { ClusterCheck } from '../check';

/** tigera operator pkg/controller/installation/validation.go, validateCustomResource: IPv6, host-local address management, Windows. */
export const ENCAPSULATION_UNSUPPORTED: ClusterCheck = {
  id: 'install/encapsulation-unsupported',
  severity: 'error',
  summary: 'A pool of an Installation has an encapsulation that its family, its address management or Windows nodes don\'t have.',
  refusedByCluster: true,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const installation of installObjects(cluster).installations.map(readInstallation)) {
      for (const pool of installation.pools) {
        const problem = problemOf(pool, installation);
        if (problem !== undefined) {
          report({
            manifest: installation.manifest,
            field: ['spec', 'calicoNetwork', 'ipPools', pool.index, 'encapsulation'],
            what: `pool ${pool.cidr} has encapsulation ${pool.encapsulation}, ${problem.and}`,
            why: 'the operator reports the Installation as degraded, and installs nothing',
            fix: problem.fix,
          });
        }
      }
    }
  },
};

function problemOf(pool: InstalledPool, { cni, ipam, windows, pools }: ReadInstallation): { and: string; fix: string } | undefined {
  const { index, isIpv6, encapsulation } = pool;
  if (isIpv6 && isIpip(encapsulation)) {
    return { and: 'and IP in IP carries IPv4 only', fix: 'write VXLAN or None' };
  }
  if (cni === 'Calico' && ipam === 'HostLocal' && isVxlan(encapsulation)) {
    return { and: 'and address management is HostLocal, with which there is no VXLAN', fix: 'write IPIP or None, or set spec.cni.ipam.type to Calico' };
  }
  // The operator looks at the first IPv4 pool for Windows.
  const firstIpv4 = pools.find((other) => !other.isIpv6);
  if (windows && cni === 'Calico' && firstIpv4?.index === index && encapsulation !== 'VXLAN' && encapsulation !== 'None') {
    return { and: 'and Windows nodes know VXLAN and None only', fix: 'write VXLAN or None' };
  }
  return undefined;
}
