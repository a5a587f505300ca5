import { Manifest } from '../core/manifests';

/** Longer ones, of hostile input, are cut. */
const LONGEST = 100;

/** What an id may be made of: the first that no other object has in common is taken. */
const FORMS: readonly ((manifest: Manifest) => string)[] = [
  ({ name, kind }) => name === '' ? words(kind) : name,
  ({ name, kind }) => `${words(kind)}-${name}`,
  ({ name, kind, namespace }) => `${words(kind)}-${namespace ?? 'cluster'}-${name}`,
];

/**
 * An id for each object: its name; with the kind before it where several objects have the name; with the namespace too where several have both; and
 * with a number at the end where that is all the same. The order of the objects matters for the number only. Grows with their number.
 */
export function constructIds(manifests: readonly Manifest[]): string[] {
  const ids: string[] = [];
  const taken = new Set<string>();
  const take = (index: number, id: string) => {
    taken.add(id);
    ids[index] = id;
  };
  let open = manifests.map((_, index) => index);
  for (const form of FORMS) {
    const candidates = new Map(open.map((index) => [index, readable(form(manifests[index]))]));
    const uses = new Map<string, number>();
    candidates.forEach((id) => uses.set(id, (uses.get(id) ?? 0) + 1));
    open = open.filter((index) => {
      const id = candidates.get(index)!;
      const isShared = uses.get(id)! > 1 || taken.has(id);
      if (!isShared) {
        take(index, id);
      }
      return isShared;
    });
  }
  const numbers = new Map<string, number>();
  for (const index of open) {
    const base = readable(FORMS[FORMS.length - 1](manifests[index]));
    let number = numbers.get(base) ?? 0;
    do {
      number++;
    } while (taken.has(`${base}-${number}`));
    numbers.set(base, number);
    take(index, `${base}-${number}`);
  }
  return ids;
}

/** `IPPool` is `ip-pool`. */
function words(kind: string): string {
  return kind.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/([A-Z])([A-Z][a-z])/g, '$1-$2').toLowerCase();
}

function readable(text: string): string {
  const id = text.slice(0, LONGEST).replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^-+|-+$/g, '') || 'object';
  // The constructs package looks ids up in a plain object, where these are there already.
  return id in Object.prototype ? `object-${id}` : id;
}
