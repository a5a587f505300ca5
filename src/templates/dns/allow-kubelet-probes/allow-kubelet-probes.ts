import { Construct } from 'constructs';
import { allowKubeletProbesProbes } from './probes';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { byFamily } from '../../families';
import { inOwnTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope, PodScopeProps } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { whereOpeningFails } from '../opening-only';

const NAME = 'allow-kubelet-probes';

/**
 * Options of `AllowKubeletProbes`. Give `nodes`, `hostEndpoints` or both.
 */
export interface AllowKubeletProbesProps extends PodScopeProps {
  /**
   * The addresses of the nodes. With VXLAN, IP in IP or WireGuard a node asks the pods of another from the address of its tunnel, which is one of the
   * pods' pool: `hostEndpoints` has those too.
   *
   * @default - none
   */
  readonly nodes?: Cidr[];

  /** The host endpoints of the nodes, where Calico makes them (`autoHostEndpoints`): they have the addresses of the tunnels too. @default - none */
  readonly hostEndpoints?: Selector;

  /** Only these TCP ports. @default - all traffic */
  readonly ports?: Port[];
}

/**
 * Allows nodes to reach pods: probes of the kubelet, and what comes from other nodes, such as the API server's calls of webhooks.
 *
 * Not among Calico's recipes. What a pod's own node sends, Calico lets through always: `felix/rules` (`cali-OUTPUT`).
 */
export class AllowKubeletProbes extends PolicyTemplate {
  private readonly props: AllowKubeletProbesProps;

  /** @throws where neither `nodes` nor `hostEndpoints` is given */
  constructor(scope: Construct, id: string, props: AllowKubeletProbesProps) {
    super(scope, id, {
      name: 'dns/allow-kubelet-probes',
      summary: 'Allows nodes, with all that is on their network, to reach pods: the kubelet, and the API server on its way to webhooks.',
      useWhen: [
        'Ingress of the pods is closed, and they serve what nodes other than their own ask: webhooks, aggregated APIs, metrics, NodePorts with SNAT.',
        'It is to be said and proved that probes of the kubelet pass.',
      ],
      avoidWhen: [
        'Only probes of the kubelet are to pass: they come from the pod\'s own node, which Calico never closes, so no policy is needed.',
        'Not every pod on a node\'s network is trusted: all of them have the address of the node.',
        ...whereOpeningFails('ingress'),
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inOwnTier(props, props.name ?? NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.ALLOW_ONLY);
    const { nodes = [], hostEndpoints, ports } = props;
    const sources = [
      ...byFamily(nodes).map(({ nets }) => Peer.nets(...nets)),
      ...hostEndpoints ? [Peer.of(hostEndpoints).inNamespaces(Selector.global())] : [],
    ];
    if (sources.length === 0) {
      throw new Error(`${this.node.path}: neither nodes nor hostEndpoints is given, so nothing would be allowed; give the addresses of the nodes`);
    }
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      ...PodScope.fieldsOf(props),
      types: [PolicyType.INGRESS],
      ingress: sources.map((source) => Rule.allow({ source, ...(ports && { protocol: Protocol.TCP, destination: Peer.ports(...ports) }) })),
    });
  }

  public probes(): ProbeSet[] {
    const { nodes = [], hostEndpoints, ports } = this.props;
    return allowKubeletProbesProbes(this.props, { nodes, hostEndpoints, ports }, this.props.tier);
  }
}
