import { Construct } from 'constructs';
import { failsafeReplacementProbes } from './probes';
import { FelixConfiguration } from '../../../constructs/felix-configuration';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { byFamily } from '../../families';
import { hostEndpointsWith } from '../../host-selection';
import { inEarlyTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { portOf } from '../../port-of';
import { ProbeSet } from '../../probe-set';
import { DHCPV6_ANSWERS } from '../node-ingress';

const NAME = 'failsafe-replacement';

/** BGP, Typha, and etcd's clients and peers. */
const BETWEEN_NODES = [179, 5473, 2379, 2380];

/**
 * Options of `FailsafeReplacement`.
 */
export interface FailsafeReplacementProps extends PolicyTemplateProps {
  /** The addresses of all nodes, of each version of IP that they speak: they reach each other's BGP, Typha and etcd. */
  readonly nodes: Cidr[];

  /** The addresses from where people and tools reach SSH. */
  readonly management: Cidr[];

  /** The addresses that reach Kubernetes' API server at the nodes. Pods need it too. @default - all */
  readonly apiServerClients?: Cidr[];

  /** The port of the API server at the nodes. @default - 6443 */
  readonly apiServerPort?: Port;

  /** The host endpoints, by their labels. @default - all */
  readonly hosts?: Selector;

  /**
   * Whether Calico's own failsafe ports are closed, by the FelixConfiguration `default`. Say no where the app has one already, and give it empty
   * lists.
   * While the policies are staged the failsafe ports stay, as nothing replaces them.
   *
   * @default true
   */
  readonly closeFailsafePorts?: boolean;
}

/**
 * Replaces Calico's failsafe ports, which are open to everybody, by a policy that says to whom.
 *
 * Source: Calico's `network-policy/hosts/protect-hosts`, whose table of failsafe ports leaves out Typha (5473).
 */
export class FailsafeReplacement extends PolicyTemplate {
  private readonly props: FailsafeReplacementProps;

  /** @throws where `tier` doesn't come before `default`, or `nodes` or `management` is empty */
  constructor(scope: Construct, id: string, props: FailsafeReplacementProps) {
    super(scope, id, {
      name: `hosts/${NAME}`,
      summary: 'Replaces the failsafe ports of host endpoints by rules that say who reaches SSH, the API server, BGP, Typha and etcd.',
      useWhen: ['Host endpoints are in use, and SSH or etcd must not be open to everybody that reaches a node.'],
      avoidWhen: [
        'Policies and addresses weren\'t tried yet: with the failsafe ports closed, one wrong range locks everybody out; stage it first.',
        'Felix is set by environment variables: these win over the FelixConfiguration, so that the failsafe ports stay.',
        'etcd, Typha or a BGP router runs on machines that aren\'t among `nodes`: add them.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inEarlyTier(`${scope.node.path}/${id}`, props, NAME));
    if (props.nodes.length === 0 || props.management.length === 0) {
      throw new Error(`${this.node.path}: ${props.nodes.length === 0 ? 'nodes' : 'management'} is empty, so the hosts would be cut off from it; name one block at least`);
    }
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.FAILSAFE_REPLACEMENT);
    if (!this.staged && props.closeFailsafePorts !== false) {
      new FelixConfiguration(this, 'felix', { failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });
    }
    const apiServer = props.apiServerPort ?? Port.of(6443);
    const betweenNodes = BETWEEN_NODES.map((port) => Port.of(port));
    const dhcp = [Rule.allow({ protocol: Protocol.UDP, destination: Peer.ports(Port.of(68)) }), DHCPV6_ANSWERS];
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, NAME) },
      order: props.order ?? TIER_ORDER.FAILSAFE_REPLACEMENT,
      selector: hostEndpointsWith(props.hosts),
      types: [PolicyType.INGRESS, PolicyType.EGRESS],
      ingress: [
        ...tcpFrom(props.management, [Port.of(22)]),
        ...tcpFrom(props.nodes, betweenNodes),
        ...props.apiServerClients ? tcpFrom(props.apiServerClients, [apiServer]) : [tcpTo(apiServer)],
        ...dhcp,
        Rule.pass(),
      ],
      egress: [
        ...byFamily(props.nodes).map(({ nets }) => Rule.allow({ protocol: Protocol.TCP, destination: Peer.nets(...nets).onPorts(...betweenNodes) })),
        tcpTo(apiServer),
        Rule.allow({ protocol: Protocol.UDP, destination: Peer.ports(Port.of(53), Port.of(67), Port.of(547)) }),
        tcpTo(Port.of(53)),
        Rule.pass(),
      ],
    });
  }

  public probes(): ProbeSet[] {
    const { closeFailsafePorts } = this.props;
    return failsafeReplacementProbes({
      ...this.props,
      apiServerPort: portOf(this.props.apiServerPort ?? Port.of(6443)),
      bringsConfiguration: !this.staged && closeFailsafePorts !== false,
    });
  }
}

function tcpFrom(nets: readonly Cidr[], ports: readonly Port[]): Rule[] {
  return byFamily(nets).map((group) => Rule.allow({ protocol: Protocol.TCP, source: Peer.nets(...group.nets), destination: Peer.ports(...ports) }));
}

function tcpTo(port: Port): Rule {
  return Rule.allow({ protocol: Protocol.TCP, destination: Peer.ports(port) });
}
