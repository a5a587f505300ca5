import { Construct } from 'constructs';
import { icmpErrorsAndNeighbourDiscoveryProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { hostEndpointsWith } from '../../host-selection';
import { inEarlyTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { allowIcmp } from '../icmp-rules';
import { ERRORS, NEIGHBOUR_DISCOVERY } from '../icmp-types';

const NAME = 'icmp-errors';

/**
 * Options of `IcmpErrorsAndNeighbourDiscovery`.
 */
export interface IcmpErrorsAndNeighbourDiscoveryProps extends PolicyTemplateProps {
  /** The host endpoints, by their labels. @default - all */
  readonly hosts?: Selector;

  /** Whether errors are let through to pods too. @default true */
  readonly pods?: boolean;
}

/**
 * Lets through what IP itself needs: errors such as "host unreachable", and IPv6's neighbour discovery at host endpoints.
 *
 * Source: `allow-host-unreachable` of Calico's `network-policy/policy-rules/icmp-ping`, which selects `projectcalico.org/orchestrator ==
 * 'kubernetes'` and so no pod at all, as the value is `k8s`. Felix lets pods discover their neighbours whatever policies say (`ICMPv6Filter` in
 * felix/rules/static.go), host endpoints not.
 */
export class IcmpErrorsAndNeighbourDiscovery extends PolicyTemplate {
  private readonly props: IcmpErrorsAndNeighbourDiscoveryProps;

  /** @throws where `tier` doesn't come before `default` */
  constructor(scope: Construct, id: string, props: IcmpErrorsAndNeighbourDiscoveryProps = {}) {
    super(scope, id, {
      name: 'protocols/icmp-errors-and-neighbour-discovery',
      summary: 'Allows ICMP errors (host unreachable, packet too big) to pods and hosts, and IPv6 neighbour discovery at host endpoints.',
      useWhen: [
        'Host endpoints are closed by default and the nodes speak IPv6: without neighbour discovery they lose their router within a minute.',
        'Traffic isn\'t tracked (doNotTrack), so that nothing knows which connection an error belongs to.',
      ],
      avoidWhen: [
        'There are no host endpoints and all traffic is tracked: errors of a connection pass with it, and pods discover their neighbours anyway.',
        'Ping is meant: it isn\'t allowed here; take protocols/allow-ping for pods.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inEarlyTier(`${scope.node.path}/${id}`, props, NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.ICMP_ERRORS);
    const order = props.order ?? TIER_ORDER.ICMP_ERRORS;
    const needed = [...allowIcmp([...ERRORS, ...NEIGHBOUR_DISCOVERY]), Rule.pass()];
    this.addGlobalNetworkPolicy('hosts', {
      metadata: { name: nameInTier(this.tier, `${NAME}-of-hosts`) },
      order,
      selector: hostEndpointsWith(props.hosts),
      types: [PolicyType.INGRESS, PolicyType.EGRESS],
      ingress: needed,
      egress: needed,
    });
    if (props.pods !== false) {
      this.addGlobalNetworkPolicy('pods', {
        metadata: { name: nameInTier(this.tier, `${NAME}-of-pods`) },
        order,
        selector: PodScope.PODS,
        types: [PolicyType.INGRESS],
        ingress: [...allowIcmp(ERRORS), Rule.pass()],
      });
    }
  }

  public probes(): ProbeSet[] {
    return icmpErrorsAndNeighbourDiscoveryProbes(this.props.hosts, this.props.pods !== false);
  }
}
