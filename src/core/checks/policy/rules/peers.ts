import { DIRECTIONS, writtenRules } from './written-traits';
import { FieldPath } from '../../../findings';
import { isObject, JsonObject, Manifest } from '../../../manifests';
import { Direction } from '../../../policy';

/** The other side of a rule, as it is written. */
export interface WrittenPeer {
  readonly entity: JsonObject;
  readonly field: FieldPath;
  readonly direction: Direction;
}

/** The other sides of the rules of a policy: sources of ingress, destinations of egress. */
export function writtenPeers(manifest: Manifest): WrittenPeer[] {
  return DIRECTIONS.flatMap((direction) => {
    const side = direction === 'ingress' ? 'source' : 'destination';
    return writtenRules(manifest, direction).flatMap((rule, index) => {
      const entity = isObject(rule) ? rule[side] : undefined;
      return isObject(entity) ? [{ entity, field: ['spec', direction, index, side], direction }] : [];
    });
  });
}
