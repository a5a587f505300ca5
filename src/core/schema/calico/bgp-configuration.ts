import { addressUnlessEmpty, form, listRequired, maskedNet, maskedNetUnlessEmpty, name, oneOf, range, rangeUnlessZero, required } from './field-rules';
import { isObject, JsonObject } from '../../manifests';
import { goDuration } from '../go/duration';
import { goExactString, goUint16 } from '../go/go-type';
import { goAsNumber } from '../go/network-types';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { FieldRule } from '../structural/field-rule';
import { FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

const RULE = 'resource/bgp-configuration';
const MOST_PRIORITY = 2 ** 31 - 2;

/** The levels of logs that Calico's validator takes, in exactly this case. */
export const LOG_LEVELS = ['Trace', 'Debug', 'Info', 'Warning', 'Error', 'Fatal'];

const COMMUNITY_NAME: FieldRule<string> = {
  zero: '',
  judge: (text) => required(RULE, 'give the community a name').judge(text) ?? name(RULE, 'a community').judge(text),
};

const ADVERTISED: FieldRule<string> = {
  zero: '',
  judge: (text) => required(RULE, 'give the prefix to advertise').judge(text) ?? maskedNet(RULE).judge(text),
};

/** What Calico adds to the configuration of BGP (api/pkg/apis/projectcalico/v3/bgpconfig.go). */
export const BGP_CONFIGURATION_TABLE: FieldTable = {
  'spec.logSeverityScreen': { rules: [oneOf(RULE, ...LOG_LEVELS)] },
  'spec.asNumber': { go: goAsNumber },
  'spec.nodeMeshPassword.secretKeyRef.name': { go: goExactString },
  'spec.serviceLoadBalancerIPs[].cidr': { rules: [maskedNetUnlessEmpty(RULE)] },
  'spec.serviceExternalIPs[].cidr': { rules: [maskedNetUnlessEmpty(RULE)] },
  'spec.serviceClusterIPs[].cidr': { rules: [maskedNetUnlessEmpty(RULE)] },
  'spec.communities[].name': { rules: [COMMUNITY_NAME] },
  'spec.communities[].value': { rules: [{ zero: '', judge: communityValue }] },
  'spec.prefixAdvertisements[].cidr': { rules: [ADVERTISED] },
  'spec.prefixAdvertisements[].communities': { rules: [listRequired(RULE, 'give the communities of the prefix')] },
  'spec.listenPort': { go: goUint16, rules: [rangeUnlessZero(RULE, 1, 65535)] },
  'spec.nodeMeshMaxRestartTime': { go: goDuration },
  'spec.ignoredInterfaces[]': { rules: [ignoredInterface()] },
  'spec.localWorkloadPeeringIPV4': { rules: [addressUnlessEmpty(RULE, 4)] },
  'spec.localWorkloadPeeringIPV6': { rules: [addressUnlessEmpty(RULE, 6)] },
  'spec.ipv4NormalRoutePriority': { rules: [range(RULE, 1, MOST_PRIORITY)] },
  'spec.ipv6NormalRoutePriority': { rules: [range(RULE, 1, MOST_PRIORITY)] },
};

/** What configures BGP. */
export function bgpWords(what: string, why: string, fix: string): Words {
  return { rule: RULE, what, why, fix };
}

function ignoredInterface(): FieldRule<string> {
  const { judge } = form(RULE, /^[a-zA-Z0-9_.*-]{1,15}$/, 'the name of an interface, with "*" for any characters');
  return {
    judge: (text) => text === '*' || text === ''
      ? bgpWords(`${printValue(text)} would ignore every interface`, 'BGP needs at least one', 'give the names of the interfaces to ignore') : judge(text),
  };
}

const COMMUNITY = /^\d+:\d+(?::\d+)?$/;

/** What is wrong with a community's value: `aa:nn` of 16 bits each, or `aa:nn:mm` of 32 (`isValidCommunity`). */
function communityValue(text: string): Words | undefined {
  if (!COMMUNITY.test(text)) {
    return bgpWords(`${text === '' ? 'no value' : printValue(text)} is given for a community`, 'a community is two 16-bit numbers, or three 32-bit numbers, with colons between',
      'write it as in "64512:100" or "64512:100:1"');
  }
  const numbers = text.split(':').map(Number);
  const most = numbers.length === 2 ? 65535 : 2 ** 32 - 1;
  return numbers.every((number) => number <= most) ? undefined : bgpWords(
    `${printValue(text)} holds a number above ${most}`, `the numbers of a ${numbers.length === 2 ? 'standard' : 'large'} community have ${numbers.length === 2 ? 16 : 32} bits`,
    numbers.length === 2 ? 'give numbers up to 65535, or a large community of three numbers' : 'give smaller numbers');
}

/** At `nodeMeshPassword` and `nodeMeshMaxRestartTime`. */
export function meshWords(field: string): Words {
  return bgpWords(`${field} is given, and nodeToNodeMeshEnabled is false`, 'it is about the mesh between nodes, which is off', `remove ${field}, or enable the mesh`);
}

interface DecodedBgpConfiguration {
  readonly nodeToNodeMeshEnabled?: boolean | null;
  readonly nodeMeshPassword?: unknown;
  readonly nodeMeshMaxRestartTime?: unknown;
  readonly communities?: readonly { readonly name?: string }[];
  readonly prefixAdvertisements?: readonly { readonly communities?: readonly string[] }[];
}

/** `validateBGPConfigurationSpec`. Grows with the number of communities. */
export function judgeBgpConfiguration(object: JsonObject, walk: Walk): void {
  const spec: DecodedBgpConfiguration = isObject(object.spec) ? object.spec : {};
  walk.enter('spec');
  const communities = spec.communities ?? [];
  const prefixes = spec.prefixAdvertisements ?? [];
  if (communities.length > 0 && prefixes.length === 0) {
    walk.refuse(undefined, bgpWords('communities are defined, and no prefix is advertised', 'communities are sent with prefixes only',
      'give prefixAdvertisements that use them, or remove communities'), ['communities']);
  }
  const names = new Set(communities.map((community) => community.name ?? ''));
  for (const [index, prefix] of prefixes.entries()) {
    for (const [position, community] of (prefix.communities ?? []).entries()) {
      const words = COMMUNITY.test(community) ? communityValue(community) : names.has(community) ? undefined : bgpWords(
        `${printValue(community)} is neither a community nor the name of one`, 'names are those that communities of the same object define',
        'define it under communities, or write its value as in "64512:100"');
      if (words !== undefined) {
        walk.refuse(undefined, words, ['prefixAdvertisements', index, 'communities', position]);
      }
    }
  }
  for (const field of ['nodeMeshPassword', 'nodeMeshMaxRestartTime'] as const) {
    if (spec.nodeToNodeMeshEnabled === false && (spec[field] ?? undefined) !== undefined) {
      walk.refuse(undefined, meshWords(field), [field]);
    }
  }
  walk.leave();
}
