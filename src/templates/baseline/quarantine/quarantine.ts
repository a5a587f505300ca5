import { Construct } from 'constructs';
import { quarantineProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { inOwnTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

const NAME = 'quarantine';

/**
 * Options of `Quarantine`.
 */
export interface QuarantineProps extends PolicyTemplateProps {
  /** The label that puts a pod into quarantine. @default quarantine */
  readonly label?: string;

  /** The value that the label must have. @default true */
  readonly value?: string;

  /** Only pods in namespaces with matching labels. @default - every namespace, those of the system too */
  readonly namespaces?: Selector;

  /** Names of namespaces whose pods may reach those in quarantine, to look into what happened. @default - none */
  readonly investigatorNamespaces?: string[];

  /** Whether the kernel of the node logs each try. @default true */
  readonly log?: boolean;

  /** Name of the policy, and of its tier where none is given. @default quarantine */
  readonly name?: string;
}

/**
 * Cuts pods off from everything as soon as they have a label, whatever other policies allow.
 *
 * Not among Calico's recipes.
 */
export class Quarantine extends PolicyTemplate {
  private readonly props: QuarantineProps;

  constructor(scope: Construct, id: string, props: QuarantineProps = {}) {
    super(scope, id, {
      name: 'baseline/quarantine',
      summary: 'Cuts pods off from everything as soon as somebody gives them a label, whatever other policies allow.',
      useWhen: ['A pod may be taken over, and is to be looked into before it is deleted.'],
      avoidWhen: [
        'Its connections must break at once: those that are open stay open until they end or the pod\'s node forgets them.',
        'It is on the network of its node: no policy of pods applies to it.',
        'A `tier` is given, and one before it allows traffic of the pod: leave it out, or give the first, such as `security` of baseline/tier-skeleton.',
        'The label stands in the template of a Deployment: label the pod itself, and the Deployment replaces it if its selector no longer matches.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inOwnTier(props, props.name ?? NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.QUARANTINE);
    const rules = [...(props.log ?? true) ? [Rule.log()] : [], Rule.deny()];
    const investigators = props.investigatorNamespaces ?? [];
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      order: props.order ?? 0,
      namespaceSelector: PodScope.namespaces(props.namespaces ?? Selector.all()),
      selector: this.selector(),
      types: [PolicyType.INGRESS, PolicyType.EGRESS],
      ingress: [
        ...investigators.length > 0 ? [Rule.allow({ source: Peer.of(PodScope.PODS).inNamespacesNamed(...investigators) })] : [],
        ...rules,
      ],
      egress: rules,
    });
  }

  public probes(): ProbeSet[] {
    const { namespaces, investigatorNamespaces = [] } = this.props;
    return quarantineProbes(this.selector(), namespaces, investigatorNamespaces, this.props.tier);
  }

  private selector(): Selector {
    return Selector.label(this.props.label ?? 'quarantine').equals(this.props.value ?? 'true');
  }
}
