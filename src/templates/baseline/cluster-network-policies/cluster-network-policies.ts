import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { clusterNetworkPoliciesProbes } from './probes';
import { Tier } from '../../../constructs/tier';
import { Peer } from '../../../values/peer';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { PodScope } from '../../pod-scope';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { SYSTEM_NAMESPACES } from '../../system-namespaces';

const METADATA_NAME = 'kubernetes.io/metadata.name';
const DNS_LABEL = 'k8s-app';
const DNS_APP = 'kube-dns';

/**
 * Options of `ClusterNetworkPolicies`.
 */
export interface ClusterNetworkPoliciesProps {
  /**
   * Whether it enforces nothing. Kubernetes has no staged ClusterNetworkPolicy: staged are the policies of Calico that come to the same, in the tiers
   * that Calico reads ClusterNetworkPolicies into.
   *
   * @default false
   */
  readonly staged?: boolean;

  /** Namespaces whose pods reach all others, whatever teams deny, such as monitoring. @default - none */
  readonly trustedNamespaces?: string[];

  /** Namespaces that these policies leave alone. @default - those of Kubernetes and Calico */
  readonly exceptNamespaces?: string[];

  /** Among the policies of Kubernetes' tier Admin, those with a lower priority decide first: 0 to 1000. @default 100 */
  readonly priority?: number;
}

/**
 * What administrators say before and after teams, with Kubernetes' own kind: pods may always ask DNS and be reached by monitoring, and other pods,
 * those of the same namespace among them, stay out where a team says nothing.
 *
 * Not among Calico's recipes. The API: network-policy-api v1alpha2; how Calico reads it: `clusternetworkpolicy.go` in
 * `libcalico-go/lib/backend/k8s/conversion`.
 */
export class ClusterNetworkPolicies extends PolicyTemplate {
  private readonly trusted: string[];
  private readonly excepted: string[];

  /** @throws where the priority is out of range */
  constructor(scope: Construct, id: string, props: ClusterNetworkPoliciesProps = {}) {
    super(scope, id, {
      name: 'baseline/cluster-network-policies',
      summary: 'Administrators\' word before and after that of teams, with Kubernetes\' ClusterNetworkPolicy: DNS and monitoring always, other pods only if asked for.',
      useWhen: [
        'Teams write Kubernetes NetworkPolicies, and administrators a floor and a ceiling that other network plugins understand too.',
        'The floor must give way to any NetworkPolicy: the tier kube-baseline is asked only where the tier `default` has none for a pod.',
      ],
      avoidWhen: [
        'Teams rely on having no policies: pods of their own namespace are kept out too, as the kind can\'t tell these apart; stage it first.',
        'The CustomResourceDefinition of ClusterNetworkPolicy isn\'t installed: it comes with network-policy-api, not with Calico.',
        'The outside is to be kept out too: a peer of ingress is pods or namespaces, never addresses; take baseline/app-default-deny.',
        'Calico is older than 3.32: it reads AdminNetworkPolicy instead.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, { staged: props.staged });
    const { priority = 100 } = props;
    if (!Number.isInteger(priority) || priority < 0 || priority > 1000) {
      throw new Error(`${this.node.path}: priority is ${priority}; it is a whole number from 0 to 1000`);
    }
    this.trusted = props.trustedNamespaces ?? [];
    this.excepted = props.exceptNamespaces ?? [...SYSTEM_NAMESPACES];
    if (this.staged) {
      this.addCalicoPolicies(priority);
    } else {
      this.addKubernetesPolicies(priority);
    }
  }

  public probes(): ProbeSet[] {
    return clusterNetworkPoliciesProbes(this.trusted, this.excepted);
  }

  private addKubernetesPolicies(priority: number): void {
    const subject = { namespaces: this.excepted.length === 0 ? {} : { matchExpressions: [{ key: METADATA_NAME, operator: 'NotIn', values: this.excepted }] } };
    const port = { destinationPort: { number: 53 } };
    const pods = { namespaceSelector: { matchLabels: { [METADATA_NAME]: 'kube-system' } }, podSelector: { matchLabels: { [DNS_LABEL]: DNS_APP } } };
    const add = (id: string, name: string, spec: object): void => {
      new ApiObject(this, id, { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name }, ...{ spec } });
    };
    add('admin', 'admin', {
      tier: 'Admin',
      priority,
      subject,
      ...this.trusted.length > 0 && {
        ingress: [{ name: 'trusted', action: 'Accept', from: [{ namespaces: { matchExpressions: [{ key: METADATA_NAME, operator: 'In', values: this.trusted }] } }] }],
      },
      egress: [{ name: 'dns', action: 'Accept', to: [{ pods }], protocols: [{ udp: port }, { tcp: port }] }],
    });
    add('baseline', 'baseline', {
      tier: 'Baseline',
      priority: 0,
      subject,
      ingress: [{ name: 'other-pods', action: 'Deny', from: [{ namespaces: {} }] }],
    });
  }

  private addCalicoPolicies(priority: number): void {
    const fields = { namespaceSelector: PodScope.namespaces(Selector.label('projectcalico.org/name').notIn(...this.excepted)), selector: Selector.all() };
    const dns = Peer.of(Selector.label(DNS_LABEL).equals(DNS_APP)).inNamespacesNamed('kube-system').onPorts(Port.of(53));
    this.addGlobalNetworkPolicy('admin', {
      metadata: { name: 'kube-admin.admin' },
      tier: Tier.KUBE_ADMIN,
      order: priority,
      ...fields,
      ingress: this.trusted.length > 0 ? [Rule.allow({ source: Peer.namespacesNamed(...this.trusted) })] : [],
      egress: [Protocol.UDP, Protocol.TCP].map((protocol) => Rule.allow({ protocol, destination: dns })),
    });
    this.addGlobalNetworkPolicy('baseline', {
      metadata: { name: 'kube-baseline.baseline' },
      tier: Tier.KUBE_BASELINE,
      order: 0,
      ...fields,
      ingress: [Rule.deny({ source: Peer.namespaces(Selector.all()) })],
    });
  }
}
