import { DecodedRule } from './decoded-policy';
import { isMaskedNet, Prefix, readCidr } from '../../cidr';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { Walk } from '../structural/walk';

const NET_FIELDS = [
  ['source', 'nets'], ['source', 'notNets'], ['destination', 'nets'], ['destination', 'notNets'],
] as const;

function netWords(what: string, why: string, fix: string, corrected?: string): Words {
  return { rule: 'resource/net', what, why, fix, ...(corrected !== undefined && { corrected }) };
}

/**
 * Networks of a rule against each other (`validateRule`, `scanNets`): CIDRs only, one family in all four lists, that of `ipVersion`.
 * Grows with the number of networks.
 */
export function judgeNets(rule: DecodedRule, walk: Walk): void {
  let seen: { family: 4 | 6; where: string } | undefined;
  for (const [side, field] of NET_FIELDS) {
    const nets = rule[side]?.[field] ?? [];
    let mixed = false;
    let wrongVersion = false;
    for (let index = 0; index < nets.length; index++) {
      const net = readNet(nets[index], field, walk, [side, field, index]);
      if (net === undefined) {
        continue;
      }
      const family = net.family;
      if (!wrongVersion && (rule.ipVersion ?? family) !== family) {
        wrongVersion = true;
        walk.refuse(undefined, netWords(
          `${nets[index]} is of IPv${family}, and the rule's ipVersion is ${rule.ipVersion}`, 'no packet matches both; Calico refuses the whole policy',
          `remove ipVersion, or give networks of IPv${rule.ipVersion}`), [side, field, index]);
      }
      seen ??= { family, where: `${side}.${field}` };
      if (!mixed && seen.family !== family) {
        mixed = true;
        walk.refuse(undefined, netWords(
          `${nets[index]} is of IPv${family}, and ${seen.where} holds IPv${seen.family}`,
          'a rule is about one family in all its lists of networks; Calico refuses the whole policy',
          'make it two rules, one for each family'), [side, field, index]);
      }
    }
  }
}

/** The network of a text; undefined where it is refused. Faults that the field's own rule has found aren't said again. */
function readNet(text: string, field: string, walk: Walk, place: readonly (string | number)[]): Prefix | undefined {
  const reading = readCidr(text);
  if (reading === undefined) {
    if (isMaskedNet(text)) {
      const corrected = text === '' ? undefined : `${text}/${text.includes(':') ? 128 : 32}`;
      walk.refuse(undefined, netWords(
        text === '' ? 'the network is empty text' : `${printValue(text)} has no prefix length`, 'a rule takes networks in CIDR notation only, though a network set takes addresses too',
        corrected === undefined ? 'give a network, or remove the item' : `write ${corrected}`, corrected), place);
    }
    return undefined;
  }
  if (field === 'notNets' && isEverything(text, reading.network)) {
    walk.refuse(undefined, netWords(
      `${text} is every address, and the rule excludes it`, 'the rule could never match; Calico refuses the whole policy',
      'remove the item, or remove the rule'), place);
  }
  return reading.address;
}

/** Calico compares the text for IPv4 and the network for IPv6. */
function isEverything(text: string, network: Prefix): boolean {
  return text === '0.0.0.0/0' || (network.family === 6 && network.length === 0);
}
