import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { bgpPasswordProbes } from './probes';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { byFamily } from '../../families';
import { hostEndpointsWith } from '../../host-selection';
import { inEarlyTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

const NAME = 'bgp-password';
const RBAC = 'rbac.authorization.k8s.io';

/**
 * Options of `BgpPassword`.
 */
export interface BgpPasswordProps extends PolicyTemplateProps {
  /** The addresses that BGP is spoken with: nodes and routers, of each version of IP. */
  readonly peers: Cidr[];

  /**
   * The name of the Secret with the password, which is made elsewhere: passwords don't belong into manifests. A BGPPeer names it in its `password`.
   *
   * @default bgp-password
   */
  readonly secretName?: string;

  /** The namespace of calico-node and of the Secret; kube-system where Calico is installed by manifests. @default calico-system */
  readonly namespace?: string;

  /** The host endpoints of the nodes, by their labels. @default - all */
  readonly hosts?: Selector;
}

/**
 * Lets calico-node read the password of its BGP sessions, and keeps others than the peers from BGP where failsafe ports are replaced.
 *
 * Source: Calico's `network-policy/comms/secure-bgp`.
 */
export class BgpPassword extends PolicyTemplate {
  /** The name of the Secret with the password. */
  public readonly secretName: string;

  private readonly props: BgpPasswordProps;

  /** @throws where `tier` doesn't come before `default`, or `peers` is empty */
  constructor(scope: Construct, id: string, props: BgpPasswordProps) {
    super(scope, id, {
      name: `securing-calico/${NAME}`,
      summary: 'Secures BGP: calico-node may read the Secret with the password (RBAC), and only peers reach port 179 of host endpoints.',
      useWhen: ['Nodes peer with routers of a network that others are in as well.'],
      avoidWhen: [
        'Port 179 is among the failsafe ports, as by default: no policy closes it, and the password alone protects; see hosts/failsafe-replacement.',
        'Sessions are expected to have the password by this alone: a BGPPeer takes it by `password`, the full mesh by `nodeMeshPassword`.',
        'The password has more than 80 characters: sessions then never come up.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inEarlyTier(`${scope.node.path}/${id}`, props, NAME));
    if (props.peers.length === 0) {
      throw new Error(`${this.node.path}: peers is empty, so nobody would speak BGP; name the nodes and routers`);
    }
    this.props = props;
    this.secretName = props.secretName ?? NAME;
    const namespace = props.namespace ?? 'calico-system';
    makeOwnTier(this, props.tier, TIER_ORDER.BGP_PASSWORD);
    const bgp = { protocol: Protocol.TCP, destination: Peer.ports(Port.of(179)) };
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, NAME) },
      order: props.order ?? TIER_ORDER.BGP_PASSWORD,
      selector: hostEndpointsWith(props.hosts),
      types: [PolicyType.INGRESS],
      ingress: [...byFamily(props.peers).map(({ nets }) => Rule.allow({ ...bgp, source: Peer.nets(...nets) })), Rule.deny(bgp), Rule.pass()],
    });
    const metadata = { name: `read-${this.secretName}`, namespace };
    new ApiObject(this, 'role', {
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata,
      // `list` and `watch` too, as calico-node watches the Secret; by name, so that it reads no other.
      ...{ rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: [this.secretName], verbs: ['get', 'list', 'watch'] }] },
    });
    new ApiObject(this, 'role-binding', {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata,
      ...{
        roleRef: { apiGroup: RBAC, kind: 'Role', name: metadata.name },
        subjects: [{ kind: 'ServiceAccount', name: 'calico-node', namespace }],
      },
    });
  }

  public probes(): ProbeSet[] {
    return bgpPasswordProbes(this.props.peers, this.props.hosts);
  }
}
