import { BGP_RULES } from './bgp-rules';
import { CelRule } from './cel-rule';
import { POLICY_RULES } from './policy-rules';
import { POOL_AND_HOST_RULES } from './pool-and-host-rules';

export type { CelRule } from './cel-rule';

/** Every rule by its text. */
export const CEL_RULES: Readonly<Record<string, CelRule>> = { ...POLICY_RULES, ...BGP_RULES, ...POOL_AND_HOST_RULES };

/** Rules that compare with the object as it was: a manifest by itself can't break them. */
export const TRANSITION_RULES: readonly string[] = ['self == oldSelf'];

/** The function for a rule; undefined for a transition rule. A test holds that there is one for each rule of the CRDs. */
export function celRule(text: string): CelRule | undefined {
  return CEL_RULES[text];
}
