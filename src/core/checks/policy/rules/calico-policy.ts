import { DIRECTIONS } from './written-traits';
import { Manifest } from '../../../manifests';
import { Direction, Policy, Rule, Unreadable } from '../../../policy';
import { readCalicoPolicy } from '../../../policy/read-calico-policy';
import { SelectorPool } from '../../../policy/selector-pool';

let lastManifest: Manifest | undefined;
let lastPolicy: Policy | undefined;

/**
 * One policy as Felix reads it, without its cluster; undefined where Calico would drop it. The judge shows a manifest to one check after the other,
 * so remembering the last one is enough to read it once for all of them.
 */
export function calicoPolicyOf(manifest: Manifest): Policy | undefined {
  if (manifest !== lastManifest) {
    lastManifest = manifest;
    lastPolicy = read(manifest);
  }
  return lastPolicy;
}

function read(manifest: Manifest): Policy | undefined {
  try {
    return readCalicoPolicy(manifest, new SelectorPool());
  } catch (error) {
    if (error instanceof Unreadable) {
      return undefined;
    }
    throw error;
  }
}

/** The rules of each direction that a policy governs. */
export function governedRules(policy: Policy): { direction: Direction; rules: readonly Rule[] }[] {
  return DIRECTIONS.flatMap((direction) => {
    const rules = policy[direction];
    return rules === undefined ? [] : [{ direction, rules }];
  });
}
