import { IConstruct } from 'constructs';
import { ITier } from './tier';
import { PerformanceHint, PolicyType } from '../values/policy-type';
import { Rule } from '../values/rule';
import { selectionOf } from '../values/selection-of';
import { Selector } from '../values/selector';
import { StagedAction } from '../values/staged-action';
import { withoutUndefined } from '../values/without-undefined';

/**
 * What policies of every kind have in common.
 */
export interface PolicyProps {
  /**
   * Endpoints that the policy protects, by their labels. Give this or `subject`.
   *
   * @default - all endpoints: in a NetworkPolicy all pods of its namespace, in a GlobalNetworkPolicy also host endpoints
   */
  readonly selector?: Selector;

  /**
   * What the policy protects: a pod, a workload, a namespace or a service account of any version of cdk8s-plus, or an API object of such
   * a kind. Give this or `selector`.
   *
   * @default - `selector` is used
   */
  readonly subject?: IConstruct;

  /** Rules for traffic to the endpoints, in order: the first that matches decides. @default - none; see `addIngress` */
  readonly ingress?: Rule[];

  /** Rules for traffic from the endpoints, in order: the first that matches decides. @default - none; see `addEgress` */
  readonly egress?: Rule[];

  /**
   * Directions that the policy decides on. A direction without a rule drops all its traffic, unless another policy lets it through.
   *
   * @default - as in Calico: those that have rules, and ingress if neither has
   */
  readonly types?: PolicyType[];

  /** The tier. @default - Calico's tier `default` */
  readonly tier?: ITier;

  /** Policies of a tier with a lower order decide first. @default - after every policy that has an order */
  readonly order?: number;

  /** Only endpoints whose service account has matching labels. @default - every service account */
  readonly serviceAccountSelector?: Selector;

  /** Hints on how Calico may work on the policy. @default - none */
  readonly performanceHints?: PerformanceHint[];
}

/** What a policy and its staged twin share, so that a rule that is added to one counts for both. */
interface PolicyContent<P extends PolicyProps> {
  readonly props: P;
  readonly ingress: Rule[];
  readonly egress: Rule[];
}

/** The rules of a policy, and the part of its spec that policies of every kind share. */
export class PolicyRules<P extends PolicyProps = PolicyProps> {
  private content: PolicyContent<P>;

  /**
   * @param stagedAction undefined for a policy that is enforced
   * @throws where both `selector` and `subject` are given, or a deletion is staged and holds more than a tier
   */
  constructor(scope: IConstruct, id: string, props: P, public stagedAction?: StagedAction) {
    if (props.selector && props.subject) {
      throw new Error(`${scope.node.path}/${id}: give either selector or subject; to narrow a subject, take Peer and Selector values instead`);
    }
    const beyondDeletion = stagedAction === StagedAction.DELETE
      ? Object.keys(withoutUndefined(props)).filter((name) => !['metadata', 'stagedAction', 'tier'].includes(name))
      : [];
    if (beyondDeletion.length > 0) {
      throw new Error(`${scope.node.path}/${id}: stagedAction is DELETE, and ${beyondDeletion.join(', ')} is given; a staged deletion names the `
        + 'policy that would go, and may name its tier: leave the rest out');
    }
    this.content = { props, ingress: [...props.ingress ?? []], egress: [...props.egress ?? []] };
  }

  public get props(): P {
    return this.content.props;
  }

  public get ingress(): Rule[] {
    return this.content.ingress;
  }

  public get egress(): Rule[] {
    return this.content.egress;
  }

  /** From now on these are the rules and properties of the other, a policy of the same scope, those that are added later included. */
  public shareWith(other: PolicyRules): void {
    this.content = other.content as PolicyContent<P>;
  }

  /** The namespace of the subject, where one is known. */
  public subjectNamespace(): string | undefined {
    return this.props.subject && selectionOf(this.props.subject).namespace;
  }

  public toManifest(): Record<string, unknown> {
    return withoutUndefined(this.stagedAction === StagedAction.DELETE
      ? { tier: this.props.tier?.tierName, stagedAction: this.stagedAction }
      : this.fields());
  }

  /** The spec, with undefined for what isn't given. */
  protected fields(): Record<string, unknown> {
    const { props } = this;
    const subject = props.subject && selectionOf(props.subject);
    const byServiceAccount = subject?.serviceAccount === undefined
      ? undefined
      : Selector.label('projectcalico.org/name').equals(subject.serviceAccount);
    return {
      tier: props.tier?.tierName,
      order: props.order,
      selector: (props.selector ?? subject?.pods ?? Selector.all())._toManifest(),
      serviceAccountSelector: (props.serviceAccountSelector ?? byServiceAccount)?._toManifest(),
      types: this.types(),
      ingress: this.ingress.length > 0 ? this.ingress.map((rule) => rule._toManifest()) : undefined,
      egress: this.egress.length > 0 ? this.egress.map((rule) => rule._toManifest()) : undefined,
      performanceHints: props.performanceHints,
      stagedAction: this.stagedAction,
    };
  }

  /** The selector of the subject's namespaces, for policies of the whole cluster. */
  protected subjectNamespaces(): Selector | undefined {
    return this.props.subject && selectionOf(this.props.subject).namespaces;
  }

  /** Calico's default, made explicit: api `PolicyTypesDefaults` for policies without `types`. */
  private types(): PolicyType[] {
    if (this.props.types) {
      return this.props.types;
    }
    return [
      ...(this.ingress.length > 0 || this.egress.length === 0 ? [PolicyType.INGRESS] : []),
      ...(this.egress.length > 0 ? [PolicyType.EGRESS] : []),
    ];
  }
}
