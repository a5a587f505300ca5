import { Check, Rule } from './check';
import { PLAN_RANGES_OVERLAP } from './cidr/plan-ranges-overlap';
import { POOL_IN_SPECIAL_RANGE } from './cidr/pool-in-special-range';
import { POOL_OVERLAPS_NETWORK } from './cidr/pool-overlaps-network';
import { POOLS_OVERLAP } from './cidr/pools-overlap';
import { ROUTED_CLUSTERS_OVERLAP } from './cidr/routed-clusters-overlap';
import { GATE_RULES } from './gate-rules';
import { RESOURCE_RULES } from '../schema';
import { DUPLICATE } from './object/duplicate';
import { NAMESPACE_MISSING } from './object/namespace-missing';
import { LABEL_OUT_OF_PLACE } from './selector/label-out-of-place';
import { MATCHES_EVERYTHING } from './selector/matches-everything';
import { NEVER_MATCHES } from './selector/never-matches';
import { ONLY_EXCLUDES } from './selector/only-excludes';

/** Every check that has a file of its own. */
export const CHECKS: readonly Check[] = [
  POOLS_OVERLAP, POOL_OVERLAPS_NETWORK, POOL_IN_SPECIAL_RANGE, PLAN_RANGES_OVERLAP, ROUTED_CLUSTERS_OVERLAP,
  NEVER_MATCHES, MATCHES_EVERYTHING, ONLY_EXCLUDES, LABEL_OUT_OF_PLACE,
  DUPLICATE, NAMESPACE_MISSING,
];

/** Every kind of finding about manifests and apps: of the checks, of the rules for single resources, and of the gate. */
export const ALL_RULES: readonly Rule[] = [...CHECKS, ...RESOURCE_RULES, ...GATE_RULES];
