import { form, name, oneOf } from './field-rules';
import { readAddress } from '../../cidr';
import { isObject, JsonObject } from '../../manifests';
import { goDuration } from '../go/duration';
import { goExactString, goUint8 } from '../go/go-type';
import { goAsNumber } from '../go/network-types';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

const RULE = 'resource/bgp-peer';

/** What Calico adds to BGP peers (api/pkg/apis/projectcalico/v3/bgppeer.go). */
export const BGP_PEER_TABLE: FieldTable = {
  'spec.node': { rules: [name(RULE, 'a node')] },
  'spec.peerIP': { rules: [{ judge: peerAddress }] },
  'spec.asNumber': { go: goAsNumber },
  'spec.password.secretKeyRef.name': { go: goExactString },
  'spec.localASNumber': { go: goAsNumber },
  'spec.sourceAddress': { rules: [oneOf(RULE, 'UseNodeIP', 'None')] },
  'spec.maxRestartTime': { go: goDuration },
  'spec.keepaliveTime': { go: goDuration },
  'spec.ttlSecurity': { go: goUint8 },
  'spec.filters[]': { rules: [filterName()] },
};

function filterName() {
  const rule = form(RULE, /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/, 'the name of a BGPFilter');
  return { judge: (text: string) => text === '' ? peerWords('the name of a filter is empty', 'filters are found by name', 'remove the item, or give a name') : rule.judge(text) };
}

const IPV4_AND_PORT = /^(\d+\.\d+\.\d+\.\d+):(\d+)$/;
const IPV6_AND_PORT = /^\[([0-9a-fA-F:.]+)\]:(\d+)$/;

/** The address of a peer, without its port (`processIPPort`); undefined where Calico can't read it. */
function addressOfPeer(text: string) {
  const withPort = IPV4_AND_PORT.exec(text) ?? IPV6_AND_PORT.exec(text);
  if (withPort === null) {
    return readAddress(text);
  }
  const port = Number(withPort[2]);
  return port >= 1 && port <= 65535 ? readAddress(withPort[1]) : undefined;
}

function peerWords(what: string, why: string, fix: string): Words {
  return { rule: RULE, what, why, fix };
}

function peerAddress(text: string): Words | undefined {
  return text === '' || addressOfPeer(text) !== undefined ? undefined : peerWords(
    `${printValue(text)} is no address of a peer`, 'a peer is reached at an IPv4 or IPv6 address, with a port from 1 to 65535 if it isn\'t 179',
    text.includes('/') ? 'leave out the prefix length' : 'write the address as in "192.0.2.1", "192.0.2.1:1790" or "[2001:db8::1]:1790"');
}

/** Two fields of which one at most may be set. At the first. */
export function exclusive(field: string, other: string): Words {
  return peerWords(`${field} and ${other} are both given`, 'each says by itself who peers with whom', `keep one of ${field} and ${other}`);
}

/** At `asNumber`. */
export const SELECTED_PEERS_KNOW_AS = peerWords(
  'asNumber and peerSelector are both given', 'the peers that peerSelector selects are nodes, and each has its AS number', 'remove asNumber');

/** At `asNumber`. */
export const WORKLOADS_NEED_AS = peerWords(
  'localWorkloadSelector is given without asNumber', 'pods have no AS number of their own that Calico could know', 'give asNumber');

interface DecodedPeer {
  readonly node?: string;
  readonly nodeSelector?: string;
  readonly peerIP?: string;
  readonly peerSelector?: string;
  readonly asNumber?: number;
  readonly localWorkloadSelector?: string;
  readonly reachableBy?: string;
  readonly keepOriginalNextHop?: boolean;
  readonly nextHopMode?: string | null;
}

/** `validateBGPPeerSpec`. */
export function judgeBgpPeer(object: JsonObject, walk: Walk): void {
  const spec: DecodedPeer = isObject(object.spec) ? object.spec : {};
  walk.enter('spec');
  judgeParties(spec, walk);
  judgeReachable(spec, walk);
  if (spec.keepOriginalNextHop && (spec.nextHopMode ?? undefined) !== undefined) {
    walk.refuse(undefined, peerWords(
      'keepOriginalNextHop is true, and nextHopMode is given', 'keepOriginalNextHop is the older word for nextHopMode: Keep', 'remove keepOriginalNextHop'), ['keepOriginalNextHop']);
  }
  walk.leave();
}

function judgeParties(spec: DecodedPeer, walk: Walk): void {
  if (spec.node && spec.nodeSelector) {
    walk.refuse(undefined, exclusive('node', 'nodeSelector'), ['node']);
  }
  if (spec.peerIP && spec.peerSelector) {
    walk.refuse(undefined, exclusive('peerIP', 'peerSelector'), ['peerIP']);
  }
  if (spec.asNumber && spec.peerSelector) {
    walk.refuse(undefined, SELECTED_PEERS_KNOW_AS, ['asNumber']);
  }
  if (spec.localWorkloadSelector) {
    if (!spec.asNumber) {
      walk.refuse(undefined, WORKLOADS_NEED_AS, ['asNumber']);
    }
    if (spec.peerIP) {
      walk.refuse(undefined, exclusive('peerIP', 'localWorkloadSelector'), ['peerIP']);
    }
    if (spec.peerSelector) {
      walk.refuse(undefined, exclusive('peerSelector', 'localWorkloadSelector'), ['peerSelector']);
    }
  }
}

/** `validateReachableBy`. */
function judgeReachable(spec: DecodedPeer, walk: Walk): void {
  const { reachableBy, peerIP } = spec;
  if (!reachableBy) {
    return;
  }
  const gateway = readAddress(reachableBy);
  const peer = addressOfPeer(peerIP ?? '');
  if (!peerIP) {
    walk.refuse(undefined, peerWords('reachableBy is given without peerIP', 'it is the gateway to that one address', 'give peerIP, or remove reachableBy'), ['reachableBy']);
  } else if (gateway === undefined) {
    walk.refuse(undefined, peerWords(`${printValue(reachableBy)} is no address`, 'it is the address of the gateway to the peer', 'give the address of the gateway'), ['reachableBy']);
  } else if (peer !== undefined && peer.family !== gateway.family) {
    walk.refuse(undefined, peerWords(
      `${printValue(reachableBy)} is of IPv${gateway.family}, and peerIP of IPv${peer.family}`, 'the gateway is in the peer\'s address family', `give an IPv${peer.family} gateway`), ['reachableBy']);
  }
}
