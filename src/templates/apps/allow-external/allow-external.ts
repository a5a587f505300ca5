import { Construct } from 'constructs';
import { allowExternalProbes } from './probes';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { byFamily } from '../../families';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';
import { AppPortsProps } from '../app-template-props';

/**
 * Options of `AllowExternal`.
 */
export interface AllowExternalProps extends AppPortsProps {
  /** Addresses that aren't outside, of each version that the cluster has: the pools of pods, and the nodes unless they are to get in. */
  readonly inside: Cidr[];

  /** Addresses outside that get in. @default - all: 0.0.0.0/0 and ::/0 */
  readonly sources?: Cidr[];
}

/**
 * Lets clients outside the cluster reach an app, and no pods.
 *
 * Source: recipe 08 of ahmetb/kubernetes-network-policy-recipes, whose empty `from` lets in every pod of the cluster too.
 */
export class AllowExternal extends PolicyTemplate {
  private readonly props: AllowExternalProps;

  /** @throws where `inside` or `sources` is empty */
  constructor(scope: Construct, id: string, props: AllowExternalProps) {
    super(scope, id, {
      name: 'apps/allow-external',
      summary: 'Allows clients outside the cluster to reach an app, and keeps the cluster\'s own pods out.',
      useWhen: ['An app serves the world or a company network, by a load balancer or node ports that keep the client\'s address.'],
      avoidWhen: [
        'Nodes replace the client\'s address (`externalTrafficPolicy: Cluster`): the app then sees nodes; leave them out of `inside`, and `sources` as it is.',
        'An ingress controller in the cluster serves the world: it is what needs this, and the app behind it takes apps/limit-to-app.',
        'Pods of the cluster are to get in too: take apps/allow-all-to-app.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    if (props.inside.length === 0 || props.sources?.length === 0) {
      throw new Error(`${this.node.path}: ${props.inside.length === 0 ? 'inside' : 'sources'} is empty; give the ranges of pods as \`inside\`, and leave \`sources\` out to let in the world`);
    }
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'allow-external'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: byFamily(sourcesOf(props)).map(({ family, nets }) => {
        // Of another version of IP, these would stop the rule from matching anything.
        const inside = props.inside.filter((net) => net.family === family);
        const isEverything = props.sources === undefined && inside.length > 0;
        const source = Peer.where({ nets: isEverything ? undefined : nets, notNets: inside.length > 0 ? inside : undefined });
        return Rule.allow({ ...matchOf(props), source });
      }),
    });
  }

  public probes(): ProbeSet[] {
    return allowExternalProbes({ ...this.props, sources: sourcesOf(this.props) });
  }
}

function sourcesOf({ sources }: AllowExternalProps): Cidr[] {
  return sources ?? [Cidr.parse('0.0.0.0/0'), Cidr.parse('::/0')];
}
