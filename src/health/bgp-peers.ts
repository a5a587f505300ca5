import { printRefusal } from './ask';
import { CalicoReading } from './calico-objects';
import { HealthResult, resultOf, Sign } from './health-result';
import { InstallShape } from './install-shape';
import { ago, nameOf, numberAt, objectAt, objectsAt, specOf, statusOf, textAt, timeAt } from './kubernetes-fields';
import { JsonObject } from '../core/manifests';

const BGP_PEERS = { id: 'bgp-peers', title: 'BGP peers' };
/** An answer older than so many of its own periods is history. */
const STALE_PERIODS = 5;
const STALE_AT_LEAST_MS = 300_000;
const UNDERLAY = 'between nodes TCP port 179 has to be open, and the underlay has to route the peers\' addresses';

/** Whether sessions of BGP are established, as far as nodes were asked to tell it. */
export function judgeBgpPeers(
  shape: InstallShape, backend: string | undefined, { reading }: CalicoReading, nodes: readonly string[], now: number,
): HealthResult {
  if (backend !== undefined && backend !== 'bird') {
    return { ...BGP_PEERS, status: 'ok', evidence: [`not used: the backend is ${backend}`] };
  }
  const onNode = 'on each node: sudo calicoctl node status; or create a CalicoNodeStatus for each node with classes [Agent, BGP] and run this again';
  if (reading.refusal && reading.refusal.reason !== 'no-such-kind' && reading.refusal.reason !== 'not-found') {
    return { ...BGP_PEERS, status: 'unknown', evidence: [printRefusal(reading.refusal)], next: onNode, unread: true };
  }
  const statuses = reading.refusal ? [] : reading.objects;
  const asked = new Set(statuses.map((status) => textAt(specOf(status), 'node')));
  const silent = nodes.filter((node) => !asked.has(node));
  const signs = statuses.flatMap((status) => signsOf(status, now));
  if (silent.length > 0) {
    signs.push({
      status: 'unknown',
      text: statuses.length === 0
        ? 'only a node knows its sessions, and there is no CalicoNodeStatus to tell of any'
        : `no CalicoNodeStatus tells of ${silent.slice(0, 3).join(', ')}${silent.length > 3 ? ` and ${silent.length - 3} more` : ''}`,
    });
  }
  if (signs.length === 0) {
    signs.push({ status: 'unknown', text: 'there is no CalicoNodeStatus to tell of sessions' });
  }
  const isDown = signs.some(({ status }) => status === 'failure');
  return resultOf(BGP_PEERS, signs, isDown ? `${UNDERLAY}; kubectl logs -n ${shape.namespace} -l ${shape.selector} --tail=100` : onNode);
}

function signsOf(status: JsonObject, now: number): Sign[] {
  const node = textAt(specOf(status), 'node') ?? nameOf(status);
  const updated = timeAt(statusOf(status), 'lastUpdated');
  const periodMs = (numberAt(specOf(status), 'updatePeriodSeconds') ?? 0) * 1000;
  if (updated === undefined) {
    return [{ status: 'unknown', text: `${node}: calico-node hasn't answered its CalicoNodeStatus` }];
  }
  if (now - updated > Math.max(STALE_PERIODS * periodMs, STALE_AT_LEAST_MS)) {
    return [{ status: 'unknown', text: `${node}: the last answer is ${ago(updated, now)} old` }];
  }
  const agent = objectAt(statusOf(status), 'agent');
  const bgp = objectAt(statusOf(status), 'bgp');
  const dead = ['birdV4', 'birdV6'].filter((bird) => objectAt(agent, bird).state === 'NotReady');
  const peers = [...objectsAt(bgp, 'peersV4'), ...objectsAt(bgp, 'peersV6')];
  const down = peers.filter(({ state }) => state !== 'Established');
  const established = (numberAt(bgp, 'numberEstablishedV4') ?? 0) + (numberAt(bgp, 'numberEstablishedV6') ?? 0);
  const others = (numberAt(bgp, 'numberNotEstablishedV4') ?? 0) + (numberAt(bgp, 'numberNotEstablishedV6') ?? 0);
  const signs: Sign[] = [
    ...dead.map((bird): Sign => ({ status: 'failure', text: `${node}: ${bird} isn't ready` })),
    ...down.map(({ peerIP, state, since }): Sign => ({ status: 'failure', text: `${node}: peer ${String(peerIP)} is ${String(state)}, not Established, since ${String(since)}` })),
  ];
  if (down.length < others) {
    signs.push({ status: 'failure', text: `${node}: ${others} of ${others + established} sessions aren't established` });
  }
  return signs.length > 0 ? signs : [{ status: 'ok', text: `${node}: ${established} of ${established} sessions established` }];
}
