import { Construct } from 'constructs';
import { namespaceDefaultDenyProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

/**
 * Options of `NamespaceDefaultDeny`.
 */
export interface NamespaceDefaultDenyProps extends PolicyTemplateProps {
  /** The namespace. */
  readonly namespace: string;

  /** Directions in which nothing passes. @default - both */
  readonly types?: PolicyType[];
}

/**
 * Denies all traffic of a namespace's pods that no other policy allows.
 *
 * Source: the best practice of Calico's `network-policy/get-started/kubernetes-default-deny`.
 */
export class NamespaceDefaultDeny extends PolicyTemplate {
  private readonly namespace: string;
  private readonly types: PolicyType[];

  constructor(scope: Construct, id: string, props: NamespaceDefaultDenyProps) {
    super(scope, id, {
      name: 'baseline/namespace-default-deny',
      summary: 'Denies all traffic of a namespace\'s pods that no other policy allows.',
      useWhen: ['Each application brings policies for what it needs, and nothing else is to pass.'],
      avoidWhen: [
        'Pods need DNS and no policy allows it yet: add dns/allow-dns with it.',
        'Pods on the network of their node are to be closed too: no policy of pods applies to them.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.namespace = props.namespace;
    this.types = props.types ?? [PolicyType.INGRESS, PolicyType.EGRESS];
    this.addNetworkPolicy('policy', { metadata: { name: 'default-deny', namespace: props.namespace }, types: this.types });
  }

  public probes(): ProbeSet[] {
    return namespaceDefaultDenyProbes(this.namespace, this.types);
  }
}
