import { addressKey } from './address-key';
import { End } from './end';
import { hostRoute } from './host-route';
import { Packet } from './match-rule';
import { PolicyModel } from './policy-model';
import { Route, stationsOf } from './route';
import { Station } from './station';
import { Passage, walk, WalkRecord } from './walk';

/** What was decided where. */
export interface StationVerdict {
  readonly station: Station;
  readonly passage: Passage;
}

export interface Decision {
  readonly allowed: boolean;
  /** False where it rests on an assumption, and another answer could change it. */
  readonly certain: boolean;
  /** What isn't known of the way, as sentences. */
  readonly open: readonly string[];
  /** What the packet met, in order, up to where it was denied. */
  readonly met: readonly StationVerdict[];
  /** What stopped the packet after all policies, as a sentence. */
  readonly barrier: string | undefined;
}

/** Makes the record for a station, to write its walk down. */
export type Recorder = (station: Station) => WalkRecord;

/** Follows a packet from its source to its destination. Grows with the rules that it meets. */
export function decide(model: PolicyModel, packet: Packet, recorder?: Recorder): Decision {
  const { groups, open, barrier } = routeOf(model, packet);
  const met: StationVerdict[] = [];
  let allowed = true;
  // Whether all ways that other answers would open are allowed, and whether one of them is.
  let allAllowed = true;
  for (const stations of groups) {
    for (const station of stations) {
      const passage = walk(station, packet, model.services, allowed ? recorder?.(station) : undefined);
      const { possible } = passage;
      if (allowed) {
        met.push({ station, passage });
      }
      allowed = allowed && passage.outcome !== 'deny';
      allAllowed = allAllowed && !possible.deny;
      if (!possible.allow && !possible.continue) {
        return { allowed: false, certain: true, open, met, barrier: undefined };
      }
      if (station.chain !== 'normal' && !possible.deny && !possible.continue) {
        break;
      }
    }
  }
  if (barrier !== undefined) {
    return { allowed: false, certain: true, open, met, barrier: allowed ? barrier : undefined };
  }
  return { allowed, certain: allAllowed && open.length === 0, open, met, barrier: undefined };
}

const NOTHING_OPEN: readonly string[] = [];

/** The chains that a packet meets. Without host endpoints only traffic between a node and its own pods is anything special. */
export function routeOf(model: PolicyModel, packet: Packet): Route {
  if (model.hostEndpoints.length > 0 || isOfNode(model, packet.source) || isOfNode(model, packet.destination)) {
    return hostRoute(model, packet);
  }
  return { groups: [stationsOf(packet.source.egress), stationsOf(packet.destination.ingress)], open: NOTHING_OPEN };
}

function isOfNode({ hosts: { nodesByAddress } }: PolicyModel, { endpoint, block }: End): boolean {
  return nodesByAddress.size > 0 && endpoint === undefined && block.isHost && nodesByAddress.has(addressKey(block));
}
