import { FieldPath, TextPlace } from '../findings';
import { isObject, JsonObject, Manifest, Origin } from './manifest';

/** Takes an item of a list that is no object, and its place. */
export type Stray = (item: unknown, place: TextPlace | undefined) => void;

/**
 * Replaces each `List` (and `NetworkPolicyList` and so on: any kind that ends in List and holds `items`) by its items,
 * nested ones too, as `kubectl apply` does. An item without kind takes it, and a missing apiVersion, from a typed list.
 * Items that are no objects are left out; `stray` hears of them. Grows with the number of objects.
 */
export function expandLists(manifest: Manifest, stray?: Stray): Manifest[] {
  const expanded: Manifest[] = [];
  const pending: Manifest[] = [manifest];
  while (pending.length > 0) {
    const next = pending.pop()!;
    const items = next.object.items;
    if (!next.kind.endsWith('List') || !Array.isArray(items)) {
      expanded.push(next);
      continue;
    }
    const inner: Manifest[] = [];
    items.forEach((item: unknown, index) => {
      if (isObject(item)) {
        inner.push(new Manifest(typed(item, next), originOfItem(next.origin, index)));
      } else {
        stray?.(item, next.origin.locate?.(['items', index]));
      }
    });
    for (let index = inner.length - 1; index >= 0; index--) {
      pending.push(inner[index]);
    }
  }
  return expanded;
}

/** It holds the list's origin, not the list: an item may outlive it. */
function originOfItem({ path, locate }: Origin, index: number): Origin {
  return { path, locate: (field: FieldPath) => locate?.(['items', index, ...field]) };
}

function typed(item: JsonObject, list: Manifest): JsonObject {
  const itemKind = list.kind.slice(0, -'List'.length);
  return itemKind === '' || item.kind !== undefined ? item : { apiVersion: list.apiVersion, ...item, kind: itemKind };
}
