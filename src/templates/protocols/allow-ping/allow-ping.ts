import { Construct } from 'constructs';
import { allowPingProbes } from './probes';
import { Cidr } from '../../../values/cidr';
import { IpFamily } from '../../../values/ip-family';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { byFamily } from '../../families';
import { inEarlyTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { allowIcmp } from '../icmp-rules';
import { ECHO_REQUESTS } from '../icmp-types';

const NAME = 'allow-ping';

/**
 * Options of `AllowPing`.
 */
export interface AllowPingProps extends PolicyTemplateProps {
  /** Only pods in namespaces with matching labels ping each other. @default - every namespace */
  readonly namespaces?: Selector;

  /** Addresses that may ping the pods too, such as those of nodes and of monitoring outside. @default - none */
  readonly sources?: Cidr[];
}

/**
 * Lets pods ping each other, and leaves all other traffic as it is.
 *
 * Source: "Allow ICMP ping" of Calico's `network-policy/policy-rules/icmp-ping`, which closes ingress of all pods and host endpoints to everything
 * else, and doesn't help where egress is closed.
 */
export class AllowPing extends PolicyTemplate {
  private readonly props: AllowPingProps;

  /** @throws where `tier` doesn't come before `default` */
  constructor(scope: Construct, id: string, props: AllowPingProps = {}) {
    super(scope, id, {
      name: `protocols/${NAME}`,
      summary: 'Allows ping in the cluster, from pods to pods by ICMP and ICMPv6, and leaves all other traffic as it is.',
      useWhen: ['Default deny is on, and people find faults by ping.'],
      avoidWhen: [
        'Pods must not find out which other pods there are.',
        'Nodes are to be pinged: they aren\'t pods; without host endpoints nothing stops it.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inEarlyTier(`${scope.node.path}/${id}`, props, NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.ALLOW_PING);
    // A namespace alone would also mean its network sets, which may hold any address.
    const pods = props.namespaces ? Peer.of(PodScope.PODS).inNamespaces(props.namespaces) : Peer.of(PodScope.PODS);
    const outside = byFamily(props.sources ?? []).flatMap(({ family, nets }) => allowIcmp(
      ECHO_REQUESTS.filter(({ protocol }) => (protocol === 'ICMP') === (family === IpFamily.IPV4)),
      { source: Peer.nets(...nets) },
    ));
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, NAME) },
      order: props.order ?? TIER_ORDER.ALLOW_PING,
      namespaceSelector: PodScope.namespaces(props.namespaces ?? Selector.all()),
      types: [PolicyType.INGRESS, PolicyType.EGRESS],
      ingress: [...allowIcmp(ECHO_REQUESTS, { source: pods }), ...outside, Rule.pass()],
      egress: [...allowIcmp(ECHO_REQUESTS, { destination: pods }), Rule.pass()],
    });
  }

  public probes(): ProbeSet[] {
    return allowPingProbes(this.props.namespaces, this.props.sources ?? []);
  }
}
