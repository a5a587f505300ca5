import { Construct } from 'constructs';
import { onlyOnePortProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { AppTemplateProps } from '../app-template-props';

/**
 * Options of `OnlyOnePort`.
 */
export interface OnlyOnePortProps extends AppTemplateProps {
  /** The port of the app's pods (not of its Service). */
  readonly port: Port;

  /** The protocol. @default - TCP */
  readonly protocol?: Protocol;
}

/**
 * Opens one port of an app to everybody, and closes all others.
 *
 * Source: recipe 09 of ahmetb/kubernetes-network-policy-recipes.
 */
export class OnlyOnePort extends PolicyTemplate {
  private readonly props: OnlyOnePortProps;

  constructor(scope: Construct, id: string, props: OnlyOnePortProps) {
    super(scope, id, {
      name: 'apps/only-one-port',
      summary: 'Allows traffic only to one port of an app, whoever it is from, and closes its other ports.',
      useWhen: ['An app listens on more than what it serves, such as metrics, administration or debugging.'],
      avoidWhen: [
        'Only some clients are meant: take apps/limit-to-app with `ports`.',
        'The number is that of the Service: policies see traffic after the address of the Service is replaced, so the port of the pods counts.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'only-one-port'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: [Rule.allow({ protocol: props.protocol ?? Protocol.TCP, destination: Peer.ports(props.port) })],
    });
  }

  public probes(): ProbeSet[] {
    return onlyOnePortProbes(this.props);
  }
}
