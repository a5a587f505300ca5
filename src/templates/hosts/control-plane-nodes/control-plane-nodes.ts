import { Construct } from 'constructs';
import { controlPlaneNodesProbes } from './probes';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { byFamily } from '../../families';
import { hostEndpointsWith } from '../../host-selection';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { portOf } from '../../port-of';
import { ProbeSet } from '../../probe-set';
import { CONTROL_PLANE, nodeIngress } from '../node-ingress';
import { NodeTemplateProps } from '../node-template-props';

const NAME = 'control-plane-nodes';

/**
 * Options of `ControlPlaneNodes`.
 */
export interface ControlPlaneNodesProps extends NodeTemplateProps {
  /** The addresses that reach the API server. Pods and nodes need it too. @default - all */
  readonly apiServerClients?: Cidr[];

  /** The port of the API server at the nodes. @default - 6443 */
  readonly apiServerPort?: Port;
}

/**
 * Closes nodes of the control plane to all but Kubernetes' API, etcd among them, the kubelet, and what IP needs.
 *
 * Source: `ingress-k8s-masters` of Calico's `network-policy/hosts/kubernetes-nodes`, which forgets IPv6: loopback, and neighbour discovery.
 */
export class ControlPlaneNodes extends PolicyTemplate {
  private readonly props: ControlPlaneNodesProps;

  constructor(scope: Construct, id: string, props: ControlPlaneNodesProps = {}) {
    super(scope, id, {
      name: `hosts/${NAME}`,
      summary: 'Limits ingress of control plane nodes (ingress-k8s-masters) to the API server, etcd among them, the kubelet, loopback and what IP needs.',
      useWhen: ['The nodes of the control plane have host endpoints, such as automatic ones, and run etcd themselves.'],
      avoidWhen: [
        'There are no host endpoints: nothing happens.',
        'SSH, BGP or Typha is to be closed: failsafe ports stay open; see hosts/failsafe-replacement.',
        'etcd runs elsewhere, or more runs on these nodes, such as keepalived (VRRP), a load balancer or konnectivity: add policies for them, which add up.',
        'Kubelet clients are pods of a pool with `natOutgoing`: other nodes see them as the node that they run on; name its host endpoint.',
        'Traffic to pods and node ports is meant, which nodes only pass on: see hosts/node-ports.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    const { controlPlane = CONTROL_PLANE, apiServerClients, apiServerPort = Port.of(6443) } = props;
    const nodes = hostEndpointsWith(controlPlane);
    const apiServer = Peer.ports(apiServerPort);
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, NAME) },
      selector: nodes,
      types: [PolicyType.INGRESS],
      ingress: [
        ...apiServerClients
          ? byFamily(apiServerClients).map(({ nets }) => Rule.allow({ protocol: Protocol.TCP, source: Peer.nets(...nets), destination: apiServer }))
          : [Rule.allow({ protocol: Protocol.TCP, destination: apiServer })],
        Rule.allow({ protocol: Protocol.TCP, source: Peer.of(nodes), destination: Peer.ports(Port.of(2379), Port.of(2380)) }),
        ...nodeIngress(controlPlane, props.kubeletClients),
      ],
    });
  }

  public probes(): ProbeSet[] {
    const { controlPlane = CONTROL_PLANE, apiServerPort = Port.of(6443) } = this.props;
    return controlPlaneNodesProbes({ ...this.props, controlPlane, apiServerPort: portOf(apiServerPort) });
  }
}
