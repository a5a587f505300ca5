import { ITier } from '../../../constructs/tier';
import { Flow } from '../../../model/flow';
import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { IpFamily } from '../../../values/ip-family';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Selector } from '../../../values/selector';
import { matchingLabels } from '../../labels-for-selector';
import { PodScopeProps } from '../../pod-scope';
import { portOf } from '../../port-of';
import { OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { inBothVersions, notClosing, ScopedScene } from '../../scoped-scene';

const OWN_NODE = 'node-of-pods';

/** What is allowed from where. */
export interface NodeTraffic {
  readonly nodes: readonly Cidr[];
  readonly hostEndpoints: Selector | undefined;
  readonly ports: readonly Port[] | undefined;
}

/** The pods' own node and others, host endpoints, pods with the labels of host endpoints, and the outside. */
export function allowKubeletProbesProbes(scope: PodScopeProps, { nodes, hostEndpoints, ports }: NodeTraffic, tier: ITier | undefined): ProbeSet[] {
  const scene = new ScopedScene().tier(tier).closed(PolicyType.INGRESS);
  const { namespace, selected, others } = scene.scopedPods(scope);
  const port = ports ? portOf(ports[0]) : 8080;
  const own = scene.hostEndpoint(OWN_NODE);
  const inBlocks = nodes.map((block) => FlowEnd.address(someAddressOf(block)));
  const reach = (source: FlowEnd, destination: FlowEnd = selected): Flow => ({ source, destination, destinationPort: port });
  const mustAllow = [...inBothVersions(reach(own)), ...inBlocks.map((address) => reach(address))];
  const beside = scene.pod(namespace, 'beside', { labels: hostEndpoints ? matchingLabels(hostEndpoints) : { app: 'web' } });
  if (hostEndpoints) {
    mustAllow.push(...inBothVersions(reach(scene.hostEndpoint('node-c', matchingLabels(hostEndpoints)))));
  }
  return [{
    name: 'a pod\'s own node and others, and pods that pretend to be nodes',
    cluster: scene.cluster,
    mustAllow,
    mustDeny: [
      ...inBothVersions(reach(beside)),
      reach(OUTSIDE[0]),
      reach(OUTSIDE[1]),
      ...ports ? [{ ...mustAllow[mustAllow.length - 1], destinationPort: port === 1 ? 2 : port - 1 }] : [],
      ...inBlocks.slice(0, 1).flatMap((address) => others.map((other) => reach(address, other))),
    ],
  }, notClosing(scope, tier, PolicyType.INGRESS)];
}

function someAddressOf(block: Cidr): string {
  const all = block.subnets(block.family === IpFamily.IPV4 ? 32 : 128, 3);
  return all[all.length - 1].firstAddress;
}
