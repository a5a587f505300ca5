import { DUPLICATE_PEER } from './bgp/duplicate-peer';
import { FILTER_MISSING } from './bgp/filter-missing';
import { MESH_OFF } from './bgp/mesh-off';
import { Check, Rule } from './check';
import { PLAN_RANGES_OVERLAP } from './cidr/plan-ranges-overlap';
import { POOL_IN_SPECIAL_RANGE } from './cidr/pool-in-special-range';
import { POOL_OVERLAPS_NETWORK } from './cidr/pool-overlaps-network';
import { POOLS_OVERLAP } from './cidr/pools-overlap';
import { RESERVATION_OUTSIDE_POOLS } from './cidr/reservation-outside-pools';
import { ROUTED_CLUSTERS_OVERLAP } from './cidr/routed-clusters-overlap';
import { GATE_RULES } from './gate-rules';
import { RESOURCE_RULES } from '../schema';
import { RESERVED_NAME } from './host/reserved-name';
import { SAME_INTERFACE } from './host/same-interface';
import { NODE_UNDECLARED } from './node/undeclared';
import { CONFIGURATION_UNREAD } from './object/configuration-unread';
import { DUPLICATE } from './object/duplicate';
import { NAMESPACE_MISSING } from './object/namespace-missing';
import { ANNOTATION_UNREADABLE } from './pool/annotation-unreadable';
import { POOL_MISSING } from './pool/missing';
import { PROFILE_MISSING } from './profile/missing';
import { PROFILE_NEEDS_ETCD } from './profile/needs-etcd';
import { LABEL_OUT_OF_PLACE } from './selector/label-out-of-place';
import { MATCHES_EVERYTHING } from './selector/matches-everything';
import { NEVER_MATCHES } from './selector/never-matches';
import { ONLY_EXCLUDES } from './selector/only-excludes';
import { TIER_LEFT_OUT } from './tier/left-out';
import { TIER_MISSING } from './tier/missing';

/** Every check that has a file of its own. */
export const CHECKS: readonly Check[] = [
  POOLS_OVERLAP, POOL_OVERLAPS_NETWORK, POOL_IN_SPECIAL_RANGE, PLAN_RANGES_OVERLAP, ROUTED_CLUSTERS_OVERLAP, RESERVATION_OUTSIDE_POOLS,
  NEVER_MATCHES, MATCHES_EVERYTHING, ONLY_EXCLUDES, LABEL_OUT_OF_PLACE,
  DUPLICATE, NAMESPACE_MISSING, CONFIGURATION_UNREAD,
  TIER_MISSING, TIER_LEFT_OUT, FILTER_MISSING, PROFILE_MISSING, PROFILE_NEEDS_ETCD, POOL_MISSING, ANNOTATION_UNREADABLE,
  NODE_UNDECLARED, SAME_INTERFACE, RESERVED_NAME, DUPLICATE_PEER, MESH_OFF,
];

/** Every kind of finding about manifests and apps: of the checks, of the rules for single resources, and of the gate. */
export const ALL_RULES: readonly Rule[] = [...CHECKS, ...RESOURCE_RULES, ...GATE_RULES];
