import { Construct } from 'constructs';
import { denyExternalEgressProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { AppTemplateProps } from '../app-template-props';

/**
 * Options of `DenyExternalEgress`.
 */
export interface DenyExternalEgressProps extends AppTemplateProps {
  /** Namespaces whose pods the app may reach, by their labels; the DNS pods are in kube-system. @default - every namespace */
  readonly namespaces?: Selector;
}

/**
 * Lets an app reach pods of the cluster, the DNS among them, and nothing outside.
 *
 * Source: recipe 14 of ahmetb/kubernetes-network-policy-recipes, whose rule for DNS opens port 53 of every address outside.
 */
export class DenyExternalEgress extends PolicyTemplate {
  private readonly props: DenyExternalEgressProps;

  constructor(scope: Construct, id: string, props: DenyExternalEgressProps) {
    super(scope, id, {
      name: 'apps/deny-external-egress',
      summary: 'Denies external egress of an app: it reaches pods of the cluster, their DNS among them, and no address outside.',
      useWhen: ['An app has nobody to talk to outside, and data must not leave by it.'],
      avoidWhen: [
        'The app needs Kubernetes\' API, or anything else on the network of nodes: that isn\'t a pod; add dns/allow-kube-apiserver.',
        'Nodes run NodeLocal DNSCache: add dns/node-local-dns.',
        'The DNS of the cluster resolves names outside: data can leave in the names that are asked for, which no policy sees.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'deny-external-egress'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.EGRESS],
      // A namespace alone would also mean its network sets, which may hold any address.
      egress: [Rule.allow({ destination: Peer.of(PodScope.PODS).inNamespaces(props.namespaces ?? Selector.all()) })],
    });
  }

  public probes(): ProbeSet[] {
    return denyExternalEgressProbes(this.props);
  }
}
