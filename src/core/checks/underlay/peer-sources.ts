import type { TrafficSource } from './required-traffic';
import { readAddress } from '../../cidr';
import { Cluster } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { installObjects } from '../install/install-objects';
import { readInstallation } from '../install/read-installation';
import { readNode } from '../install/read-node';

/** BGP listens here where a peer's address says no port. */
const BGP_PORT = 179;

/** The ports of BGP peers with an address of their own, such as routers. Where the install turns BGP off, peers do nothing. One look at each. */
export function peerSources(cluster: Cluster): TrafficSource[] {
  const objects = installObjects(cluster);
  const backends = [
    ...objects.installations.map(readInstallation).map(({ cni, bgp }) => cni === 'Calico' && bgp),
    ...objects.nodes.map((node) => readNode(node, objects).value('CALICO_NETWORKING_BACKEND')).map((backend) => backend === undefined || backend === 'bird'),
  ];
  if (backends.length > 0 && !backends.includes(true)) {
    return [];
  }
  return calicoObjects(cluster, 'BGPPeer').flatMap((manifest) => {
    const peer = peerAddress(manifest.spec.peerIP);
    return peer === undefined ? [] : [{ use: 'bgp' as const, manifest, field: ['spec', 'peerIP'], port: peer.port ?? BGP_PORT }];
  });
}

/** The address and port of a peer in one spelling; undefined where there is none, or none that can be read. */
export function peerAddress(peerIP: unknown): { readonly address: string; readonly port?: number } | undefined {
  if (typeof peerIP !== 'string') {
    return undefined;
  }
  const withPort = /^\[?([^\]]*?)\]?:(\d+)$/.exec(peerIP.includes('[') || peerIP.includes('.') ? peerIP : '');
  const address = readAddress(withPort === null ? peerIP : withPort[1])?.toAddress();
  return address === undefined ? undefined : { address, ...(withPort !== null && { port: Number(withPort[2]) }) };
}
