import { Construct } from 'constructs';
import { egressAllowListProbes } from './probes';
import { GlobalNetworkSet } from '../../../constructs/network-set';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { ClusterDns, dnsRules } from '../../cluster-dns';
import { PodScope, PodScopeProps } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';

/**
 * Options of `EgressAllowList`.
 */
export interface EgressAllowListProps extends PodScopeProps {
  /** The addresses outside that the pods may reach. */
  readonly nets: Cidr[];

  /** The ports there, and no other. @default - all */
  readonly ports?: Port[];

  /** The protocol. @default - TCP if there are `ports`, otherwise every protocol */
  readonly protocol?: Protocol;

  /** Whether the pods may reach all pods of the cluster, DNS among them. @default true */
  readonly allowCluster?: boolean;

  /** The pods that answer DNS: what is left of the cluster where `allowCluster` is false. @default - kube-dns or CoreDNS in kube-system */
  readonly dns?: ClusterDns;
}

/**
 * Lets pods reach addresses outside that are on a list, a GlobalNetworkSet, and no others.
 *
 * Source: Calico's `network-policy/policy-rules/external-ips-policy` and `reference/resources/globalnetworkset`.
 */
export class EgressAllowList extends PolicyTemplate {
  /** The list. `addNets` puts more on it. */
  public readonly networkSet: GlobalNetworkSet;

  private readonly props: EgressAllowListProps;

  /** @throws where `nets` is empty */
  constructor(scope: Construct, id: string, props: EgressAllowListProps) {
    super(scope, id, {
      name: 'external/egress-allow-list',
      summary: 'Allows egress to an allow-list of addresses outside, a GlobalNetworkSet, beside pods of the cluster and DNS; denies all others.',
      useWhen: ['Pods of many namespaces talk to the same few networks outside, and the list is kept in one place.'],
      avoidWhen: [
        'The networks are known by name only: their addresses change, and open source Calico has no policy by domain name.',
        'Pods need Kubernetes\' API or anything else on the network of nodes: add dns/allow-kube-apiserver.',
        'Somebody may label host endpoints who isn\'t trusted: one with the label of the list counts as on it.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    if (props.nets.length === 0) {
      throw new Error(`${this.node.path}: nets is empty, so nothing outside would be allowed; name one block at least, or take apps/deny-external-egress`);
    }
    this.props = props;
    const name = props.name ?? 'egress-allow-list';
    this.networkSet = new GlobalNetworkSet(this, 'nets', { metadata: { name, labels: { 'network-set': name } }, nets: props.nets });
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, name) },
      ...PodScope.fieldsOf(props),
      types: [PolicyType.EGRESS],
      egress: [
        // Pods and network sets of namespaces may have the label too; `global()` leaves them out.
        Rule.allow({
          ...matchOf(props),
          destination: Peer.where({ selector: Selector.label('network-set').equals(name), namespaceSelector: Selector.global(), ports: props.ports }),
        }),
        ...props.allowCluster === false ? dnsRules(props.dns) : [Rule.allow({ destination: Peer.of(PodScope.PODS) })],
      ],
    });
  }

  public probes(): ProbeSet[] {
    return egressAllowListProbes(this.props);
  }
}
