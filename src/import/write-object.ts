import { ApiObject, App, Chart } from 'cdk8s';
import { Candidate, candidatesFor } from './candidates';
import { Code, group, imported, sequence } from './code';
import { ConstructKind, constructKinds } from './construct-kinds';
import { Difference, differencesOf, patchesFor } from './differences';
import { literal } from './literal';
import { References } from './references';
import { isDeeperThan } from './writable';
import { JsonObject, Manifest } from '../core/manifests';

/** An object in TypeScript. */
export interface WrittenObject {
  /** `new IpPool(this, 'pods', { … })`. */
  readonly creation: Code;
  /** What to patch it with. */
  readonly patches: readonly Code[];
  /** True for a construct of L2. */
  readonly isConstruct: boolean;
}

/** Why an object can't be imported, in words for the user. */
export class CannotImport extends Error {}

/** More differences than this, of a construct of L2, are harder to read than the plain object, unless it is a long one. */
const MOST_DIFFERENCES = 8;
const VALUES_PER_DIFFERENCE = 3;

/** cdk8s, TypeScript and readers of YAML give up on deep objects, each at a depth of its own. */
const DEEPEST = 200;

/**
 * Writes objects: by the construct of L2 that renders what the input has, but for texts and defaults that patches put right; otherwise by the class
 * of L1; otherwise as an ApiObject. Each is made in memory and rendered, so what is written is known to be equal.
 */
export class ObjectWriter {
  private readonly chart = new Chart(new App(), 'calico', { disableResourceNameHashes: true });
  private readonly constructs: ReadonlyMap<string, ConstructKind>;

  /** @param tidy leaves texts and defaults as L2 writes them */
  constructor(references: References, private readonly tidy: boolean) {
    this.constructs = constructKinds(references);
  }

  /** @throws CannotImport */
  public write(manifest: Manifest, id: string): WrittenObject {
    if (isDeeperThan(DEEPEST, manifest.object)) {
      throw new CannotImport(`${nameOf(manifest)} has more than ${DEEPEST} levels`);
    }
    for (const candidate of candidatesFor(manifest, this.constructs)) {
      const differences = this.attempt(candidate, manifest.object, id);
      if (differences !== undefined) {
        const { type, module, properties, isConstruct } = candidate;
        return {
          creation: sequence('new ', imported(type.name, module), group('(', ['this', literal(id), properties.code])),
          patches: patchesFor(differences).map(({ code }) => code),
          isConstruct,
        };
      }
    }
    throw new CannotImport(`${nameOf(manifest)} holds something that cdk8s can't write`);
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
      // A class refuses values that it can't stand for; cdk8s refuses what it can't write.
      return undefined;
    } finally {
      this.chart.node.tryRemoveChild(id);
    }
  }
}

/** Whether patches of a construct of L2 only put back texts and defaults: what it can't say at all is better said by the plain object. */
function isReadable(differences: readonly Difference[], object: JsonObject): boolean {
  const inSpec = differences.filter(({ path }) => path[0] !== 'metadata');
  return inSpec.length <= Math.max(MOST_DIFFERENCES, valuesIn(object.spec) / VALUES_PER_DIFFERENCE)
    && inSpec.every(isSmall);
}

/** A null that is missing, a default that is too much, or a text that is another. */
function isSmall({ written, wanted }: Difference): boolean {
  return written === undefined ? wanted === null : wanted === undefined || (isScalar(written) && isScalar(wanted));
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object';
}

function valuesIn(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, part) => sum + valuesIn(part), 0) : 1;
}

function nameOf({ kind, name, namespace }: Manifest): string {
  return [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');
}
