import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { Rule } from '../values/rule';
import { withoutUndefined } from '../values/without-undefined';

/**
 * A profile that endpoints can name.
 */
export interface IProfile {
  /** The profile's name. */
  readonly profileName: string;
}

/**
 * Properties of a `Profile`.
 */
export interface ProfileProps {
  /** Name, labels and annotations. @default - a name made from the construct's path */
  readonly metadata?: ApiObjectMetadata;

  /** Rules for traffic to the endpoints, in order: the first that matches decides. @default - none; see `addIngress` */
  readonly ingress?: Rule[];

  /** Rules for traffic from the endpoints, in order: the first that matches decides. @default - none; see `addEgress` */
  readonly egress?: Rule[];

  /** Labels that the endpoints have besides their own, which win. @default - none; see `addLabelToApply` */
  readonly labelsToApply?: { readonly [key: string]: string };
}

/**
 * Rules and labels for the endpoints that name the profile, applied after all policies.
 *
 * Only calicoctl with the etcd datastore can write one. On Kubernetes, Calico makes a profile of each namespace and service account by itself and
 * takes no others (libcalico-go/lib/backend/k8s/resources/profile.go), and its native CRDs hold no such kind: `kubectl apply` knows none. Policies
 * do the same there, by tiers and labels.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/profile
 */
export class Profile extends CalicoObject implements IProfile {
  /** Calico's own profile that allows everything: on a host endpoint it lets through what no policy decides on. */
  public static readonly DEFAULT_ALLOW: IProfile = { profileName: 'projectcalico-default-allow' };

  /** The profile that Calico makes of a Kubernetes namespace. */
  public static ofNamespace(namespace: string): IProfile {
    return { profileName: `kns.${namespace}` };
  }

  /** The profile that Calico makes of a Kubernetes service account. */
  public static ofServiceAccount(namespace: string, name: string): IProfile {
    return { profileName: `ksa.${namespace}.${name}` };
  }

  /** A profile that another app or tool creates. */
  public static fromProfileName(profileName: string): IProfile {
    return { profileName };
  }

  /** The profile's name. */
  public readonly profileName: string;

  private readonly ingress: Rule[];
  private readonly egress: Rule[];
  private readonly labels: Record<string, string>;

  constructor(scope: Construct, id: string, props: ProfileProps = {}) {
    const ingress = [...props.ingress ?? []];
    const egress = [...props.egress ?? []];
    const labels = { ...props.labelsToApply };
    super(scope, id, 'Profile', props.metadata, () => withoutUndefined({
      ingress: ingress.length > 0 ? ingress.map((rule) => rule._toManifest()) : undefined,
      egress: egress.length > 0 ? egress.map((rule) => rule._toManifest()) : undefined,
      labelsToApply: Object.keys(labels).length > 0 ? labels : undefined,
    }));
    this.profileName = this.name;
    this.ingress = ingress;
    this.egress = egress;
    this.labels = labels;
  }

  /** Adds rules for traffic to the endpoints, after those that are there. */
  public addIngress(...rules: Rule[]): void {
    this.ingress.push(...rules);
  }

  /** Adds rules for traffic from the endpoints, after those that are there. */
  public addEgress(...rules: Rule[]): void {
    this.egress.push(...rules);
  }

  /** Adds a label that the endpoints have besides their own. */
  public addLabelToApply(key: string, value: string): void {
    this.labels[key] = value;
  }
}
