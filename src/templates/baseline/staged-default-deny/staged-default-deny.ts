import { Construct } from 'constructs';
import { stagedDefaultDenyProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { PodScope, PodScopeProps } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

/**
 * Options of `StagedDefaultDeny`. Here `staged` is true unless it is given as false: denying is what one asks for.
 */
export interface StagedDefaultDenyProps extends PodScopeProps {
  /** Directions that it looks at. @default - both */
  readonly types?: PolicyType[];
}

/**
 * Shows in flow logs what no policy allows, without denying it: the way to close a cluster that is running.
 *
 * Source: `network-policy/staged-network-policies` of Calico.
 */
export class StagedDefaultDeny extends PolicyTemplate {
  private readonly props: StagedDefaultDenyProps;
  private readonly types: PolicyType[];

  constructor(scope: Construct, id: string, props: StagedDefaultDenyProps = {}) {
    super(scope, id, {
      name: 'baseline/staged-default-deny',
      summary: 'Shows in flow logs what a default deny of applications\' pods would deny, and denies nothing until `staged` is false.',
      useWhen: ['A cluster with applications is to be closed: first see what they do, then allow it, then enforce this.'],
      avoidWhen: [
        'Nothing runs yet, or every application has its policies: enforce baseline/app-default-deny at once.',
        'DNS is not to show up as denied: add dns/allow-dns, staged or not; this one allows nothing.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, { ...props, staged: props.staged ?? true });
    this.props = props;
    this.types = props.types ?? [PolicyType.INGRESS, PolicyType.EGRESS];
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'staged-default-deny') },
      ...PodScope.fieldsOf(props),
      types: this.types,
    });
  }

  public probes(): ProbeSet[] {
    return stagedDefaultDenyProbes(this.props, this.types, this.tier);
  }
}
