import { Construct } from 'constructs';
import { forwardedTrafficProbes } from './probes';
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

const NAME = 'forwarded-traffic';

/**
 * Options of `ForwardedTraffic`.
 */
export interface ForwardedTrafficProps extends PolicyTemplateProps {
  /** The host endpoints of the interfaces to the guarded network, by their labels. */
  readonly hosts: Selector;

  /** Ports that are reached in the guarded network. @default - SSH (22) */
  readonly ports?: Port[];

  /** The protocol. @default - TCP */
  readonly protocol?: Protocol;

  /** Addresses that are reached in the guarded network. @default - all behind the interface */
  readonly to?: Cidr[];

  /** Addresses that may reach them. @default - all before the interface */
  readonly from?: Cidr[];

  /** The name of the policy, where the template is used more than once. @default forwarded-traffic */
  readonly name?: string;
}

/**
 * Guards a network behind a router or NAT gateway: what hosts forward into it is limited to some ports, SSH by default, and nothing comes out.
 *
 * Source: `allow-ssh-maintenance` of Calico's `network-policy/hosts/host-forwarded-traffic`, which says nothing of ingress, so that hosts of the
 * maintenance network open connections to everywhere.
 */
export class ForwardedTraffic extends PolicyTemplate {
  private readonly props: ForwardedTrafficProps;

  /** @throws where `ports`, `to` or `from` is empty, or `to` and `from` have no version of IP in common */
  constructor(scope: Construct, id: string, props: ForwardedTrafficProps) {
    super(scope, id, {
      name: `hosts/${NAME}`,
      summary: 'Limits forwarded traffic into a maintenance network behind host endpoints to SSH, or other ports, and lets nothing out of it.',
      useWhen: ['A host is the router or NAT gateway of a network that only administrators reach.'],
      avoidWhen: [
        'The host endpoint is the one for all interfaces (`*`): it then governs traffic to the host\'s own pods too; make one for the interface.',
        'The host itself serves the guarded network, by DHCP or NTP, say: add policies for that; failsafe ports stay open.',
        'Policies without `applyOnForward` were expected to act: they never do on what a host passes on.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    const { ports = [Port.of(22)], protocol = Protocol.TCP, to, from } = props;
    const empty = Object.entries({ ports, to, from }).find(([, list]) => list?.length === 0);
    if (empty) {
      throw new Error(`${this.node.path}: ${empty[0]} is empty, which Calico takes for no condition at all; leave it out, or name what is let through`);
    }
    const rules = pairs(from, to);
    if (rules.length === 0) {
      throw new Error(`${this.node.path}: from and to have no version of IP in common, so nothing would be let through`);
    }
    this.props = props;
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      selector: hostEndpointsWith(props.hosts),
      applyOnForward: true,
      types: [PolicyType.INGRESS, PolicyType.EGRESS],
      egress: rules.map((pair) => Rule.allow({
        protocol,
        ...(pair.from && { source: Peer.nets(...pair.from) }),
        destination: Peer.where({ nets: pair.to, ports }),
      })),
    });
  }

  public probes(): ProbeSet[] {
    return forwardedTrafficProbes(this.props);
  }
}

interface Pair {
  readonly from?: Cidr[];
  readonly to?: Cidr[];
}

/** Sources with destinations of the same version of IP. */
function pairs(from: readonly Cidr[] | undefined, to: readonly Cidr[] | undefined): Pair[] {
  if (!from || !to) {
    return from || to ? byFamily(from ?? to ?? []).map(({ nets }) => from ? { from: nets } : { to: nets }) : [{}];
  }
  const destinations = byFamily(to);
  return byFamily(from).flatMap(({ family, nets }) =>
    destinations.filter((one) => one.family === family).map((one) => ({ from: nets, to: one.nets })));
}
