import { maskedNet, oneOf, oneOfGiven, oneOfRequired } from './field-rules';
import { judgePoolScope } from './selector-scope';
import { CalicoReading, isMasked, Prefix, readCidr, readCidrOrAddress } from '../../cidr';
import { isObject, JsonObject } from '../../manifests';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

const MODES = ['Never', 'Always', 'CrossSubnet'];
const IPV4_LINK_LOCAL = readCidr('169.254.0.0/16')!.network;
const IPV6_LINK_LOCAL = readCidr('fe80::/10')!.network;

/** What Calico adds to pools (api/pkg/apis/projectcalico/v3/ippool.go). */
export const POOL_TABLE: FieldTable = {
  'spec.cidr': { rules: [{ zero: '', judge: poolCidr }] },
  'spec.vxlanMode': { rules: [oneOf('resource/pool', ...MODES)] },
  'spec.ipipMode': { rules: [oneOf('resource/pool', ...MODES)] },
  'spec.allowedUses[]': { rules: [oneOfRequired('resource/pool', 'Workload', 'Tunnel', 'LoadBalancer')] },
  'spec.assignmentMode': { rules: [oneOfGiven('resource/pool', 'Automatic', 'Manual')] },
};

function poolCidr(text: string): Words | undefined {
  return text === '' ? poolWords('the pool has no cidr', 'a pool is a range of addresses', 'give cidr') : maskedNet('resource/pool').judge(text);
}

export interface DecodedPool {
  readonly cidr?: string;
  readonly vxlanMode?: string;
  readonly ipipMode?: string;
  readonly blockSize?: number;
  readonly disabled?: boolean;
  readonly disableBGPExport?: boolean;
  readonly nodeSelector?: string;
  readonly namespaceSelector?: string;
  readonly allowedUses?: readonly string[] | null;
}

/** All words about pools have one id. */
export function poolWords(what: string, why: string, fix: string): Words {
  return { rule: 'resource/pool', what, why, fix };
}

/** At `vxlanMode`. */
export const TWO_OVERLAYS = poolWords(
  'ipipMode and vxlanMode are both on', 'traffic of a pool goes through one kind of tunnel', 'set one of the two to Never');

/** At `ipipMode` or `vxlanMode`. */
export const LOAD_BALANCER_OVERLAY = poolWords(
  'a LoadBalancer pool has IPIP or VXLAN on', 'addresses of load balancers are announced, not tunnelled', 'set ipipMode and vxlanMode to Never');

/** At `allowedUses`. */
export const LOAD_BALANCER_ALONE = poolWords(
  'LoadBalancer is combined with Workload or Tunnel', 'a pool for load balancers serves nothing else: it isn\'t bound to nodes', 'make it two pools');

/** At `ipipMode`. */
export const IPIP_ON_IPV6 = poolWords(
  'ipipMode isn\'t Never in an IPv6 pool', 'IPIP carries IPv4 only, and Calico refuses an IPv6 pool unless ipipMode is Never in so many words',
  'set ipipMode to Never; use vxlanMode for an overlay');

/** `validateIPPoolSpec`, and the defaults that `calicoctl create` sets before it validates (lib/clientv3/ippool.go). */
export function judgePool(object: JsonObject, walk: Walk): void {
  const spec: DecodedPool = isObject(object.spec) ? object.spec : {};
  const reading = readCidrOrAddress(spec.cidr ?? '');
  if (reading === undefined) {
    return;
  }
  walk.enter('spec');
  judgeModes(spec, reading, walk);
  judgeSize(spec, reading, walk);
  judgeUses(spec, walk);
  judgePoolScope(spec.nodeSelector, walk, ['nodeSelector']);
  judgePoolScope(spec.namespaceSelector, walk, ['namespaceSelector']);
  walk.leave();
}

function isOn(mode: string | null | undefined): boolean {
  return mode === 'Always' || mode === 'CrossSubnet';
}

