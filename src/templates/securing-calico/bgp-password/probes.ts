import { Cidr } from '../../../values/cidr';
import { Selector } from '../../../values/selector';
import { ProbeSet } from '../../probe-set';
import { listenerProbes } from '../listener-probes';

/** BGP from peers and others; other ports. */
export function bgpPasswordProbes(peers: readonly Cidr[], hosts: Selector | undefined): ProbeSet[] {
  return listenerProbes(179, peers, hosts);
}
