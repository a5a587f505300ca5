import { HostSubject } from './host-subjects';
import { FieldPath } from '../../findings';
import { Manifest } from '../../manifests';
import { Chain, Decider, Direction, End, Packet, Policy, PolicyModel, policyTitle, Station, walk } from '../../policy';

/** That a host endpoint denies packets for sure, and what says so. */
export interface HostCut {
  readonly station: Station;
  readonly decider: Decider;
  /** Undefined where there is no policy for the direction, and no profile. */
  readonly policy: Policy | undefined;
}

/** A packet between nodes, or to one. Its ports are those of the destination. */
export function hostPacket(protocol: number, port: number | undefined, source: End, destination: End, sourcePort?: number): Packet {
  const isV6 = source.block.family === 6 || destination.block.family === 6;
  return { isV6, protocol, source, destination, sourcePort, destinationPort: port, icmpType: undefined, icmpCode: undefined, http: undefined };
}

/**
 * Whether a host endpoint denies a packet whatever isn't known. Chains come in the order in which Felix asks them; an allow in the raw or
 * mangle table settles it, so that one which may allow there leaves nothing proved.
 */
export function cutAt(
  { stationOf }: HostSubject, direction: Direction, chains: readonly Chain[], packet: Packet, model: PolicyModel,
): HostCut | undefined {
  for (const chain of chains) {
    const station = stationOf(direction, chain);
    const { possible, decider } = walk(station, packet, model.services);
    if (!possible.allow && !possible.continue) {
      return { station, decider, policy: policyOf(station, decider) };
    }
    if (possible.allow) {
      return undefined;
    }
  }
  return undefined;
}

function policyOf({ tiers }: Station, decider: Decider): Policy | undefined {
  if (decider.by === 'rule') {
    return decider.policy;
  }
  return decider.by === 'tier-end' ? tiers.find(({ tier }) => tier === decider.tier)?.policies[0].policy : undefined;
}

/** The object and the field at fault: the rule or policy that denies, or a host endpoint that nothing allows anything at. */
export function placeOf({ policy, decider, station }: HostCut): { readonly manifest: Manifest; readonly field: FieldPath } {
  if (policy === undefined) {
    return { manifest: station.endpoint.manifest, field: ['spec'] };
  }
  const { manifest } = policy;
  return { manifest, field: decider.by === 'rule' ? decider.rule.field : manifest.spec[station.direction] === undefined ? ['spec'] : ['spec', station.direction] };
}

/** What denies, as half a sentence. */
export function reasonOf({ policy, decider, station }: HostCut): string {
  if (policy === undefined) {
    return `it has neither a policy for ${station.direction} nor a profile, so Felix denies everything but its failsafe ports`;
  }
  return decider.by === 'rule'
    ? `a rule of ${policyTitle(policy)} denies it`
    : `${policyTitle(policy)} governs its ${station.direction}, no rule of tier ${policy.tier} allows it, and the tier ends with Deny`;
}
