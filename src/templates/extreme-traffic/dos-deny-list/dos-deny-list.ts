import { Construct } from 'constructs';
import { dosDenyListProbes } from './probes';
import { GlobalNetworkSet } from '../../../constructs/network-set';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { hostEndpointsWith } from '../../host-selection';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

const NAME = 'dos-deny-list';

/**
 * Options of `DosDenyList`.
 */
export interface DosDenyListProps extends PolicyTemplateProps {
  /** The attackers' addresses. May be empty: `networkSet.addNets` puts more on the list, and so does an edit of the network set in an attack. */
  readonly nets: Cidr[];

  /** The host endpoints, by their labels. @default - all */
  readonly hosts?: Selector;

  /** The name of the network set and the policy. @default dos-deny-list */
  readonly name?: string;
}

/**
 * Drops what comes from addresses on a list as early as possible, before connections are tracked, for hosts and for the pods behind them.
 *
 * Source: Calico's `network-policy/extreme-traffic/defend-dos-attack`, whose list is every endpoint with a label, pods too.
 */
export class DosDenyList extends PolicyTemplate {
  /** The list. `addNets` puts more on it. */
  public readonly networkSet: GlobalNetworkSet;

  private readonly props: DosDenyListProps;

  constructor(scope: Construct, id: string, props: DosDenyListProps) {
    super(scope, id, {
      name: `extreme-traffic/${NAME}`,
      summary: 'Drops traffic from a deny-list of attackers (DoS) at host endpoints, untracked and at the earliest point, for the pods behind them too.',
      useWhen: ['A flood of connections is known by where it comes from, and dropping it must cost little: Calico uses XDP where it can.'],
      avoidWhen: [
        'There are no host endpoints: this policy acts nowhere else; a node needs one for its outer interface, or for all (`*`).',
        'Attackers are to be kept from failsafe ports, such as SSH (22) and the API server (6443), too: these stay open; see `FelixConfiguration`.',
        'A load balancer or proxy before the nodes replaces the client\'s address: block the attackers there.',
        'Traffic to the addresses is to be denied as well: take external/deny-list.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    const name = props.name ?? NAME;
    this.networkSet = new GlobalNetworkSet(this, 'nets', { metadata: { name, labels: { 'network-set': name } }, nets: props.nets });
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, name) },
      // Before untracked policies that allow. What no untracked rule decides goes on to the other policies, whatever the tier.
      order: props.order ?? 0,
      selector: hostEndpointsWith(props.hosts),
      types: [PolicyType.INGRESS],
      doNotTrack: true,
      applyOnForward: true,
      ingress: [Rule.deny({ source: Peer.of(Selector.label('network-set').equals(name)).inNamespaces(Selector.global()) })],
    });
  }

  public probes(): ProbeSet[] {
    return dosDenyListProbes(this.props);
  }
}
