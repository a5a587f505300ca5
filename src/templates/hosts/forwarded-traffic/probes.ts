import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { IpFamily } from '../../../values/ip-family';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Selector } from '../../../values/selector';
import { byFamily } from '../../families';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { samplesOf } from '../../traffic';

interface Options {
  readonly hosts: Selector;
  readonly ports?: readonly Port[];
  readonly protocol?: Protocol;
  readonly destinations?: readonly Cidr[];
  readonly sources?: readonly Cidr[];
}

/**
 * What routers send into the guarded network themselves, which meets the same rules as what they forward; and what comes out of it, to them and to
 * pods behind them. Packets between two addresses outside can't be probed: no manifest says that their way leads through a router.
 */
export function forwardedTrafficProbes({ hosts, ports = [Port.of(22)], protocol, destinations, sources }: Options): ProbeSet[] {
  const { meant, others } = samplesOf({ ports, protocol });
  const scene = new ProbeScene().withoutFailsafe();
  const labels = matchingLabels(hosts);
  const router = scene.hostEndpoint('router', labels, true, sources && byFamily(sources).map(({ nets: [{ lastAddress }] }) => lastAddress));
  const second = scene.hostEndpoint('router-not-among-from', labels);
  const behind = scene.pod('shop', 'behind-router', { node: 'router-not-among-from' });
  const neighbours = lookAlikes(hosts).map((alike, index) => {
    scene.hostEndpoint(`neighbour-${index}`, alike);
    return scene.pod('shop', `behind-neighbour-${index}`, { node: `neighbour-${index}` });
  });
  const ofRouter = (end: FlowEnd): boolean => !sources || sources.some(({ family }) => (family === IpFamily.IPV6) === end.toString().includes(':'));
  const guarded = destinations ? destinations.map(({ lastAddress }) => FlowEnd.address(lastAddress)) : OUTSIDE;
  const reached = guarded.filter(ofRouter);
  const any = [22, 8080].map((destinationPort) => ({ destinationPort }));
  return [{
    name: 'routers, their neighbours, and pods behind them; without failsafe ports',
    cluster: scene.cluster,
    mustAllow: [
      ...meant.flatMap((traffic) => flowsBetween([router], reached, traffic)),
      ...any.flatMap((traffic) => [...flowsBetween(neighbours, guarded, traffic), ...flowsBetween(guarded, neighbours, traffic)]),
    ],
    mustDeny: [
      ...others.flatMap((traffic) => flowsBetween([router], reached, traffic)),
      ...any.flatMap((traffic) => flowsBetween(guarded, [second, behind], traffic)),
      ...sources ? flowsBetween([second], guarded, meant[0]) : [],
      ...destinations ? flowsBetween([router], OUTSIDE.filter(ofRouter), meant[0]) : [],
    ],
  }];
}
