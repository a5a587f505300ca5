import { Construct } from 'constructs';
import { denyListProbes } from './probes';
import { GlobalNetworkSet } from '../../../constructs/network-set';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { inEarlyTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

const NAME = 'deny-list';

/**
 * Options of `DenyList`.
 */
export interface DenyListProps extends PolicyTemplateProps {
  /** The addresses that pods neither reach nor hear from. */
  readonly nets: Cidr[];

  /** Directions in which traffic is denied. @default - both */
  readonly types?: PolicyType[];

  /** Only pods in namespaces with matching labels. @default - every namespace */
  readonly namespaces?: Selector;

  /** The name of the network set, the policy and its tier. @default deny-list */
  readonly name?: string;
}

/**
 * Denies traffic between pods and addresses on a list, a GlobalNetworkSet.
 *
 * Source: "global network set" of Calico's `network-policy/policy-rules/external-ips-policy`. Its second policy lets all traffic through untracked,
 * so that replies need rules of their own and the addresses of Services aren't translated any more; nothing of the sort is needed.
 */
export class DenyList extends PolicyTemplate {
  /** The list. `addNets` puts more on it. */
  public readonly networkSet: GlobalNetworkSet;

  private readonly props: DenyListProps;

  /** @throws where `tier` doesn't come before `default`, or `nets` is empty */
  constructor(scope: Construct, id: string, props: DenyListProps) {
    const name = props.name ?? NAME;
    super(scope, id, {
      name: 'external/deny-list',
      summary: 'Denies traffic between pods and a deny-list of addresses, a GlobalNetworkSet, whatever other policies allow.',
      useWhen: ['Networks are known to attack, or must not be talked to, and no team is to make an exception.'],
      avoidWhen: [
        'Nodes replace the client\'s address before the pod sees it (`externalTrafficPolicy: Cluster`): take extreme-traffic/dos-deny-list.',
        'The flood is so great that connection tracking suffers: take extreme-traffic/dos-deny-list.',
        'Nodes and pods on their network are to be protected too: no policy of pods applies to them.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inEarlyTier(`${scope.node.path}/${id}`, props, name));
    if (props.nets.length === 0) {
      throw new Error(`${this.node.path}: nets is empty, so nothing would be denied; name one block at least`);
    }
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.DENY_LIST);
    this.networkSet = new GlobalNetworkSet(this, 'nets', { metadata: { name, labels: { 'network-set': name } }, nets: props.nets });
    const types = props.types ?? [PolicyType.INGRESS, PolicyType.EGRESS];
    // Pods may have the label too, and would be cut off; `global()` leaves them out.
    const list = Peer.of(Selector.label('network-set').equals(name)).inNamespaces(Selector.global());
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, name) },
      order: props.order ?? TIER_ORDER.DENY_LIST,
      namespaceSelector: PodScope.namespaces(props.namespaces ?? Selector.all()),
      types,
      ...(types.includes(PolicyType.INGRESS) && { ingress: [Rule.deny({ source: list }), Rule.pass()] }),
      ...(types.includes(PolicyType.EGRESS) && { egress: [Rule.deny({ destination: list }), Rule.pass()] }),
    });
  }

  public probes(): ProbeSet[] {
    return denyListProbes(this.props, this.props.types ?? [PolicyType.INGRESS, PolicyType.EGRESS]);
  }
}
