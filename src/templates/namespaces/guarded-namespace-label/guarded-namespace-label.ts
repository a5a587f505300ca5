import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labelGuard } from './label-guard';
import { guardedNamespaceLabelProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';
import { NamespacePortsProps } from '../namespace-ports-props';

/**
 * Options of `GuardedNamespaceLabel`.
 */
export interface GuardedNamespaceLabelProps extends NamespacePortsProps {
  /** The label of a namespace that lets its pods in. */
  readonly label: string;

  /** The value that the label must have. @default - any */
  readonly value?: string;

  /** Groups of users, as the API server knows them, that may set, change and remove the label. Those who may do everything may always. */
  readonly managers: string[];
}

/**
 * Opens pods to the namespaces that have a label, and guards the label: an admission policy of Kubernetes refuses to give it, change it or take it
 * away to whoever isn't allowed to.
 *
 * Source: "Use Kubernetes RBAC to control namespace label assignment" of Calico's `network-policy/policy-rules/namespace-policy`, which
 * shows no RBAC. RBAC alone can't do it: it lets somebody edit a namespace or not, and not a single label of it.
 */
export class GuardedNamespaceLabel extends PolicyTemplate {
  private readonly props: GuardedNamespaceLabelProps;

  /** @throws where `managers` is empty, or Kubernetes has no such label */
  constructor(scope: Construct, id: string, props: GuardedNamespaceLabelProps) {
    super(scope, id, {
      name: 'namespaces/guarded-namespace-label',
      summary: 'Allows pods of namespaces with a label to reach pods of one, and lets nobody but some groups set that label.',
      useWhen: ['Namespaces come and go, and who may reach the app is decided by giving a namespace a label.'],
      avoidWhen: [
        'One or a few namespaces are meant, and known: take namespaces/allow-from-namespace, which nobody can pretend to be.',
        'The cluster is older than Kubernetes 1.30: it has no ValidatingAdmissionPolicy.',
        'Those who may create pods in a namespace with the label aren\'t trusted: guard service accounts with apps/guarded-service-accounts.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    if (props.managers.length === 0) {
      throw new Error(`${this.node.path}: managers is empty, so nobody could ever let a namespace in; name the groups that may set ${props.label}`);
    }
    this.props = props;
    const name = props.name ?? 'guarded-namespace-label';
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, name), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: [Rule.allow({ ...matchOf(props), source: Peer.of(PodScope.PODS).inNamespaces(this.namespaces()) })],
    });
    for (const { id: part, ...object } of labelGuard(`${props.namespace}-${name}`, props.label, props.managers)) {
      new ApiObject(this, part, object);
    }
  }

  public probes(): ProbeSet[] {
    return guardedNamespaceLabelProbes(this.props, this.namespaces());
  }

  private namespaces(): Selector {
    const { label, value } = this.props;
    return value === undefined ? Selector.label(label).exists() : Selector.label(label).equals(value);
  }
}

