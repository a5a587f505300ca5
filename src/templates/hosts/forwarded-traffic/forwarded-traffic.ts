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
  readonly destinations?: Cidr[];

  /** Addresses that may reach them. @default - all before the interface */
  readonly sources?: Cidr[];

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

  /** @throws where `ports`, `destinations` or `sources` is empty, or `destinations` and `sources` have no version of IP in common */
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
    const { ports = [Port.of(22)], protocol = Protocol.TCP, destinations, sources } = props;
    const empty = Object.entries({ ports, destinations, sources }).find(([, list]) => list?.length === 0);
    if (empty) {
      throw new Error(`${this.node.path}: ${empty[0]} is empty, which Calico takes for no condition at all; leave it out, or name what is let through`);
    }
    const rules = pairs(sources, destinations);
    if (rules.length === 0) {
      throw new Error(`${this.node.path}: sources and destinations have no version of IP in common, so nothing would be let through`);
    }
    this.props = props;
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      selector: hostEndpointsWith(props.hosts),
      applyOnForward: true,
      types: [PolicyType.INGRESS, PolicyType.EGRESS],
      egress: rules.map((pair) => Rule.allow({
        protocol,
        ...(pair.sources && { source: Peer.nets(...pair.sources) }),
        destination: Peer.where({ nets: pair.destinations, ports }),
      })),
    });
  }

  public probes(): ProbeSet[] {
    return forwardedTrafficProbes(this.props);
  }
}

interface Pair {
  readonly sources?: Cidr[];
  readonly destinations?: Cidr[];
}

/** Sources with destinations of the same version of IP. */
function pairs(sources: readonly Cidr[] | undefined, destinations: readonly Cidr[] | undefined): Pair[] {
  if (!sources || !destinations) {
    const given = byFamily(sources ?? destinations ?? []);
    return given.length === 0 ? [{}] : given.map(({ nets }) => sources ? { sources: nets } : { destinations: nets });
  }
  const ends = byFamily(destinations);
  return byFamily(sources).flatMap(({ family, nets }) =>
    ends.filter((end) => end.family === family).map((end) => ({ sources: nets, destinations: end.nets })));
}
