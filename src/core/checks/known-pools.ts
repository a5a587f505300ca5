import { Prefix, readCidr } from '../cidr';
import { Cluster, isObject, Manifest } from '../manifests';
import { calicoObjects } from './calico-objects';

/** A pool of IPPool objects or of an operator's Installation. */
export interface KnownPool {
  /** Empty where the operator chooses the name. */
  readonly name: string;
  readonly block: Prefix;
  readonly disabled: boolean;
  /** True where packets between its pods travel in VXLAN, at least between subnets: such routes need no BGP. */
  readonly usesVxlan: boolean;
}

/** What is known of a cluster's pools. */
export interface KnownPools {
  readonly pools: readonly KnownPool[];
  /** False where something in the cluster makes pools whose addresses aren't written down. */
  readonly complete: boolean;
}

/**
 * The pools that the objects declare. An Installation that lists none, and calico-node by itself, make
 * pools of their own (tigera operator pkg/controller/ippool; node/pkg/lifecycle/startup): then the list is incomplete. One look at each object.
 */
export function knownPools(cluster: Cluster): KnownPools {
  const pools: KnownPool[] = [];
  let complete = true;
  for (const { name, spec } of calicoObjects(cluster, 'IPPool')) {
    const { cidr, disabled, vxlanMode } = spec;
    const block = readBlock(cidr);
    if (block === undefined) {
      complete = false;
    } else {
      pools.push({ name, block, disabled: disabled === true, usesVxlan: vxlanMode === 'Always' || vxlanMode === 'CrossSubnet' });
    }
  }
  for (const manifest of cluster.manifests) {
    if (manifest.kind === 'Installation' && manifest.group === 'operator.tigera.io') {
      complete = addInstalled(manifest, pools) && complete;
    } else if (manifest.kind === 'DaemonSet' && (manifest.name === 'calico-node' || manifest.name === 'canal')) {
      complete = false;
    }
  }
  return { pools, complete };
}

function addInstalled({ spec }: Manifest, pools: KnownPool[]): boolean {
  const listed = isObject(spec.calicoNetwork) ? spec.calicoNetwork.ipPools : undefined;
  if (!Array.isArray(listed)) {
    return false;
  }
  let complete = true;
  for (const { name, cidr, encapsulation } of listed.filter(isObject)) {
    const block = readBlock(cidr);
    if (block === undefined) {
      complete = false;
    } else {
      const usesVxlan = encapsulation === 'VXLAN' || encapsulation === 'VXLANCrossSubnet';
      pools.push({ name: typeof name === 'string' ? name : '', block, disabled: false, usesVxlan });
    }
  }
  return complete;
}

function readBlock(cidr: unknown): Prefix | undefined {
  return typeof cidr === 'string' ? readCidr(cidr)?.network : undefined;
}
