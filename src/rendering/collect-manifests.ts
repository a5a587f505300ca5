import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { findingOf, RENDER_FAILED } from '../core/checks';
import { Finding } from '../core/findings';
import { expandLists, isObject, Manifest, Origin } from '../core/manifests';

/** All objects of an app as they will be written. */
export interface Collected {
  /** The objects by the construct that rendered them, in the order of the tree. */
  readonly objects: readonly CollectedObject[];
  /** What couldn't be rendered. */
  readonly faults: readonly Finding[];
}

/** One rendered API object, the origin of its manifests: several where it is a `List`. */
export class CollectedObject implements Origin {
  /** The manifest of the whole object. */
  public readonly manifest: Manifest;

  /** @param rendered exactly what `toJson` gave */
  constructor(public readonly construct: ApiObject, public readonly rendered: unknown) {
    this.manifest = new Manifest(isObject(rendered) ? rendered : {}, this);
  }

  /** Put together from all ancestors, and needed for findings only. */
  public get path(): string {
    return this.construct.node.path;
  }

  /** Adds the object, or the items of a list, one by one: a list may hold more than a call takes as arguments. */
  public addManifestsTo(manifests: Manifest[]): void {
    if (!this.manifest.kind.endsWith('List')) {
      manifests.push(this.manifest);
      return;
    }
    for (const item of expandLists(this.manifest)) {
      manifests.push(item);
    }
  }
}

/**
 * Renders every API object below the root. A rendering that throws (a bad JSON patch, a throwing Lazy) would otherwise be seen only
 * while cdk8s writes, with the files of earlier charts already on disk. Grows with the number of objects.
 */
export function collectManifests(root: IConstruct): Collected {
  const objects: CollectedObject[] = [];
  const faults: Finding[] = [];
  for (const construct of root.node.findAll()) {
    if (!ApiObject.isApiObject(construct)) {
      continue;
    }
    try {
      objects.push(new CollectedObject(construct, construct.toJson()));
    } catch (error) {
      const { apiVersion, kind, name } = construct;
      faults.push(findingOf(RENDER_FAILED, {
        manifest: new CollectedObject(construct, { apiVersion, kind, metadata: { name } }).manifest,
        what: `the object can't be rendered: ${innermostMessage(error)}`,
        why: 'cdk8s would fail in the middle of writing, and leave the files of some charts behind',
        fix: 'correct the JSON patch, or the Lazy value, that this construct was given',
      }));
    }
  }
  return { objects, faults };
}

/** cdk8s wraps the cause in words that repeat the path, which the finding has already. */
function innermostMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const wrapped = /^Failed serializing construct at path '.*' with name '.*': (?:Error: )?/.exec(message);
  return wrapped ? message.slice(wrapped[0].length) : message;
}
