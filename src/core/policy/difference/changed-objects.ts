import { ListedDifference } from './list-difference';
import { ChangedObjects } from './print-difference';
import { isObject, Manifest } from '../../manifests';

/** Objects of two clusters whose content isn't the same: changed, added and removed ones, as changes name them. */
export function changedObjects(before: readonly Manifest[], after: readonly Manifest[]): string[] {
  const [first, second] = [before, after].map((manifests) => new Map(manifests.map((manifest) => [identityOf(manifest), manifest])));
  const all = new Map([...first, ...second]);
  return [...all].flatMap(([identity, manifest]) => {
    const [was, is] = [first.get(identity), second.get(identity)];
    return was && is && isSame(was.object, is.object) ? [] : [titleOf(manifest)];
  });
}

/** How many of them there are, and how many are named by no change. */
export function countObjects(titles: readonly string[], { changes, added, removed }: ListedDifference): ChangedObjects {
  const named = new Set([...added, ...removed, ...changes.flatMap(({ policies }) => policies)]);
  return { changed: titles.length, unnamed: titles.filter((title) => !named.has(title)).length };
}

function identityOf({ group, kind, namespace, name }: Manifest): string {
  return JSON.stringify([group, kind, namespace, name]);
}

/** A staged policy that is enforced is named as what it becomes. */
function titleOf({ group, kind, namespace, name }: Manifest): string {
  const isPolicy = kind.endsWith('NetworkPolicy');
  const named = isPolicy ? kind.replace(/^Staged/, '') : kind;
  const where = namespace ?? (isPolicy && !/^(Global|Cluster)/.test(named) ? 'default' : undefined);
  return `${group === 'networking.k8s.io' ? 'Kubernetes' : ''}${named} ${where === undefined ? '' : `${where}/`}${name}`;
}

/** Whether two values are the same, whatever the order of their keys. Keeps its own stack. */
function isSame(first: unknown, second: unknown): boolean {
  const pending: [unknown, unknown][] = [[first, second]];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    const [a, b] = pair;
    if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
      a.forEach((item, index) => pending.push([item, b[index]]));
    } else if (isObject(a) && isObject(b)) {
      const keys = Object.keys(a);
      if (keys.length !== Object.keys(b).length || keys.some((key) => !Object.hasOwn(b, key))) {
        return false;
      }
      keys.forEach((key) => pending.push([a[key], b[key]]));
    } else if (!Object.is(a, b)) {
      return false;
    }
  }
  return true;
}
