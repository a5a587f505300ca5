import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { guardedServiceAccountsProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { ClusterDns, dnsRules } from '../../cluster-dns';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

const RBAC = 'rbac.authorization.k8s.io';

/**
 * Options of `GuardedServiceAccounts`.
 */
export interface GuardedServiceAccountsProps extends PolicyTemplateProps {
  /** The namespace. */
  readonly namespace: string;

  /** The service accounts whose pods only talk to each other, by the labels of the service accounts. */
  readonly serviceAccounts: Selector;

  /** Groups of users, as the API server knows them, that may create, label and delete service accounts of the namespace. */
  readonly managers: string[];

  /** Whether these pods may ask DNS. @default true */
  readonly allowDns?: boolean;

  /** The pods that answer. @default - kube-dns or CoreDNS in kube-system */
  readonly dns?: ClusterDns;

  /** The name of the policy, the Role and its RoleBinding. @default guarded-service-accounts */
  readonly name?: string;
}

/**
 * Pods of some service accounts only talk to each other, and RBAC says who may give service accounts the label.
 *
 * Source: "Use Kubernetes RBAC to control service account label assignment" of Calico's `network-policy/policy-rules/service-accounts`, which
 * shows no RBAC and cuts the pods off from DNS.
 */
export class GuardedServiceAccounts extends PolicyTemplate {
  private readonly props: GuardedServiceAccountsProps;

  /** @throws where `managers` is empty, or the selector matches service accounts without labels, so `default` too */
  constructor(scope: Construct, id: string, props: GuardedServiceAccountsProps) {
    super(scope, id, {
      name: 'apps/guarded-service-accounts',
      summary: 'Pods of RBAC-guarded service accounts talk to each other and to DNS only; a Role says who may label service accounts.',
      useWhen: ['Those who deploy pods aren\'t those who decide what pods may reach, such as interns, contractors or batch jobs.'],
      avoidWhen: [
        'Another Role or ClusterRole lets others write service accounts, as `edit` and `admin` do: RBAC only adds rights, so bind deployers to less.',
        'Deployers are to be kept from running pods as another service account of the namespace: RBAC has no such right; use an admission policy.',
        'Clients of other namespaces are to get in: add apps/service-account-by-label.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    if (props.managers.length === 0) {
      throw new Error(`${this.node.path}: managers is empty, so nobody would be bound to the Role; name the groups that may write service accounts`);
    }
    if (props.serviceAccounts.matches({})) {
      throw new Error(`${this.node.path}: serviceAccounts is ${props.serviceAccounts}, which matches service accounts without any labels, so \`default\` too; ask for a label that has to be there`);
    }
    this.props = props;
    const metadata = { name: props.name ?? 'guarded-service-accounts', namespace: props.namespace };
    const group = Peer.where({ serviceAccountSelector: props.serviceAccounts });
    this.addNetworkPolicy('policy', {
      metadata: { ...metadata, name: nameInTier(this.tier, metadata.name) },
      serviceAccountSelector: props.serviceAccounts,
      types: [PolicyType.INGRESS, PolicyType.EGRESS],
      ingress: [Rule.allow({ source: group })],
      egress: [Rule.allow({ destination: group }), ...props.allowDns === false ? [] : dnsRules(props.dns)],
    });
    const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];
    new ApiObject(this, 'role', { apiVersion: `${RBAC}/v1`, kind: 'Role', metadata, ...{ rules: [{ apiGroups: [''], resources: ['serviceaccounts'], verbs }] } });
    new ApiObject(this, 'role-binding', {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata,
      ...{
        roleRef: { apiGroup: RBAC, kind: 'Role', name: metadata.name },
        subjects: props.managers.map((name) => ({ apiGroup: RBAC, kind: 'Group', name })),
      },
    });
  }

  public probes(): ProbeSet[] {
    return guardedServiceAccountsProbes(this.props);
  }
}
