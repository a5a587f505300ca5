import { TrafficUse } from './required-traffic';

/** What people are told of a use of the network between the nodes. */
export interface TrafficWords {
  /** As a node sees it: `both`, `inbound` or `outbound`. */
  readonly direction: string;
  readonly peers: string;
  readonly reason: string;
  /** What happens where it doesn't get through. */
  readonly loss: string;
}

/** Words for each use. */
export const TRAFFIC_WORDS: Readonly<Record<TrafficUse, TrafficWords>> = {
  'bgp': {
    direction: 'both',
    peers: 'all nodes, and the routers that are BGP peers',
    reason: 'BGP: nodes tell each other where pods are',
    loss: 'no BGP session is established, so calico-node never gets ready, and pods reach only those of their own node',
  },
  'ipip': {
    direction: 'both',
    peers: 'all nodes',
    reason: 'IP in IP: packets between pods of different nodes',
    loss: 'packets between pods of different nodes are dropped, while BGP and everything else looks healthy',
  },
  'vxlan': {
    direction: 'both',
    peers: 'all nodes',
    reason: 'VXLAN: packets between pods of different nodes',
    loss: 'packets between pods of different nodes are dropped, while everything looks healthy',
  },
  'bpf': {
    direction: 'both',
    peers: 'all nodes',
    reason: 'eBPF: packets to Services that one node hands to another',
    loss: 'connections from outside to a Service fail where its pod is on another node than the one that they reach',
  },
  'flannel': {
    direction: 'both',
    peers: 'all nodes',
    reason: 'flannel\'s VXLAN: packets between pods of different nodes',
    loss: 'packets between pods of different nodes are dropped, while everything looks healthy',
  },
  'typha': {
    direction: 'both',
    peers: 'the nodes that run Typha',
    reason: 'Typha: what Felix learns of the cluster',
    loss: 'Felix learns nothing: calico-node never gets ready, and new pods stay without network',
  },
  'wireguard': {
    direction: 'both',
    peers: 'all nodes',
    reason: 'WireGuard over IPv4: encrypted packets between nodes',
    loss: 'packets between pods of different nodes are encrypted and then dropped',
  },
  'wireguard-v6': {
    direction: 'both',
    peers: 'all nodes',
    reason: 'WireGuard over IPv6: encrypted packets between nodes',
    loss: 'packets between pods of different nodes are encrypted and then dropped',
  },
  'api-server': {
    direction: 'outbound',
    peers: 'the Kubernetes API',
    reason: 'the Kubernetes API: Calico\'s configuration, and all else that it knows',
    loss: 'no component of Calico starts',
  },
  'calico-api': {
    direction: 'inbound',
    peers: 'the Kubernetes API',
    reason: 'Calico\'s API server, which the Kubernetes API asks on the nodes that run it',
    loss: 'kubectl and all else gets no answer for projectcalico.org/v3: policies can\'t be read or written, and namespaces don\'t end when they are deleted',
  },
  'node-metrics': {
    direction: 'inbound',
    peers: 'Prometheus',
    reason: 'metrics of Felix',
    loss: 'Prometheus gets no metrics of Felix',
  },
  'typha-metrics': {
    direction: 'inbound',
    peers: 'Prometheus',
    reason: 'metrics of Typha',
    loss: 'Prometheus gets no metrics of Typha',
  },
};
