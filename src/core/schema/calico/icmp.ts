import { DecodedIcmp, DecodedRule } from './decoded-policy';
import { decodedProtocol } from '../go/network-types';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { Walk } from '../structural/walk';

/** A code without a type (`validateICMPFields`, and the CRDs' rule). At `code`. */
export const CODE_WITHOUT_TYPE: Words = {
  rule: 'resource/icmp',
  what: 'an ICMP code is given without a type',
  why: 'codes have a meaning within a type only, and the kernel can\'t match a code alone',
  fix: 'add the type that the code belongs to',
};

const FAMILY: Readonly<Record<string, number>> = { ICMP: 4, ICMPv6: 6 };

/** ICMP fields, protocol and IP version of a rule against each other (`validateRule`). A number is no name here: 1 isn't ICMP. */
export function judgeIcmp(rule: DecodedRule, walk: Walk): void {
  judgeCode(rule.icmp, 'icmp', walk);
  judgeCode(rule.notICMP, 'notICMP', walk);
  const protocol = decodedProtocol(rule.protocol ?? undefined);
  if (rule.icmp !== undefined && rule.icmp !== null && protocol !== 'ICMP' && protocol !== 'ICMPv6') {
    walk.refuse(undefined, {
      rule: 'resource/icmp',
      what: protocol === undefined ? 'the rule matches ICMP types and has no protocol' : `the rule matches ICMP types and its protocol is ${printValue(protocol)}`,
      why: 'types and codes belong to the protocols ICMP and ICMPv6, and Calico takes them by name only; it refuses the whole policy',
      fix: 'set protocol to ICMP or ICMPv6, or remove icmp',
    }, ['icmp']);
  }
  for (const field of ['protocol', 'notProtocol'] as const) {
    const name = decodedProtocol(rule[field] ?? undefined);
    const family = typeof name === 'string' ? FAMILY[name] : undefined;
    if (family !== undefined && (rule.ipVersion ?? family) !== family) {
      walk.refuse(undefined, {
        rule: 'resource/icmp',
        what: `${field} ${name} is of IPv${family}, and ipVersion is ${rule.ipVersion}`,
        why: 'no packet is of both; Calico refuses the whole policy',
        fix: `set ipVersion to ${family}, or set ${field} to ${family === 4 ? 'ICMPv6' : 'ICMP'}`,
      }, ['ipVersion']);
    }
  }
}

function judgeCode(icmp: DecodedIcmp | null | undefined, field: string, walk: Walk): void {
  if (icmp && (icmp.code ?? undefined) !== undefined && (icmp.type ?? undefined) === undefined) {
    walk.refuse(undefined, CODE_WITHOUT_TYPE, [field, 'code']);
  }
}
