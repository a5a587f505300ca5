import { IConstruct } from 'constructs';
import { ITier } from './tier';
import { PerformanceHint, PolicyType } from '../values/policy-type';
import { Rule } from '../values/rule';
import { selectionOf } from '../values/selection-of';
import { Selector } from '../values/selector';
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

/** The rules of a policy, and the part of its spec that policies of every kind share. */
export class PolicyRules {
  public readonly ingress: Rule[];
  public readonly egress: Rule[];

  /** @throws where both `selector` and `subject` are given */
  constructor(path: string, private readonly props: PolicyProps) {
    if (props.selector && props.subject) {
      throw new Error(`${path}: give either selector or subject; to narrow a subject, take Peer and Selector values instead`);
    }
    this.ingress = [...props.ingress ?? []];
    this.egress = [...props.egress ?? []];
  }

  /** The namespace of the subject, where one is known. */
  public subjectNamespace(): string | undefined {
    return this.props.subject && selectionOf(this.props.subject).namespace;
  }

  public toManifest(): Record<string, unknown> {
    const { props } = this;
    const subject = props.subject && selectionOf(props.subject);
    const byServiceAccount = subject?.serviceAccount === undefined
      ? undefined
      : Selector.label('projectcalico.org/name').equals(subject.serviceAccount);
    return withoutUndefined({
      tier: props.tier?.tierName,
      order: props.order,
      selector: (props.selector ?? subject?.pods ?? Selector.all())._toManifest(),
      serviceAccountSelector: (props.serviceAccountSelector ?? byServiceAccount)?._toManifest(),
      types: this.types(),
      ingress: this.ingress.length > 0 ? this.ingress.map((rule) => rule._toManifest()) : undefined,
      egress: this.egress.length > 0 ? this.egress.map((rule) => rule._toManifest()) : undefined,
      performanceHints: props.performanceHints,
    });
  }

  /** The selector of the subject's namespaces, for policies of the whole cluster. */
  public subjectNamespaces(): Selector | undefined {
    return this.props.subject && selectionOf(this.props.subject).namespaces;
  }

  /** Calico's default, made explicit: api `PolicyTypesDefaults` for policies without `types`. */
  private types(): PolicyType[] {
    if (this.props.types) {
      return this.props.types;
    }
    const types = [
      ...(this.ingress.length > 0 || this.egress.length === 0 ? [PolicyType.INGRESS] : []),
      ...(this.egress.length > 0 ? [PolicyType.EGRESS] : []),
    ];
    return types;
  }
}
