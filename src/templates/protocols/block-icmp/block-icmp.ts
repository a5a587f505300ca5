import { Construct } from 'constructs';
import { blockIcmpProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { inEarlyTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

const NAME = 'block-icmp';

/**
 * Options of `BlockIcmp`.
 */
export interface BlockIcmpProps extends PolicyTemplateProps {
  /** Only pods in namespaces with matching labels. @default - every namespace */
  readonly namespaces?: Selector;

  /** Directions in which ICMP is denied. @default - both */
  readonly types?: PolicyType[];
}

/**
 * Denies all ICMP and ICMPv6 that pods send and receive, and leaves everything else as it is.
 *
 * Source: "Deny all ICMP" of Calico's `network-policy/policy-rules/icmp-ping`, which denies all other traffic too, and that of hosts: it stands in
 * the tier `default`, selects everything, and allows nothing.
 */
export class BlockIcmp extends PolicyTemplate {
  private readonly props: BlockIcmpProps;

  /** @throws where `tier` doesn't come before `default` */
  constructor(scope: Construct, id: string, props: BlockIcmpProps = {}) {
    super(scope, id, {
      name: `protocols/${NAME}`,
      summary: 'Denies ICMP and ICMPv6 to and from pods, such as ping, and leaves all other traffic as it is.',
      useWhen: ['Pods must not be used to explore the network, or to carry data out in pings.'],
      avoidWhen: [
        'Hosts are meant too: IPv6 doesn\'t work without neighbour discovery, which is ICMPv6; see protocols/icmp-errors-and-neighbour-discovery.',
        'Errors are to be held back that belong to a connection, such as "packet too big": connection tracking lets these through, which is as well.',
        'Ping within the cluster is to stay: put protocols/allow-ping before it, by a lower `order` in the same tier or by an earlier tier.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inEarlyTier(`${scope.node.path}/${id}`, props, NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.BLOCK_ICMP);
    const types = props.types ?? [PolicyType.INGRESS, PolicyType.EGRESS];
    const rules = [Rule.deny({ protocol: Protocol.ICMP }), Rule.deny({ protocol: Protocol.ICMPV6 }), Rule.pass()];
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, NAME) },
      order: props.order ?? TIER_ORDER.BLOCK_ICMP,
      namespaceSelector: PodScope.namespaces(props.namespaces ?? Selector.all()),
      types,
      ...(types.includes(PolicyType.INGRESS) && { ingress: rules }),
      ...(types.includes(PolicyType.EGRESS) && { egress: rules }),
    });
  }

  public probes(): ProbeSet[] {
    return blockIcmpProbes(this.props.namespaces, this.props.types ?? [PolicyType.INGRESS, PolicyType.EGRESS]);
  }
}
