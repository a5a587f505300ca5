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

/** One rendered API object: several manifests where it is a `List`. */
export interface CollectedObject {
  readonly construct: ApiObject;
  /** Exactly what `toJson` gave. */
  readonly rendered: unknown;
  readonly manifests: readonly Manifest[];
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
    const origin = new ConstructOrigin(construct);
    try {
      const rendered: unknown = construct.toJson();
      const manifest = new Manifest(isObject(rendered) ? rendered : {}, origin);
      objects.push({ construct, rendered, manifests: manifest.kind.endsWith('List') ? expandLists(manifest) : [manifest] });
    } catch (error) {
      const { apiVersion, kind, name } = construct;
      faults.push(findingOf(RENDER_FAILED, {
        manifest: new Manifest({ apiVersion, kind, metadata: { name } }, origin),
        what: `the object can't be rendered: ${innermostMessage(error)}`,
        why: 'cdk8s would fail in the middle of writing, and leave the files of some charts behind',
        fix: 'correct the JSON patch, or the Lazy value, that this construct was given',
      }));
    }
  }
  return { objects, faults };
}

/** Paths are put together from all ancestors, and needed for findings only. */
class ConstructOrigin implements Origin {
  constructor(private readonly construct: IConstruct) {}

  public get path(): string {
    return this.construct.node.path;
  }
}

/** cdk8s wraps the cause in words that repeat the path, which the finding has already. */
function innermostMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const wrapped = /^Failed serializing construct at path '.*' with name '.*': (?:Error: )?/.exec(message);
  return wrapped ? message.slice(wrapped[0].length) : message;
}
