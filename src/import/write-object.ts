import { App, ApiObject, Chart } from 'cdk8s';
import { Code, group, imported, sequence } from './code';
import { ConstructKind, constructKinds } from './construct-kinds';
import { Difference, differencesOf, patchesFor } from './differences';
import { literal } from './literal';
import { References } from './references';
import { fitsTypes, resourceKind } from './resource-kinds';
import { objectOf, plain, propertiesOf, Snippet, ValueClass } from './snippet';
import { isObject, JsonObject, Manifest } from '../core/manifests';

/** An object in TypeScript. */
export interface WrittenObject {
  /** `new IpPool(this, 'pods', { … })`. */
  readonly creation: Code;
  /** What to patch it with. */
  readonly patches: readonly Code[];
  /** True for a construct of L2. */
  readonly isConstruct: boolean;
}

/** A class with properties that may stand for an object. */
interface Candidate {
  readonly type: ValueClass;
  readonly module: 'cdk8s' | 'cdk8s-calico';
  readonly properties: Snippet;
  readonly isConstruct: boolean;
}

/** More differences than this, of a construct of L2, are harder to read than the plain object, unless it is a long one. */
const MOST_DIFFERENCES = 4;
const VALUES_PER_DIFFERENCE = 4;

/** Deeper objects are refused: cdk8s, TypeScript and YAML readers give up on them too, each at a depth of its own. */
const DEEPEST = 200;

/** Why an object can't be imported, in words for the user. */
export class CannotImport extends Error {}

/**
 * Writes objects: by the construct of L2 that renders what the input has, but for a few texts and defaults that patches put right; otherwise by the
 * class of L1; otherwise as an ApiObject. Each is made in memory and rendered, so what is written is known to be equal.
 */
export class ObjectWriter {
  private readonly chart = new Chart(new App(), 'calico', { disableResourceNameHashes: true });
  private readonly kinds: ReadonlyMap<string, ConstructKind>;

  /** @param tidy leaves texts and defaults as L2 writes them */
  constructor(references: References, private readonly tidy: boolean) {
    this.kinds = constructKinds(references);
  }

  /** @throws CannotImport */
  public write(manifest: Manifest, id: string): WrittenObject {
    const { object } = manifest;
    if (depthOf(object) > DEEPEST) {
      throw new CannotImport(`${nameOf(manifest)} is nested more than ${DEEPEST} levels deep`);
    }
    for (const candidate of this.candidatesFor(manifest)) {
      const differences = this.attempt(candidate, object, id);
      if (differences !== undefined) {
        const { type, module, properties, isConstruct } = candidate;
        return {
          creation: sequence('new ', imported(type.name, module), group('(', ['this', literal(id), properties.code])),
          patches: patchesFor(differences).map(({ code }) => code),
          isConstruct,
        };
      }
    }
    throw new CannotImport(`${nameOf(manifest)} has a value that cdk8s can't write`);
  }

  private* candidatesFor(manifest: Manifest): Generator<Candidate> {
    const { object } = manifest;
    const { spec, ...others } = writable(object) as JsonObject;
    const metadata = metadataOf(object.metadata);
    const resource = resourceKind(manifest);
    const construct = manifest.isCalico ? this.kinds.get(manifest.kind) : undefined;
    const known = { apiVersion: manifest.apiVersion, kind: manifest.kind, ...(spec !== undefined && { spec }) };
    const isPlain = Object.keys(others).every((key) => ['apiVersion', 'kind', 'metadata'].includes(key));
    if (construct && isPlain && isObject(spec ?? {}) && (resource === undefined || fitsTypes(resource, known))) {
      const properties = propertiesOf((spec ?? {}) as JsonObject, construct.fields);
      if (properties !== undefined) {
        yield {
          type: construct.type, module: 'cdk8s-calico', isConstruct: true,
          properties: objectOf(new Map([...metadata, ...properties]), true),
        };
      }
    }
    if (resource && isPlain && fitsTypes(resource, known)) {
      yield {
        type: resource.type, module: 'cdk8s-calico', isConstruct: false,
        properties: objectOf(new Map([...metadata, ...spec === undefined ? [] : [['spec', plain(spec)] as const]]), true),
      };
    }
    const { apiVersion, kind, metadata: _, ...content } = others;
    yield {
      type: ApiObject, module: 'cdk8s', isConstruct: false,
      properties: objectOf(new Map([
        ...Object.entries({ apiVersion, kind }).map(toPlain), ...metadata, ...Object.entries({ ...content, ...(spec !== undefined && { spec }) }).map(toPlain),
      ]), true),
    };
  }

