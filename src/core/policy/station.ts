import { Endpoint } from './endpoint';
import { FailsafePort } from './failsafe';
import { Profile } from './inherited-labels';
import { AppliedTier, Chain } from './policy-stack';
import { Direction } from './rule';

/** A chain of an endpoint that a packet meets. */
export interface Station {
  readonly endpoint: Endpoint;
  readonly direction: Direction;
  readonly chain: Chain;
  readonly tiers: readonly AppliedTier[];
  /** Ports that are open whatever policies say: those of host endpoints. */
  readonly failsafe: readonly FailsafePort[];
  /** Asked after all tiers, in this order. */
  readonly profiles: readonly Profile[];
  /** What follows if nothing decides: `deny` where profiles have the last word. */
  readonly end: 'deny' | 'continue';
}
