import type { Pool } from './pools-of';
import { readCidr } from '../../cidr';
import { Cluster } from '../../manifests';
import { installObjects } from '../install/install-objects';
import { readInstallation } from '../install/read-installation';
import { readNode } from '../install/read-node';

/**
 * The pools that an install makes: those of an Installation, and the first of each family that calico-node makes from its variables
 * (node/pkg/lifecycle/startup, configureIPPools).
 */
export function installedPools(cluster: Cluster): Pool[] {
  const objects = installObjects(cluster);
  const found: Omit<Pool, 'block'>[] = [];
  const cidrs: string[] = [];
  for (const { manifest, pools } of objects.installations.map(readInstallation)) {
    for (const { index, cidr, fields } of pools) {
      found.push({ manifest, field: ['spec', 'calicoNetwork', 'ipPools', index, 'cidr'], name: typeof fields.name === 'string' ? fields.name : '' });
      cidrs.push(cidr);
    }
  }
  for (const { manifest, value, field } of objects.nodes.map((node) => readNode(node, objects))) {
    for (const version of [4, 6]) {
      found.push({ manifest, field: field(`CALICO_IPV${version}POOL_CIDR`), name: `default-ipv${version}-ippool` });
      cidrs.push(value(`CALICO_IPV${version}POOL_CIDR`) ?? '');
    }
  }
  return found.flatMap((pool, index) => {
    const block = readCidr(cidrs[index])?.network;
    return block === undefined ? [] : [{ ...pool, block }];
  });
}
