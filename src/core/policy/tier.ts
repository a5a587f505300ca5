import { Manifest } from '../manifests';
import { numberAt } from './json-fields';
import { compareText } from './policy';

export interface Tier {
  readonly name: string;
  readonly order: number;
  /** What becomes of a packet that the tier's policies are asked of, and that none decides. */
  readonly end: 'deny' | 'pass';
  /** False where policies name the tier and nobody made it: Felix evaluates it after all others (`TierLess` in felix/calc/policy_sorter.go). */
  readonly exists: boolean;
}

export const DEFAULT_TIER = 'default';
export const KUBE_ADMIN_TIER = 'kube-admin';
export const KUBE_BASELINE_TIER = 'kube-baseline';

/** The order of a tier that gives none, which is that of `default` (`DefaultTierFields` in libcalico-go/lib/resources/tier.go). */
const DEFAULT_ORDER = 1_000_000;

/** Tiers that Calico makes by itself (`ensureTierExists` in libcalico-go/lib/clientv3/client.go). */
const BUILT_IN: readonly Tier[] = [
  { name: KUBE_ADMIN_TIER, order: 1_000, end: 'pass', exists: true },
  { name: DEFAULT_TIER, order: DEFAULT_ORDER, end: 'deny', exists: true },
  { name: KUBE_BASELINE_TIER, order: 10_000_000, end: 'pass', exists: true },
];

/** `ConvertTierV3ToV1Value` in updateprocessors/tierprocessor.go: whatever isn't Pass is Deny. */
function readTier(manifest: Manifest): Tier {
  const { name, spec } = manifest;
  return { name, order: numberAt(spec, 'order') ?? DEFAULT_ORDER, end: spec.defaultAction === 'Pass' ? 'pass' : 'deny', exists: true };
}

/** The tiers in the order in which Felix asks them: those of the manifests, the built-in ones, and those that only policies name. */
export function sortedTiers(manifests: Iterable<Manifest>, named: Iterable<string>): Tier[] {
  const tiers = new Map(BUILT_IN.map((tier) => [tier.name, tier]));
  for (const manifest of manifests) {
    tiers.set(manifest.name, readTier(manifest));
  }
  for (const name of named) {
    if (!tiers.has(name)) {
      tiers.set(name, { name, order: Infinity, end: 'deny', exists: false });
    }
  }
  return [...tiers.values()].sort(compareTiers);
}

function compareTiers(a: Tier, b: Tier): number {
  if (a.exists !== b.exists) {
    return a.exists ? -1 : 1;
  }
  return a.order === b.order ? compareText(a.name, b.name) : a.order - b.order;
}
