import { End, everywhere } from './end';
import { EndpointClass } from './endpoint';
import { INHERITED_NAME, labelLaws } from './label-laws';
import { CompiledSelector, labelObject, LabelView } from './label-view';
import { YES } from './match';
import { matchRule, Packet } from './match-rule';
import { portSet, possiblePorts, sharedPorts } from './port-set';
import { hasPorts, ICMP, ICMPV6, protocolName, TCP } from './protocols';
import { NAMESPACE_LABEL, NAMESPACE_PREFIX } from './reserved-labels';
import { Direction, Rule } from './rule';
import { blocksOf } from './rule-containment';
import { Services } from './services';
import { Family, intersectBlocks, Prefix, readAddress } from '../cidr';
import { findLabels, Labels } from '../selectors';

/** A packet that nobody sent, made to be matched by rules. */
export interface SamplePacket {
  readonly packet: Packet;
  /** The labels of the endpoint that the policies select. */
  readonly labels: Labels;
  /** Such as `TCP to port 80 from a pod with app=web`. */
  readonly words: string;
}

/** Who is asked of the packet: policies by their selectors, at the end that their direction says. */
export interface Subject {
  readonly direction: Direction;
  readonly selectors: readonly CompiledSelector[];
}

const BUDGET = 20_000;
const NO_SERVICES = new Services([], [], []);
/** Addresses that are nobody's, of the blocks for documentation. */
const ADDRESSES = ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1'].map((text) => readAddress(text)!);

/**
 * Makes a packet that all of the rules match, and none of the others, at an endpoint that all of the selectors select. Undefined where none is
 * found: named ports and Services aren't tried, and what the others leave isn't searched for. What is given is proved: `matchRule` has said so.
 */
export function samplePacket(subject: Subject, matching: readonly Rule[], others: readonly Rule[] = []): SamplePacket | undefined {
  for (const family of [4, 6] as const) {
    if (matching.every((rule) => family === 4 ? rule.matchesV4 : rule.matchesV6)) {
      for (const protocol of protocolsOf(matching, family)) {
        const sample = assemble(subject, matching, family, protocol);
        if (sample && matching.every((rule) => matchRule(rule, sample.packet, NO_SERVICES) === YES)
          && others.every((rule) => matchRule(rule, sample.packet, NO_SERVICES) === 0)) {
          return sample;
        }
      }
    }
  }
  return undefined;
}

/** The protocols worth a try: the one that is asked for, or else common ones. */
function protocolsOf(rules: readonly Rule[], family: Family): readonly number[] {
  const asked = rules.find(({ protocol }) => protocol !== undefined)?.protocol;
  return asked !== undefined ? [asked] : [TCP, 17, family === 4 ? ICMP : ICMPV6];
}

interface Side {
  readonly end: End;
  readonly port: number | undefined;
  readonly labels: Labels | undefined;
}

function assemble({ direction, selectors }: Subject, rules: readonly Rule[], family: Family, protocol: number): SamplePacket | undefined {
  const own = direction === 'ingress' ? 'destination' : 'source';
  const source = sideOf(rules, 'source', own === 'source' ? selectors : [], family, protocol);
  const destination = sideOf(rules, 'destination', own === 'destination' ? selectors : [], family, protocol);
  if (!source || !destination) {
    return undefined;
  }
  const icmp = rules.find((rule) => rule.icmp)?.icmp;
  const isIcmp = protocol === ICMP || protocol === ICMPV6;
  const packet: Packet = {
    isV6: family === 6,
    protocol,
    source: source.end,
    destination: destination.end,
    sourcePort: source.port,
    destinationPort: destination.port,
    icmpType: icmp?.type ?? (isIcmp ? 8 : undefined),
    icmpCode: icmp?.code ?? (isIcmp ? 0 : undefined),
    http: undefined,
  };
  const peer = own === 'source' ? destination : source;
  const port = destination.port === undefined ? '' : ` to port ${destination.port}`;
  const labels = (own === 'source' ? source : destination).labels!;
  return {
    packet,
    labels,
    words: `${protocolName(protocol)}${port} ${own === 'source' ? `from ${labelWords(labels)} to` : 'from'} ${peerWords(peer, rules, own === 'source' ? 'destination' : 'source')}`
      + `${own === 'destination' ? ` to ${labelWords(labels)}` : ''}`,
  };
}

