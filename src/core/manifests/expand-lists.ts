import { FieldPath } from '../findings';
import { isObject, JsonObject, Manifest } from './manifest';

/**
 * Replaces each `List` (and `NetworkPolicyList` and so on: any kind that ends in List and holds `items`) by its items,
 * nested ones too, as `kubectl apply` does. An item without apiVersion or kind takes them from a typed list.
 * Grows with the number of objects.
 */
export function expandLists(manifest: Manifest): Manifest[] {
  const expanded: Manifest[] = [];
  const pending: Manifest[] = [manifest];
  while (pending.length > 0) {
    const next = pending.pop()!;
    const items = next.object.items;
    if (!next.kind.endsWith('List') || !Array.isArray(items)) {
      expanded.push(next);
      continue;
    }
    for (let index = items.length - 1; index >= 0; index--) {
      const item = items[index];
      if (isObject(item)) {
        pending.push(new Manifest(typed(item, next), {
          path: next.origin.path,
          locate: (field: FieldPath) => next.origin.locate?.(['items', index, ...field]),
        }));
      }
    }
  }
  return expanded;
}

function typed(item: JsonObject, list: Manifest): JsonObject {
  const itemKind = list.kind.slice(0, -'List'.length);
  return itemKind === '' || item.kind !== undefined ? item : { apiVersion: list.apiVersion, kind: itemKind, ...item };
}
