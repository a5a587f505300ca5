import { Construct } from 'constructs';
import { untrackedServerProbes } from './probes';
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

const NAME = 'untracked-server';

/**
 * Options of `UntrackedServer`.
 */
export interface UntrackedServerProps extends PolicyTemplateProps {
  /** The host endpoints of the nodes where the server runs, by their labels. */
  readonly hosts: Selector;

  /** The server's ports, by their numbers. */
  readonly ports: Port[];

  /** The protocol. @default - TCP */
  readonly protocol?: Protocol;

  /** Host endpoints and global network sets that are clients, by their labels. Give this, `clientNets` or both. @default - none */
  readonly clients?: Selector;

  /** Addresses of clients. @default - none */
  readonly clientNets?: Cidr[];

  /** The name of the policy, where the template is used more than once. @default untracked-server */
  readonly name?: string;
}

/**
 * Takes the connections of a server on the network of its node out of connection tracking: requests and replies, as nothing connects the two.
 *
 * Source: Calico's `network-policy/extreme-traffic/high-connection-workloads`.
 */
export class UntrackedServer extends PolicyTemplate {
  private readonly props: UntrackedServerProps;

  /** @throws where there are no clients, no ports, or a port has no number */
  constructor(scope: Construct, id: string, props: UntrackedServerProps) {
    super(scope, id, {
      name: `extreme-traffic/${NAME}`,
      summary: 'Allows a high-connection server on the network of its node untracked (doNotTrack), both directions: requests and replies.',
      useWhen: ['A server has so many connections, or so short ones, that the node\'s table of connections overflows: 50,000 a second, say.'],
      avoidWhen: [
        'The server is an ordinary pod, or is reached by a Service: without tracking, addresses of Services aren\'t translated, and egress of pods isn\'t covered.',
        'Clients are pods whose address their node replaces on the way to other nodes (`natOutgoing`): the server sees their node; give `clientNets`.',
        'The server opens connections from these ports itself: anybody among the clients could be reached that way.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    const { clients, clientNets = [], ports, protocol = Protocol.TCP } = props;
    if (clients === undefined && clientNets.length === 0) {
      throw new Error(`${this.node.path}: there are neither clients nor clientNets; give 0.0.0.0/0 and ::/0 as clientNets to serve everybody`);
    }
    const unnumbered = ports.find((port) => !/^\d/.test(port.toString()));
    if (ports.length === 0 || unnumbered) {
      throw new Error(`${this.node.path}: ${unnumbered ? `port ${unnumbered} has no number` : 'ports is empty'}; a reply is known by the number of the port that it comes from`);
    }
    this.props = props;
    const peers = [
      ...clients ? [Peer.of(clients).inNamespaces(Selector.global())] : [],
      ...byFamily(clientNets).map(({ nets }) => Peer.nets(...nets)),
    ];
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      order: props.order ?? 100,
      selector: hostEndpointsWith(props.hosts),
      types: [PolicyType.INGRESS, PolicyType.EGRESS],
      doNotTrack: true,
      applyOnForward: true,
      ingress: peers.map((peer) => Rule.allow({ protocol, source: peer, destination: Peer.ports(...ports) })),
      egress: peers.map((peer) => Rule.allow({ protocol, source: Peer.ports(...ports), destination: peer })),
    });
  }

  public probes(): ProbeSet[] {
    return untrackedServerProbes(this.props);
  }
}
