import { isObject, JsonObject, Manifest } from '../../manifests';
import { Direction, Policy, Rule, Unreadable } from '../../policy';
import { readCalicoPolicy } from '../../policy/read-calico-policy';
import { SelectorPool } from '../../policy/selector-pool';

/** The kinds whose rules are written as Calico evaluates them: one rule of the manifest is one rule of Felix. */
const KINDS: ReadonlySet<string> = new Set(['NetworkPolicy', 'GlobalNetworkPolicy', 'StagedNetworkPolicy', 'StagedGlobalNetworkPolicy']);

export const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** True for a policy of Calico's own form, staged or not. */
export function isCalicoPolicy({ isCalico, kind }: Manifest): boolean {
  return isCalico && KINDS.has(kind);
}

/** The rules of a direction as they are written, without a look at `types`. */
export function writtenRules({ spec }: Manifest, direction: Direction): readonly unknown[] {
  const rules: unknown = spec[direction];
  return Array.isArray(rules) ? rules : [];
}

/** Whether there are rules beside each other. */
export function hasSeveralRules(manifest: Manifest): boolean {
  return DIRECTIONS.some((direction) => writtenRules(manifest, direction).length > 1);
}

/** The rules of both directions that are objects. */
export function writtenRuleObjects(manifest: Manifest): JsonObject[] {
  return DIRECTIONS.flatMap((direction) => writtenRules(manifest, direction).filter(isObject));
}

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
