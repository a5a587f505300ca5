import { Endpoint } from './endpoint';
import { FailsafePort } from './failsafe';
import { Profile } from './inherited-labels';
import { AppliedTier, Chain } from './policy-stack';
import { Direction } from './rule';
import { NodeTraffic } from './tunnel';

/** A chain of an endpoint that a packet meets. */
export interface Station {
  readonly endpoint: Endpoint;
  readonly direction: Direction;
  readonly chain: Chain;
  readonly tiers: readonly AppliedTier[];
  /** Ports that are open whatever policies say: those of host endpoints. */
  readonly failsafe: readonly FailsafePort[];
  /** What passes before the tiers are asked; undefined: nothing. */
  readonly nodeTraffic?: NodeTraffic;
  /** Asked after all tiers, in this order. */
  readonly profiles: readonly Profile[];
  /** What follows if nothing decides: `deny` where profiles have the last word. */
  readonly end: 'deny' | 'continue';
}
