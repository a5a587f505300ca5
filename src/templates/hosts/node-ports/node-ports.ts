import { Construct } from 'constructs';
import { NodePortAccess } from './node-port-access';
import { nodePortsProbes } from './probes';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { byFamily } from '../../families';
import { hostEndpointsWith } from '../../host-selection';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

const NAME = 'node-ports';
const PROTOCOLS = [Protocol.TCP, Protocol.UDP, Protocol.SCTP];

/**
 * Options of `NodePorts`.
 */
export interface NodePortsProps extends PolicyTemplateProps {
  /** The addresses of the cluster: nodes and pods, of each version of IP. They reach all node ports. */
  readonly cluster: Cidr[];

  /** Node ports that are open to others. @default - none */
  readonly allowed?: NodePortAccess[];

  /** All node ports (`--service-node-port-range` of the API server). @default - 30000 to 32767 */
  readonly nodePortRange?: Port;

  /** The host endpoints, by their labels. @default - all */
  readonly hosts?: Selector;
}

/**
 * Opens node ports to the cluster only, and some of them to some clients, before addresses are translated.
 *
 * Source: Calico's `network-policy/services/kubernetes-node-ports`, whose blocks aren't masked, so that Calico refuses them, and whose last rule
 * denies all other traffic of the nodes, too.
 */
export class NodePorts extends PolicyTemplate {
  private readonly props: NodePortsProps;

  /** @throws where a list is empty */
  constructor(scope: Construct, id: string, props: NodePortsProps) {
    super(scope, id, {
      name: `hosts/${NAME}`,
      summary: 'Limits node ports to the cluster (preDNAT, cluster-only), and opens some of them by an allow-list.',
      useWhen: ['Services have node ports, because of a load balancer outside, and clients must not go round it.'],
      avoidWhen: [
        'There are no host endpoints for the interfaces that clients come in by: nothing happens.',
        'An ordinary policy is at hand that denies the port: it sees traffic after the node port became a pod\'s port, and never matches.',
        'The load balancer outside isn\'t among `cluster` or `sources`: it loses the node ports.',
        'Other ports of the nodes are to be closed: add hosts/worker-nodes; this decides on node ports only.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    const { cluster, allowed = [], hosts, nodePortRange = Port.range(30_000, 32_767) } = props;
    if (cluster.length === 0 || allowed.some(({ ports, sources }) => ports.length === 0 || sources?.length === 0)) {
      throw new Error(`${this.node.path}: ${cluster.length === 0 ? 'cluster' : 'a list in allowed'} is empty, which Calico takes for no condition at all; name what is let through`);
    }
    this.props = props;
    const order = props.order ?? 100;
    const common = { selector: hostEndpointsWith(hosts), types: [PolicyType.INGRESS], preDnat: true, applyOnForward: true };
    if (allowed.length > 0) {
      this.addGlobalNetworkPolicy('allow-list', {
        metadata: { name: nameInTier(this.tier, `${NAME}-allow-list`) },
        ...common,
        order: order - 1,
        ingress: allowed.flatMap(rulesOf),
      });
    }
    const nodePorts = Peer.ports(nodePortRange);
    this.addGlobalNetworkPolicy('cluster-only', {
      metadata: { name: nameInTier(this.tier, `${NAME}-cluster-only`) },
      ...common,
      order,
      ingress: [
        // Node ports only: what is allowed before translation is asked no further, and would pass by all other policies of the host.
        ...PROTOCOLS.flatMap((protocol) => byFamily(cluster)
          .map(({ nets }) => Rule.allow({ protocol, source: Peer.nets(...nets), destination: nodePorts }))),
        ...PROTOCOLS.map((protocol) => Rule.deny({ protocol, destination: nodePorts })),
      ],
    });
  }

  public probes(): ProbeSet[] {
    const { allowed = [], nodePortRange = Port.range(30_000, 32_767) } = this.props;
    return nodePortsProbes({ ...this.props, allowed, nodePortRange });
  }
}

function rulesOf({ ports, protocol = Protocol.TCP, sources }: NodePortAccess): Rule[] {
  const destination = Peer.ports(...ports);
  return sources
    ? byFamily(sources).map(({ nets }) => Rule.allow({ protocol, source: Peer.nets(...nets), destination }))
    : [Rule.allow({ protocol, destination })];
}
