import { Construct } from 'constructs';
import { egressCidrProbes } from './probes';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { AppPortsProps } from '../../apps/app-template-props';
import { ClusterDns, dnsRules } from '../../cluster-dns';
import { byFamily } from '../../families';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';

/**
 * Options of `EgressCidr`. `ports` are those of the destination.
 */
export interface EgressCidrProps extends AppPortsProps {
  /** The addresses that the app may reach. */
  readonly cidrs: Cidr[];

  /** Addresses within these that it may not. @default - none */
  readonly exceptCidrs?: Cidr[];

  /** Whether the app may ask DNS. @default true */
  readonly allowDns?: boolean;

  /** The pods that answer. @default - kube-dns or CoreDNS in kube-system */
  readonly dns?: ClusterDns;
}

/**
 * Lets an app reach some addresses and DNS, and nothing else.
 *
 * Source: "Limit traffic to or from external networks" of Calico's `network-policy/policy-rules/external-ips-policy`, which cuts the app
 * off from DNS.
 */
export class EgressCidr extends PolicyTemplate {
  private readonly props: EgressCidrProps;

  /** @throws where `cidrs` is empty */
  constructor(scope: Construct, id: string, props: EgressCidrProps) {
    super(scope, id, {
      name: 'external/egress-cidr',
      summary: 'Limits egress of an app to some CIDRs, such as a partner\'s, and DNS.',
      useWhen: ['An app talks to a few addresses outside that seldom change.'],
      avoidWhen: [
        'Several apps talk to the same addresses: take external/egress-allow-list, where they are written once.',
        'The addresses are those of Services: policies see where a packet goes after the address of the Service is replaced.',
        'The app talks to other pods too: add a policy for that; policies of a tier add up.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    if (props.cidrs.length === 0) {
      throw new Error(`${this.node.path}: cidrs is empty, which Calico takes for no condition at all; name one block at least`);
    }
    this.props = props;
    const match = matchOf(props);
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'egress-cidr'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.EGRESS],
      egress: [
        ...byFamily(props.cidrs).map(({ family, nets }) => Rule.allow({
          ...match,
          destination: Peer.where({ nets, notNets: notEmpty(props.exceptCidrs?.filter((net) => net.family === family)), ports: props.ports }),
        })),
        ...props.allowDns === false ? [] : dnsRules(props.dns),
      ],
    });
  }

  public probes(): ProbeSet[] {
    return egressCidrProbes(this.props);
  }
}

function notEmpty(nets: Cidr[] | undefined): Cidr[] | undefined {
  return nets?.length === 0 ? undefined : nets;
}
