import { felixWords } from './felix-fields';
import { addressUnlessEmpty } from './field-rules';
import { readCidrOrAddress } from '../../cidr';
import { isObject, JsonObject } from '../../manifests';
import { isNamedPort } from '../go/network-types';
import { isDnsLabel } from '../metadata/kubernetes-names';
import { printValue } from '../printed-value';
import { Walk } from '../structural/walk';

const MOST_NODE_PORT_RANGES = 7;
const MOST_TABLES = 0xffff;
/** `openstack-region-` before it has to make a DNS label. */
const LONGEST_REGION = 63 - 'openstack-region-'.length;

interface Tables {
  readonly min?: number;
  readonly max?: number;
}

interface DecodedFelix {
  readonly kubeNodePortRanges?: readonly (string | number)[] | null;
  readonly externalNodesList?: readonly string[] | null;
  readonly openstackRegion?: string;
  readonly natOutgoingAddress?: string;
  readonly deviceRouteSourceAddress?: string;
  readonly deviceRouteSourceAddressIPv6?: string;
  readonly routeTableRange?: Tables | null;
  readonly routeTableRanges?: readonly Tables[] | null;
}

/** At `routeTableRange`. */
export const TWO_TABLE_RANGES = felixWords(
  'routeTableRange and routeTableRanges are both given', 'routeTableRange is the older word for one range', 'keep routeTableRanges alone');

/** At `spec.nodeSelector`, for a name that decides the nodes by itself. */
export const SELECTOR_ON_NAMED = felixWords(
  'the object named "default" or "node.…" has a nodeSelector', 'those names say by themselves which nodes the object is for', 'remove nodeSelector, or name the object otherwise');

/** `validateFelixConfigSpec`, `validateRouteTableRange` and `validateRouteTableIDRange`. */
export function judgeFelix(object: JsonObject, walk: Walk): void {
  const spec: DecodedFelix = isObject(object.spec) ? object.spec : {};
  walk.enter('spec');
  judgeNodePorts(spec.kubeNodePortRanges ?? [], walk);
  judgeNodes(spec.externalNodesList ?? [], walk);
  judgeRegion(spec.openstackRegion ?? '', walk);
  judgeAddresses(spec, walk);
  judgeTables(spec, walk);
  walk.leave();
}

function judgeNodePorts(ranges: readonly (string | number)[], walk: Walk): void {
  if (ranges.length > MOST_NODE_PORT_RANGES) {
    walk.refuse(undefined, felixWords(
      `${ranges.length} node port ranges are given: ${MOST_NODE_PORT_RANGES} are allowed`, 'one rule of iptables matches 15 port numbers, and a range takes two', 'merge ranges'), ['kubeNodePortRanges']);
  }
  for (const [index, port] of ranges.entries()) {
    if (isNamedPort(port)) {
      walk.refuse(undefined, felixWords(`${printValue(port)} is the name of a port`, 'node ports have no names', 'give a number or a range'), ['kubeNodePortRanges', index]);
    }
  }
}

function judgeNodes(nets: readonly string[], walk: Walk): void {
  for (const [index, text] of nets.entries()) {
    const reading = text === '' ? undefined : readCidrOrAddress(text);
    if (reading?.address.family !== 4) {
      walk.refuse(undefined, felixWords(
        `${printValue(text)} is no IPv4 network`, 'Felix takes IPIP from these addresses, which is IPv4', 'give addresses or networks of IPv4'), ['externalNodesList', index]);
    }
  }
}

function judgeRegion(region: string, walk: Walk): void {
  if (region !== '' && (region.length > LONGEST_REGION || !isDnsLabel(region))) {
    walk.refuse(undefined, felixWords(
      `${printValue(region)} can't be a part of the name of a namespace`, `it takes at most ${LONGEST_REGION} lower-case letters, digits and "-"`, 'give the region as OpenStack names it, in that form'), ['openstackRegion']);
  }
}

function judgeAddresses(spec: DecodedFelix, walk: Walk): void {
  for (const [field, family] of [['natOutgoingAddress', 4], ['deviceRouteSourceAddress', 4], ['deviceRouteSourceAddressIPv6', 6]] as const) {
    walk.refuse(undefined, addressUnlessEmpty('resource/felix', family).judge(spec[field] ?? ''), [field]);
  }
}

function judgeTables(spec: DecodedFelix, walk: Walk): void {
  const { routeTableRange, routeTableRanges } = spec;
  if (routeTableRange) {
    const { min = 0, max = 0 } = routeTableRange;
    if (!(min >= 1 && max >= min && max <= 250)) {
      walk.refuse(undefined, felixWords(`routing tables ${min} to ${max} are no range within 1 to 250`, 'Felix takes tables of its own from that range', 'give a range within 1 to 250'), ['routeTableRange']);
    }
    if (routeTableRanges) {
      walk.refuse(undefined, TWO_TABLE_RANGES, ['routeTableRange']);
    }
  }
  let tables = 0;
  for (const [index, { min = 0, max = 0 }] of (routeTableRanges ?? []).entries()) {
    tables += max - min + 1;
    if (min > max || min <= 0 || max > 0xffffffff) {
      walk.refuse(undefined, felixWords(
        `routing tables ${min} to ${max} are no range`, 'a range goes up, from 1 to 4294967295 at most', 'give min and max of such a range'), ['routeTableRanges', index]);
    }
  }
  if (tables > MOST_TABLES) {
    walk.refuse(undefined, felixWords(
      `the ranges hold ${tables} routing tables: ${MOST_TABLES} are allowed`, 'Felix looks at each of them', 'give smaller ranges'), ['routeTableRanges']);
  }
}
