import { ConnectionPool, Connections } from './connections';
import { PeerClass } from './peer-classes';
import { rulesAt } from './station-reach';
import { askAll, cutNames, cutPort, cutsOf, namesIn } from './traffic-places';
import { decide } from '../decide';
import { hostRoute } from '../host-route';
import { ASSUMED_NO, ASSUMED_YES, Match, NO, YES } from '../match';
import { Packet } from '../match-rule';
import { PolicyModel } from '../policy-model';

/**
 * What passes between two classes where there are host endpoints: what the hosts have to say depends on both ends, so that each pair is
 * asked for by itself.
 */
export function hostConnections(model: PolicyModel, source: PeerClass, destination: PeerClass, pool: ConnectionPool): Connections {
  const base = { protocol: 0, sourcePort: undefined, destinationPort: undefined, icmpType: undefined, icmpCode: undefined, http: undefined };
  const stations = hostRoute(model, { ...base, isV6: source.end.block.family === 6, source: source.end, destination: destination.end }).groups.flat();
  const rules = stations.flatMap(rulesAt);
  const cuts = cutsOf(rules, model.services);
  stations.forEach(({ failsafe }) => failsafe.forEach(({ protocol, port }) => cutPort(cuts, protocol, port)));
  return askAll(cutNames(cuts, namesIn(rules), destination.end), source.end, destination.end, pool, (packet: Packet): Match => {
    const { allowed, certain } = decide(model, packet);
    return allowed ? (certain ? YES : ASSUMED_YES) : (certain ? NO : ASSUMED_NO);
  });
}
