import { Construct } from 'constructs';
import { typhaPlacementProbes } from './probes';
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

const NAME = 'typha-placement';

/**
 * Options of `TyphaPlacement`.
 */
export interface TyphaPlacementProps extends PolicyTemplateProps {
  /** The addresses of all nodes, of each version of IP: their Felix is a client of Typha. */
  readonly nodes: Cidr[];

  /** The label of the nodes that Typha may run on. @default typha */
  readonly label?: string;

  /** The value of that label. @default allowed */
  readonly value?: string;
}

/**
 * Typha on a few known nodes: only these open its port, and only to nodes.
 *
 * Source: Calico's `network-policy/comms/reduce-nodes`, whose sample has a list below `requiredDuringSchedulingIgnoredDuringExecution` where
 * Kubernetes wants `nodeSelectorTerms`: the API server refuses it.
 */
export class TyphaPlacement extends PolicyTemplate {
  /** The `typhaAffinity` for the spec of the operator's Installation; `affinity` of the pods where Calico is installed by manifests. */
  public readonly typhaAffinity: any;

  private readonly nodes: Cidr[];
  private readonly typhaNodes: Selector;

  /** @throws where `tier` doesn't come before `default`, or `nodes` is empty */
  constructor(scope: Construct, id: string, props: TyphaPlacementProps) {
    super(scope, id, {
      name: `securing-calico/${NAME}`,
      summary: 'Typha placement: Typha runs on nodes with a label, and only there its port (5473) is open, to nodes alone.',
      useWhen: ['Fewer nodes are to listen for Typha\'s clients, and to be looked after.'],
      avoidWhen: [
        'Port 5473 is among the failsafe ports, as by default: no policy closes it; see hosts/failsafe-replacement.',
        'Fewer nodes have the label than Typha has replicas: those without a place stay pending.',
        'Host endpoints don\'t have the labels of their nodes: those that Calico makes itself do.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inEarlyTier(`${scope.node.path}/${id}`, props, NAME));
    if (props.nodes.length === 0) {
      throw new Error(`${this.node.path}: nodes is empty, so no Felix would reach Typha; name the addresses of the nodes`);
    }
    this.nodes = props.nodes;
    const { label: key = 'typha', value = 'allowed' } = props;
    this.typhaNodes = Selector.label(key).equals(value);
    this.typhaAffinity = {
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: [value] }] }] } },
    };
    makeOwnTier(this, props.tier, TIER_ORDER.TYPHA_PLACEMENT);
    const order = props.order ?? TIER_ORDER.TYPHA_PLACEMENT;
    const typha = { protocol: Protocol.TCP, destination: Peer.ports(Port.of(5473)) };
    this.addGlobalNetworkPolicy('typha-nodes', {
      metadata: { name: nameInTier(this.tier, NAME) },
      order,
      selector: hostEndpointsWith(this.typhaNodes),
      types: [PolicyType.INGRESS],
      ingress: byFamily(props.nodes).map(({ nets }) => Rule.allow({ ...typha, source: Peer.nets(...nets) })),
    });
    this.addGlobalNetworkPolicy('others', {
      metadata: { name: nameInTier(this.tier, `${NAME}-closed`) },
      order: order + 1,
      selector: hostEndpointsWith(),
      types: [PolicyType.INGRESS],
      ingress: [Rule.deny(typha), Rule.pass()],
    });
  }

  public probes(): ProbeSet[] {
    return typhaPlacementProbes(this.nodes, this.typhaNodes);
  }
}
