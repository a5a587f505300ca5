import { Construct } from 'constructs';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { appDefaultDenyProbes } from '../app-default-deny/probes';
import { defaultDeny, DefaultDenyProps } from '../default-deny';

/**
 * Options of `StagedDefaultDeny`. Here `staged` is true unless it is given as false: denying is what one asks for.
 */
export interface StagedDefaultDenyProps extends DefaultDenyProps {}

/**
 * Shows in flow logs what no policy allows, without denying it: the way to close a cluster that is running.
 *
 * Source: `network-policy/staged-network-policies` of Calico.
 */
export class StagedDefaultDeny extends PolicyTemplate {
  private readonly props: StagedDefaultDenyProps;

  constructor(scope: Construct, id: string, props: StagedDefaultDenyProps = {}) {
    super(scope, id, {
      name: 'baseline/staged-default-deny',
      summary: 'Shows in flow logs what a default deny of applications\' pods would deny, and denies nothing until `staged` is false.',
      useWhen: ['A cluster with applications is to be closed: first see what they do, then allow it, then enforce this.'],
      avoidWhen: [
        'Nothing runs yet, or every application has its policies: enforce baseline/app-default-deny at once.',
        'Queries for names are to show up as denied too: set `allowDns` to false.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, { ...props, staged: props.staged ?? true });
    this.props = props;
    this.addGlobalNetworkPolicy('policy', { metadata: { name: nameInTier(this.tier, props.name ?? 'staged-default-deny') }, ...defaultDeny(props).fields });
  }

  /** Those of the default deny that it is on trial for. */
  public probes(): ProbeSet[] {
    const { types, dns } = defaultDeny(this.props);
    return appDefaultDenyProbes(this.props, types, dns, this.tier);
  }
}
