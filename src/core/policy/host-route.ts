import { addressKey } from './address-key';
import { End } from './end';
import { Endpoint, endpointTitle } from './endpoint';
import { isAssumed, NO, YES } from './match';
import { Packet } from './match-rule';
import { dropsFirst, tunnelTitle, unknownsOf } from './node-traffic';
import { HostNetwork, PolicyModel } from './policy-model';
import { Chain } from './policy-stack';
import { Route, stationsOf } from './route';
import { Direction } from './rule';
import { Station } from './station';

/*
 * The way of a packet where there are host endpoints, in the order of Felix's iptables chains (felix/rules/static.go, dispatch.go):
 *
 *   into a host           raw: untracked → mangle: pre-DNAT → filter INPUT: normal
 *   out of a host         raw: untracked → filter OUTPUT: normal
 *   through a host        raw: untracked → mangle: pre-DNAT → filter FORWARD: forward in → pod out → pod in → forward out
 *
 * Where the filter table begins, Felix lets what nodes carry packets of pods with pass between nodes, and drops it from elsewhere (node-traffic.ts).
 *
 * An allow in the raw or mangle table settles the host's part. A host doesn't police what it sends to its own pods, and what pods send to their
 * own host is settled by `defaultEndpointToHostAction`. Traffic of local pods meets only the host endpoint for all interfaces (`*`), and
 * never its untracked policies. Which interface a packet takes isn't in any manifest: where a node has no `*` host endpoint but others, the
 * way is open.
 */

/** What `defaultEndpointToHostAction` does to packets that policies have let pass (`filterWorkloadToHostChain` in felix/rules/static.go). */
const TO_OWN_HOST: Readonly<Record<HostNetwork['toOwnHost'], { readonly open: readonly string[]; readonly barrier?: string }>> = {
  accept: { open: [] },
  drop: { open: [], barrier: 'Felix drops what pods send to their own host: its defaultEndpointToHostAction is Drop' },
  return: { open: ['what pods send to their own host is left to the rules of the host: defaultEndpointToHostAction is Return'] },
  unknown: { open: ['what pods may send to their own host is set by defaultEndpointToHostAction, and no FelixConfiguration says it'] },
};

/** Where an end is. */
interface Place {
  /** Undefined: not known, or not a node of this cluster. */
  readonly node: string | undefined;
  readonly isHost: boolean;
  readonly isPod: boolean;
}

export function hostRoute(model: PolicyModel, packet: Packet): Route {
  const { source, destination } = packet;
  const from = placeOf(model, source);
  const to = placeOf(model, destination);
  const open: string[] = [];
  const isLocal = from.node !== undefined && from.node === to.node;
  const hosts = new HostChains(model, open);
  if (from.isHost && isLocal && to.isPod) {
    return { groups: [], open };
  }
  const groups: Station[][] = [];
  if (from.isHost) {
    groups.push(hosts.of(from, source.endpoint, 'egress', ['untracked', 'normal']));
  } else if (from.isPod) {
    groups.push(hosts.of(from, undefined, 'ingress', to.isHost && isLocal ? ['preDnat'] : ['preDnat', 'forward'], true));
    groups.push(stationsOf(source.egress));
    if (!isLocal) {
      groups.push(hosts.of(from, undefined, 'egress', ['forward']));
    }
  }
  if (to.isHost && isLocal && from.isPod) {
    return { groups, open: [...open, ...TO_OWN_HOST[model.hosts.toOwnHost].open], barrier: TO_OWN_HOST[model.hosts.toOwnHost].barrier };
  }
  if (to.isHost) {
    groups.push(hosts.of(to, destination.endpoint, 'ingress', ['untracked', 'preDnat', 'normal']));
    if (!isLocal) {
      const arrival = arrivalOf(model, packet);
      return { groups, open: [...open, ...arrival.open], barrier: arrival.barrier };
    }
  } else if (to.isPod) {
    if (!isLocal) {
      groups.push(hosts.of(to, undefined, 'ingress', ['untracked', 'preDnat', 'forward']));
    }
    groups.push(stationsOf(destination.ingress));
    groups.push(hosts.of(to, undefined, 'egress', ['forward'], true));
  }
  return { groups, open };
}

/** An allow of an untracked or pre-DNAT policy doesn't save what Felix drops where the filter table begins. */
function arrivalOf({ hostEndpoints, hosts: { nodeTraffic } }: PolicyModel, packet: Packet): Pick<Route, 'open' | 'barrier'> {
  const drops = hostEndpoints.length > 0 ? dropsFirst(nodeTraffic, packet) : NO;
  return {
    open: isAssumed(drops) ? unknownsOf(nodeTraffic, packet, 'ingress').map((question) => `${question} isn't known`) : [],
    barrier: drops === YES ? `Felix drops ${tunnelTitle(nodeTraffic, packet)} that doesn't come from a node of the cluster` : undefined,
  };
}

function placeOf(model: PolicyModel, { endpoint, block }: End): Place {
  if (endpoint) {
    return { node: endpoint.node, isHost: endpoint.class.kind === 'host', isPod: endpoint.class.kind === 'workload' };
  }
  const node = block.isHost ? model.hosts.nodesByAddress.get(addressKey(block)) : undefined;
  return { node, isHost: node !== undefined, isPod: false };
}

class HostChains {
  constructor(private readonly model: PolicyModel, private readonly open: string[]) {}

  /** Chains of the host endpoint that governs an end, or the way to a pod; none where there is no such host endpoint. */
  public of(place: Place, own: Endpoint | undefined, direction: Direction, chains: readonly Chain[], isLocalPod = false): Station[] {
    const endpoint = own ?? this.governing(place, isLocalPod, direction, chains);
    return endpoint ? chains.map((chain) => this.model.stationOf(endpoint, direction, chain)).filter((station) => isWorthAsking(station)) : [];
  }

  private governing({ node }: Place, isLocalPod: boolean, direction: Direction, chains: readonly Chain[]): Endpoint | undefined {
    const matters = (endpoint: Endpoint): boolean => chains.some((chain) => isWorthAsking(this.model.stationOf(endpoint, direction, chain)));
    if (node === undefined) {
      const some = this.model.hostEndpoints.find(matters);
      if (some) {
        this.say(`a pod's node isn't known, and ${endpointTitle(some)} has policies for traffic that its node passes on`);
      }
      return undefined;
    }
    const onNode = this.model.hostEndpointsOn(node);
    const general = onNode.find((endpoint) => endpoint.manifest.spec.interfaceName === '*');
    const special = isLocalPod ? undefined : onNode.find((endpoint) => endpoint !== general && matters(endpoint));
    if (special) {
      this.say(`the interface isn't known that traffic takes at node ${node}, and ${endpointTitle(special)} governs one`);
    }
    return general;
  }

  private say(what: string): void {
    if (!this.open.includes(what)) {
      this.open.push(what);
    }
  }
}

/** A chain without policies lets everything on, but for the normal one. */
function isWorthAsking({ chain, tiers }: Station): boolean {
  return chain === 'normal' || tiers.length > 0;
}
