import { isDeepStrictEqual } from 'util';
import { ApiServer } from './api-server';

/** A Kubernetes object. */
export interface AnyObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

/** What came of applying one object. */
export interface Applied {
  /** `Kind/name`, with the namespace before the name where it has any. */
  readonly object: string;
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'refused';
  /** Why it was refused, and warnings of the API server. */
  readonly complaints: readonly string[];
}

interface Resource {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** Without the books that the API server keeps: on the second apply of a Namespace, who owns the label that the server adds is settled anew. */
function content(object: any): unknown {
  const { managedFields, resourceVersion, ...metadata } = object.metadata;
  void [managedFields, resourceVersion];
  return { ...object, metadata };
}

/** Applies objects as `kubectl apply --server-side` does, with strict fields, and tells what each apply changed. */
export class Applier {
  private readonly resources = new Map<string, Map<string, Resource>>();

  constructor(private readonly server: ApiServer) {}

  /** Applies objects in order: each has to be known to the API server by then. */
  public async apply(objects: readonly AnyObject[]): Promise<Applied[]> {
    const applied: Applied[] = [];
    for (const object of objects) {
      applied.push(await this.applyOne(object));
    }
    return applied;
  }

  /** The path of an object, or undefined where the API server has no such kind. */
  public async pathOf({ apiVersion, kind, metadata: { name, namespace } }: AnyObject): Promise<string | undefined> {
    const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const resource = await this.resourceOf(base, kind);
    const inNamespace = resource?.namespaced ? `/namespaces/${namespace ?? 'default'}` : '';
    return resource && `${base}${inNamespace}/${resource.plural}/${encodeURIComponent(name)}`;
  }

  private async applyOne(object: AnyObject): Promise<Applied> {
    const { kind, metadata: { name, namespace } } = object;
    const said = { object: `${kind}/${namespace === undefined ? '' : `${namespace}/`}${name}` };
    const path = await this.pathOf(object);
    if (path === undefined) {
      return { ...said, outcome: 'refused', complaints: [`no matches for kind ${kind} in ${object.apiVersion}`] };
    }
    const before = await this.server.get(path);
    const { status, body, warnings } = await this.server.apply(path, JSON.stringify(object));
    if (status >= 300) {
      return { ...said, outcome: 'refused', complaints: [body.message, ...warnings] };
    }
    const outcome = status === 201 ? 'created' : isDeepStrictEqual(content(body), content(before.body)) ? 'unchanged' : 'changed';
    return { ...said, outcome, complaints: warnings };
  }

  /** Asks again for a kind that isn't there: a CRD may have been applied since. */
  private async resourceOf(base: string, kind: string): Promise<Resource | undefined> {
    const known = this.resources.get(base)?.get(kind);
    if (known !== undefined) {
      return known;
    }
    const { status, body } = await this.server.get(base);
    const listed: { name: string; kind: string; namespaced: boolean }[] = status === 200 ? body.resources : [];
    this.resources.set(base, new Map(listed.filter(({ name }) => !name.includes('/')).map(({ name, kind: of, namespaced }) => [of, { plural: name, namespaced }])));
    return this.resources.get(base)!.get(kind);
  }
}
