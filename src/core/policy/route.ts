import { End } from './end';
import { Endpoint } from './endpoint';
import { Profile } from './inherited-labels';
import { PolicyModel } from './policy-model';
import { Chain } from './policy-stack';
import { Direction } from './rule';
import { Station } from './walk';

/** The chains that a packet meets. */
export interface Route {
  /** In groups: an allow in a chain other than the normal one skips what is left of its group. */
  readonly groups: readonly (readonly Station[])[];
  /** What isn't known of the way, and may matter, as sentences. */
  readonly open: readonly string[];
  /** What stops the packet after all policies have let it pass, as a sentence; undefined: nothing. */
  readonly barrier?: string;
}

/** What a pod or workload asks of its own traffic. */
export function workloadStations(model: PolicyModel, { endpoint }: End, direction: Direction): Station[] {
  return endpoint?.class.kind === 'workload' ? [stationOf(model, endpoint, direction, 'normal')] : [];
}

/** A chain of an endpoint. In the normal one profiles come last, and nothing means no. */
export function stationOf(model: PolicyModel, endpoint: Endpoint, direction: Direction, chain: Chain): Station {
  const { failsafe } = model.hosts;
  const keepsFailsafe = endpoint.class.kind === 'host' && chain !== 'forward';
  return {
    endpoint,
    direction,
    chain,
    tiers: model.stackOf(endpoint.class).tiersOf(chain, direction),
    failsafe: keepsFailsafe ? (direction === 'ingress' ? failsafe.inbound : failsafe.outbound) : [],
    profiles: chain === 'normal' ? endpoint.class.profiles.map((name): Profile => model.profile(name)) : [],
    end: chain === 'normal' ? 'deny' : 'continue',
  };
}
