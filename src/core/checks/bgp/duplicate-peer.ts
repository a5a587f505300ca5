import { Manifest } from '../../manifests';
import { calicoObjects, inStableOrder } from '../calico-objects';
import { ClusterCheck, Report } from '../check';
import { peerAddress } from '../underlay/peer-sources';

/**
 * confd keeps one peering for each node and address, and takes peers in no order; one for all nodes wins over those for some
 * (confd/pkg/backends/calico `client.go`, `updatePeersV1`). n log n in the peers.
 */
export const DUPLICATE_PEER: ClusterCheck = {
  id: 'bgp/duplicate-peer',
  severity: 'warning',
  summary: 'Two BGPPeers are for the same address on the same nodes, so one of them has no effect.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const everywhere = new Map<string, Manifest>();
    const somewhere: [peer: Manifest, address: string][] = [];
    for (const peer of inStableOrder(calicoObjects(cluster, 'BGPPeer'))) {
      const address = addressOf(peer);
      if (address === undefined) {
        continue;
      }
      if ((peer.spec.node ?? '') !== '' || (peer.spec.nodeSelector ?? '') !== '') {
        somewhere.push([peer, address]);
      } else {
        compare(peer, address, everywhere.get(address), report);
        everywhere.set(address, everywhere.get(address) ?? peer);
      }
    }
    const byNodes = new Map<string, Manifest>();
    for (const [peer, address] of somewhere) {
      const global = everywhere.get(address);
      if (global !== undefined) {
        reportPeer(peer, global, `peers with ${address} from every node`, 'a peer for every node wins over one for some nodes, so this one has no effect', report);
        continue;
      }
      const key = JSON.stringify([peer.spec.node ?? '', peer.spec.nodeSelector ?? '', address]);
      compare(peer, address, byNodes.get(key), report);
      byNodes.set(key, byNodes.get(key) ?? peer);
    }
  },
};

function compare(peer: Manifest, address: string, other: Manifest | undefined, report: Report): void {
  if (other !== undefined) {
    reportPeer(peer, other, `peers with ${address} from the same nodes`, 'each node has one session with an address: which of the two acts is left to chance', report);
  }
}

function reportPeer(manifest: Manifest, other: Manifest, words: string, why: string, report: Report): void {
  // Two of one name are one object in the cluster: object/duplicate.
  if (other.name !== manifest.name) {
    const by = other.origin.path === undefined ? '' : ` of ${other.origin.path}`;
    report({ manifest, field: ['spec', 'peerIP'], what: `BGPPeer ${other.name}${by} ${words}`, why, fix: 'put both into one BGPPeer, or give them nodes of their own' });
  }
}

/** The address and port of a peer outside the nodes, in one spelling; undefined where there is none, or none that can be read. */
function addressOf({ spec }: Manifest): string | undefined {
  const peer = peerAddress(spec.peerIP);
  return peer && (peer.port === undefined ? peer.address : `${peer.address}, port ${peer.port}`);
}
