import { Report } from '../core/checks';
import { FieldPath } from '../core/findings';
import { Cluster, Manifest } from '../core/manifests';
import { ClusterModel } from '../model/cluster-model';

/**
 * A rendered object as a check of your own sees it.
 */
export class CheckedObject {
  /** API group and version, such as `projectcalico.org/v3`. */
  public readonly apiVersion: string;

  /** The kind. */
  public readonly kind: string;

  /** `metadata.name`. Empty where there is none. */
  public readonly name: string;

  /** `metadata.namespace`. @default - none is set */
  public readonly namespace?: string;

  /** Path of the construct that rendered it. @default - the object came as text, or as a plain object */
  public readonly path?: string;

  /** @internal */
  constructor(private readonly source: any) {
    const { apiVersion, kind, name, namespace, origin } = source as Manifest;
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.name = name;
    this.namespace = namespace;
    this.path = origin.path;
  }

  /** The final manifest, after patches: a copy, made at each call. */
  public toManifest(): any {
    return structuredClone((this.source as Manifest).object);
  }

  /** @internal */
  public _toSource(): any {
    return this.source;
  }
}

const CHECKED = new WeakMap<Manifest, CheckedObject>();

/** Made once for all checks: the path of an object is put together from all its ancestors. */
function checked(manifest: Manifest): CheckedObject {
  const known = CHECKED.get(manifest) ?? new CheckedObject(manifest);
  CHECKED.set(manifest, known);
  return known;
}

/**
 * A fault that a check of your own found.
 */
export interface CheckFault {
  /** The object at fault, one of the context. @default - the fault is of the whole cluster */
  readonly object?: CheckedObject;

  /** The field at fault, by names and, of items, numbers from 0: `['spec', 'ingress', 0]`. @default - the whole object */
  readonly field?: any[];

  /** What is wrong, with the value given. */
  readonly what: string;

  /** Why it matters, with the evidence. */
  readonly why: string;

  /** The change to make. */
  readonly fix: string;
}

/**
 * What a check of your own looks at: the objects of one cluster.
 */
export class CheckContext {
  private below?: CheckedObject[];
  private known?: ClusterModel;

  /** @internal */
  constructor(private readonly cluster: any, private readonly scope: string, private readonly toReport: any) {}

  /** The objects below the scope that the check was added to, in the order of the tree. */
  public get objects(): CheckedObject[] {
    const start = `${this.scope}/`;
    return this.below ??= (this.cluster as Cluster).manifests.map(checked)
      .filter(({ path }) => this.scope === '' || path === this.scope || path?.startsWith(start) === true);
  }

  /** What the policies of the whole cluster mean: verdicts, connectivity. Built when it is first asked for. */
  public get model(): ClusterModel {
    return this.known ??= ClusterModel._ofCluster(this.cluster);
  }

  /** The objects of one kind. @param apiGroup such as `projectcalico.org`; empty for the core group. */
  public objectsOf(apiGroup: string, kind: string): CheckedObject[] {
    return this.objects.filter((object) => object.kind === kind && (object._toSource() as Manifest).group === apiGroup);
  }

  /**
   * Puts a fault on the report.
   *
   * @throws where an item of the field is neither a name nor a number from 0
   */
  public report(fault: CheckFault): void {
    const { object, field = [], what, why, fix } = fault;
    const strange = field.findIndex((item: unknown) => typeof item !== 'string' && !(Number.isInteger(item) && (item as number) >= 0));
    if (strange >= 0) {
      throw new Error(`item ${strange} of the field is ${JSON.stringify(field[strange])}: it is the name of a field, or the number of an item, from 0`);
    }
    const report = this.toReport as Report;
    report({ what, why, fix, ...(object ? { manifest: object._toSource(), field: field as FieldPath } : this.scope !== '' && { path: this.scope }) });
  }
}