  /** The differences that patches have to put right; undefined where the candidate won't do. */
  private attempt({ type, properties, isConstruct }: Candidate, wanted: JsonObject, id: string): readonly Difference[] | undefined {
    try {
      const made = new (type as unknown as typeof ApiObject)(this.chart, id, properties.value);
      const all = differencesOf(made.toJson(), wanted);
      const differences = this.tidy && isConstruct ? all.filter(({ path }) => path[0] !== 'spec') : all;
      if (isConstruct && !isReadable(differences, wanted)) {
        return undefined;
      }
      made.addJsonPatch(...patchesFor(differences).map(({ value }) => value));
      return differencesOf(made.toJson(), wanted).length === all.length - differences.length ? differences : undefined;
    } catch {
      // A class refuses values that it can't stand for; cdk8s refuses those that it can't write.
      return undefined;
    } finally {
      this.chart.node.tryRemoveChild(id);
    }
  }
}

/** Whether patches of a construct of L2 only put back texts and defaults: what it can't say at all is better said by the plain object. */
function isReadable(differences: readonly Difference[], wanted: JsonObject): boolean {
  const below = differences.filter(({ path }) => path[0] !== 'metadata');
  return below.length <= Math.max(MOST_DIFFERENCES, valuesIn(wanted.spec) / VALUES_PER_DIFFERENCE)
    && below.every(({ written, wanted: value }) => written === undefined ? value === null : value === undefined || (isScalar(written) && isScalar(value)));
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object';
}

function valuesIn(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, part) => sum + valuesIn(part), 0) : 1;
}

/** What cdk8s writes: it leaves nulls out, and it takes an object for a class where it has a field `constructor`. Patches add the rest. */
function writable(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(writable);
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, part]) => isWritable(part)).map(([key, part]) => [key, writable(part)]))
    : value;
}

function isWritable(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.every((item) => item === null || isWritable(item));
  }
  return value !== null && !(isObject(value) && (Object.hasOwn(value, 'constructor') || Object.hasOwn(value, '__proto__')));
}

const TEXTS: readonly string[] = ['name', 'namespace'];
const MAPS: readonly string[] = ['labels', 'annotations'];

/** The metadata, as far as TypeScript takes it for metadata; none where that is nothing. Patches add the rest. */
function metadataOf(metadata: unknown): [string, Snippet][] {
  const typed = Object.entries(isObject(metadata) ? writable(metadata) as JsonObject : {}).filter(([key, value]) =>
    TEXTS.includes(key) ? typeof value === 'string'
      : MAPS.includes(key) ? isObject(value) && Object.values(value).every((part) => typeof part === 'string')
        : !['finalizers', 'ownerReferences', 'apiObject', 'constructor', '__proto__'].includes(key)
          || (key === 'finalizers' && Array.isArray(value) && value.every((part) => typeof part === 'string')));
  return typed.length === 0 ? [] : [['metadata', plain(Object.fromEntries(typed))]];
}

function toPlain([key, value]: [string, unknown]): [string, Snippet] {
  return [key, plain(value)];
}

function depthOf(value: unknown): number {
  let depth = 0;
  let level = [value];
  for (; level.length > 0 && depth <= DEEPEST; depth++) {
    level = level.flatMap((part) => typeof part === 'object' && part !== null ? Object.values(part) as unknown[] : []);
  }
  return depth;
}

function nameOf({ kind, name, namespace }: Manifest): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