function sideOf(
  rules: readonly Rule[], name: 'source' | 'destination', selectors: readonly CompiledSelector[], family: Family, protocol: number,
): Side | undefined {
  const entities = rules.map((rule) => rule[name]);
  const wanted = [...selectors, ...entities.flatMap(({ selector }) => selector ?? [])];
  let labels: Labels | undefined;
  if (wanted.length > 0) {
    const unwanted = entities.flatMap(({ notSelector }) => notSelector ?? []);
    const [matching, notMatching] = [wanted, unwanted].map((list) => list.map(({ ast }) => ast));
    const found = findLabels({ matching: [...matching, ...labelLaws([...matching, ...notMatching])], notMatching }, BUDGET);
    if (found.answer !== 'yes') {
      return undefined;
    }
    labels = found.labels;
  }
  const address = addressIn(entities.map((entity) => blocksOf(entity, family).blocks), family);
  const ports = entities.map(({ ports: one, notPorts }) => possiblePorts(one, notPorts)).reduce(sharedPorts, portSet([{ first: 1, last: 65535 }]));
  if (!address || (hasPorts(protocol) && ports.length === 0)) {
    return undefined;
  }
  return {
    end: { endpoint: undefined, block: address, classes: labels ? [classOf(labels)] : [], possible: [], egress: undefined, ingress: undefined },
    port: hasPorts(protocol) ? portOf(ports, name) : undefined,
    labels,
  };
}

/** An address in all of the lists: one for documentation where it may be any. */
function addressIn(lists: readonly (readonly Prefix[])[], family: Family): Prefix | undefined {
  const shared = lists.reduce<readonly Prefix[]>((all, blocks) => intersectBlocks(all, blocks), [everywhere(family)]);
  return ADDRESSES.find((address) => shared.some((block) => block.contains(address))) ?? shared[0]?.first;
}

function portOf(ports: readonly { readonly first: number; readonly last: number }[], name: 'source' | 'destination'): number {
  const usual = name === 'source' ? 40_000 : 80;
  return ports.some(({ first, last }) => first <= usual && usual <= last) ? usual : ports[0].first;
}

function classOf(labels: Labels): EndpointClass {
  const view: LabelView = { labels: labelObject(Object.entries(labels)), unknownPrefixes: [], unknownNames: [] };
  return { id: -1, kind: 'workload', view, ports: [], profiles: [] };
}

function peerWords({ labels, end }: Side, rules: readonly Rule[], name: 'source' | 'destination'): string {
  const inNets = rules.some((rule) => rule[name].nets || rule[name].notNets);
  const address = end.block.toAddress();
  if (labels === undefined) {
    return inNets ? address : 'anywhere';
  }
  return inNets ? `${labelWords(labels)} at ${address}` : labelWords(labels);
}

/** Such as `a pod of namespace shop with app=web`. */
export function labelWords(labels: Labels): string {
  const namespace = Object.hasOwn(labels, NAMESPACE_LABEL) ? labels[NAMESPACE_LABEL] : undefined;
  const others = Object.entries(labels).filter(([name]) => name !== NAMESPACE_LABEL && name !== INHERITED_NAME).map(([name, value]) => `${name}=${value}`);
  const where = namespace !== undefined ? `a pod of namespace ${namespace}` : others.some((label) => label.startsWith(NAMESPACE_PREFIX)) ? 'a pod' : 'an endpoint';
  return others.length === 0 ? where : `${where} with ${others.join(', ')}`;
}
