import { ConnectionPool, Connections } from './connections';
import { rulesAt } from './station-reach';
import { askAll, cutHostTraffic, cutNames, cutsOf, namesIn, placesOf } from './traffic-places';
import { decide, routeOf } from '../decide';
import { End } from '../end';
import { ASSUMED_NO, ASSUMED_YES, Match, NO, YES } from '../match';
import { Packet } from '../match-rule';
import { PolicyModel } from '../policy-model';

/**
 * What passes from one end to another, asked for by itself: where there are host endpoints, what they have to say depends on both ends; and
 * where only a few pairs are asked for, this costs less than the classes of a whole cluster. Grows with the rules at both ends.
 */
export function pairConnections(model: PolicyModel, source: End, destination: End, pool: ConnectionPool): Connections {
  const base = { protocol: 0, sourcePort: undefined, destinationPort: undefined, icmpType: undefined, icmpCode: undefined, http: undefined };
  const stations = routeOf(model, { ...base, isV6: source.block.family === 6, source, destination }).groups.flat();
  const rules = stations.flatMap(rulesAt);
  const cuts = cutsOf(rules, model.services);
  cutHostTraffic(cuts, model.hosts);
  return askAll(placesOf(cutNames(cuts, namesIn(rules), destination)), source, destination, pool, (packet: Packet): Match => {
    const { allowed, certain } = decide(model, packet);
    return allowed ? (certain ? YES : ASSUMED_YES) : (certain ? NO : ASSUMED_NO);
  });
}
