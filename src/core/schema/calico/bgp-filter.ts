import { form, maskedNetUnlessEmpty, oneOf, oneOfRequired, range } from './field-rules';
import { isObject, JsonObject } from '../../manifests';
import { goAsNumber } from '../go/network-types';
import { Words } from '../resource-fault';
import { below, FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

const RULE = 'resource/bgp-filter';
const MOST_PRIORITY = 2 ** 31 - 2;

function ruleTable(family: 4 | 6): FieldTable {
  const longest = family === 4 ? 32 : 128;
  return {
    'cidr': { rules: [maskedNetUnlessEmpty(RULE, family)] },
    'prefixLength.min': { rules: [range(RULE, 0, longest)] },
    'prefixLength.max': { rules: [range(RULE, 0, longest)] },
    'source': { rules: [oneOf(RULE, 'RemotePeers')] },
    'interface': { rules: [form(RULE, /^[a-zA-Z0-9_.*-]{1,15}$/, 'the name of an interface, with "*" for any characters')] },
    'matchOperator': { rules: [oneOf(RULE, 'Equal', 'NotEqual', 'In', 'NotIn')] },
    'peerType': { rules: [oneOf(RULE, 'eBGP', 'iBGP')] },
    'communities.values': { rules: [{ zero: null, judge: presentList }] },
    'asPathPrefix[]': { go: goAsNumber },
    'priority': { rules: [range(RULE, 1, MOST_PRIORITY)] },
    'action': { rules: [oneOfRequired(RULE, 'Accept', 'Reject')] },
    'operations[].addCommunity.value': { rules: [{ zero: null, judge: presentList }] },
    'operations[].prependASPath.prefix': { rules: [{ zero: null, judge: presentList }] },
    'operations[].prependASPath.prefix[]': { go: goAsNumber },
    'operations[].setPriority.value': { rules: [{ zero: null, judge: priority }] },
  };
}

function presentList(value: unknown): Words | undefined {
  return value === null ? filterWords('the field is missing', 'without it the match or operation means nothing', 'add the field') : undefined;
}

function priority(value: number | null): Words | undefined {
  return value === null ? presentList(value) : range(RULE, 1, MOST_PRIORITY).judge(value);
}

/** What Calico adds to BGP filters (api/pkg/apis/projectcalico/v3/bgpfilter.go). */
export const BGP_FILTER_TABLE: FieldTable = {
  ...below('spec.exportV4[].', ruleTable(4)),
  ...below('spec.importV4[].', ruleTable(4)),
  ...below('spec.exportV6[].', ruleTable(6)),
  ...below('spec.importV6[].', ruleTable(6)),
};

/** All words about filters have one id. */
export function filterWords(what: string, why: string, fix: string): Words {
  return { rule: RULE, what, why, fix };
}

/** At `matchOperator`. */
export const CIDR_WITHOUT_OPERATOR = filterWords(
  'cidr is given without matchOperator', 'how a route is compared with the network has to be said', 'give matchOperator: Equal, NotEqual, In or NotIn');

/** At `cidr`. */
export const OPERATOR_WITHOUT_CIDR = filterWords(
  'matchOperator is given without cidr', 'there is nothing to compare a route with', 'give cidr, or remove matchOperator');

/** At `prefixLength`. */
export const LENGTH_WITHOUT_CIDR = filterWords(
  'prefixLength is given without cidr', 'prefix lengths are matched within a network', 'give cidr and matchOperator, or remove prefixLength');

/** At `operations`. */
export const OPERATIONS_ON_REJECT = filterWords(
  'a rule that rejects has operations', 'a rejected route is gone: there is nothing to change on it', 'set action to Accept, or remove operations');

/** At one of `operations`. */
const NOT_ONE_OPERATION: Words = {
  rule: 'resource/range',
  what: 'an operation is none or several of addCommunity, prependASPath and setPriority',
  why: 'each item of operations is one operation',
  fix: 'give each operation an item of its own',
};

interface DecodedFilterRule {
  readonly cidr?: string;
  readonly matchOperator?: string;
  readonly prefixLength?: unknown;
  readonly operations?: readonly JsonObject[];
}

/** `validateBGPFilterRule` and `validateBGPFilterOperation`. */
export function judgeBgpFilter(object: JsonObject, walk: Walk): void {
  const spec = isObject(object.spec) ? object.spec : {};
  for (const list of ['exportV4', 'importV4', 'exportV6', 'importV6']) {
    const rules = spec[list] as readonly DecodedFilterRule[] | null | undefined;
    for (const [index, rule] of (rules ?? []).entries()) {
      walk.enter('spec');
      walk.enter(list);
      walk.enter(index);
      judgeFilterRule(rule, walk);
      walk.leave();
      walk.leave();
      walk.leave();
    }
  }
}

function judgeFilterRule(rule: DecodedFilterRule, walk: Walk): void {
  if (rule.cidr && !rule.matchOperator) {
    walk.refuse(undefined, CIDR_WITHOUT_OPERATOR, ['matchOperator']);
  }
  if (!rule.cidr && rule.matchOperator) {
    walk.refuse(undefined, OPERATOR_WITHOUT_CIDR, ['cidr']);
  }
  if (!rule.cidr && (rule.prefixLength ?? undefined) !== undefined) {
    walk.refuse(undefined, LENGTH_WITHOUT_CIDR, ['prefixLength']);
  }
  for (const [index, operation] of (rule.operations ?? []).entries()) {
    if (['addCommunity', 'prependASPath', 'setPriority'].filter((name) => (operation[name] ?? undefined) !== undefined).length !== 1) {
      walk.refuse(undefined, NOT_ONE_OPERATION, ['operations', index]);
    }
  }
}