function judgeModes(spec: DecodedPool, reading: CalicoReading, walk: Walk): void {
  if (reading.network.family === 6 && spec.ipipMode !== 'Never') {
    if (spec.ipipMode) {
      walk.refuse(undefined, IPIP_ON_IPV6, ['ipipMode']);
    } else {
      walk.refuseUnlessCreated(IPIP_ON_IPV6, ['ipipMode']);
    }
  }
  if (isOn(spec.ipipMode) && isOn(spec.vxlanMode)) {
    walk.refuse(undefined, TWO_OVERLAYS, ['vxlanMode']);
  }
  if (usesOf(spec).includes('LoadBalancer') && (isOn(spec.ipipMode) || isOn(spec.vxlanMode))) {
    walk.refuse(undefined, LOAD_BALANCER_OVERLAY, [isOn(spec.ipipMode) ? 'ipipMode' : 'vxlanMode']);
  }
}

function usesOf(spec: DecodedPool): readonly string[] {
  return spec.allowedUses ?? [];
}

/** The size of the pool's blocks, as given or by default. */
export function blockSizeOf(spec: DecodedPool, reading: CalicoReading): number {
  return spec.blockSize ? spec.blockSize : reading.address.family === 4 ? 26 : 122;
}

function judgeSize(spec: DecodedPool, reading: CalicoReading, walk: Walk): void {
  const blockSize = blockSizeOf(spec, reading);
  if (!spec.disabled && reading.maskLength > blockSize) {
    walk.refuse(undefined, poolWords(
      `${printValue(spec.cidr)} is smaller than one of its blocks, which are /${blockSize}`, 'nodes take addresses block by block, so the pool could give out none',
      `give a /${blockSize} or larger, or a blockSize of ${reading.maskLength} or more`), ['cidr']);
  }
  for (const [range, text] of [[IPV4_LINK_LOCAL, '169.254.0.0/16'], [IPV6_LINK_LOCAL, 'fe80::/10']] as const) {
    if (isMasked(reading) && overlaps(reading.network, range)) {
      walk.refuse(undefined, poolWords(
        `${printValue(spec.cidr)} overlaps the link-local range ${text}`, 'link-local addresses are not routed, so pods couldn\'t be reached', 'give a range outside of it'), ['cidr']);
    }
  }
}

function overlaps(network: Prefix, range: Prefix): boolean {
  return network.family === range.family && network.overlaps(range);
}

function judgeUses(spec: DecodedPool, walk: Walk): void {
  const uses = usesOf(spec);
  if (uses.includes('LoadBalancer')) {
    if (uses.includes('Workload') || uses.includes('Tunnel')) {
      walk.refuse(undefined, LOAD_BALANCER_ALONE, ['allowedUses']);
    }
    if (spec.disableBGPExport) {
      walk.refuse(undefined, poolWords(
        'a LoadBalancer pool has disableBGPExport true', 'addresses of load balancers are reached because they are announced; Calico refuses the pool, though its message says the opposite',
        'remove disableBGPExport'), ['disableBGPExport']);
    }
    if (spec.nodeSelector !== 'all()') {
      const words = poolWords(
        `the nodeSelector of a LoadBalancer pool is ${spec.nodeSelector ? printValue(spec.nodeSelector) : 'missing'}`,
        'addresses of load balancers belong to no node, and Calico takes the text all() only', 'set nodeSelector to all()');
      if (spec.nodeSelector) {
        walk.refuse(undefined, words, ['nodeSelector']);
      } else {
        walk.refuseUnlessCreated(words, ['nodeSelector']);
      }
    }
  }
  if (uses.includes('Tunnel') && spec.namespaceSelector) {
    walk.refuse(undefined, TUNNEL_WITH_NAMESPACES, ['namespaceSelector']);
  }
}

/** At `namespaceSelector`. */
export const TUNNEL_WITH_NAMESPACES = poolWords(
  'a pool for tunnels has a namespaceSelector', 'addresses of tunnels are of nodes, which are in no namespace',
  'set allowedUses to [Workload], or remove namespaceSelector');
