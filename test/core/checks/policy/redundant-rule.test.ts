import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { fieldsOf, ingress, yamlOf } from '../written-policies';

const ID = 'policy/redundant-rule';
const REDUNDANT = ingress({ action: 'Allow', protocol: 'TCP', source: { selector: "app == 'a'" } }, { action: 'Allow', source: { selector: "app == 'a'" } });

test('fires for a rule that a later one takes in', () => {
  expect(findingsOf(ID, yamlOf(REDUNDANT))).toEqual([{
    id: ID,
    severity: 'advice',
    place: { line: 14, column: 7 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'shop' },
    field: 'spec.ingress[0]',
    what: 'this rule changes nothing: spec.ingress[1] allows all that it matches too',
    why: 'without it every packet is decided alike; it reads as if it did something',
    fix: 'remove it, or narrow spec.ingress[1] if that allows more than was meant',
    docs: 'docs/checks/policy/redundant-rule.md',
  }]);
});

const tcp = (action: string, ...ports: (number | string)[]): JsonObject => ({ action, protocol: 'TCP', destination: { ports } });
const from = (action: string, net: string): JsonObject => ({ action, source: { nets: [net] } });

test.each<[string, JsonObject[], string[]]>([
  ['within an earlier rule', [tcp('Deny', '1:99'), tcp('Deny', 80)], ['spec.ingress[1]: this rule changes nothing: spec.ingress[0] denies all that it matches already']],
  ['within two earlier rules', [tcp('Allow', '1:99'), tcp('Allow', '100:200'), tcp('Allow', '99:100')],
    ['spec.ingress[2]: this rule changes nothing: spec.ingress[0] and spec.ingress[1] together allow all that it matches already']],
  ['written twice', [tcp('Allow', 80), tcp('Deny', 90), tcp('Allow', 80)], ['spec.ingress[2]: this rule is written twice: spec.ingress[0] is the same']],
  ['within a later rule, with other ports between', [tcp('Allow', 80), tcp('Deny', 90), { action: 'Allow', protocol: 'TCP' }],
    ['spec.ingress[0]: this rule changes nothing: spec.ingress[2] allows all that it matches too']],
  ['within a later rule, with other networks between', [from('Allow', '10.1.0.0/16'), from('Deny', '10.2.0.0/16'), { action: 'Allow' }],
    ['spec.ingress[0]: this rule changes nothing: spec.ingress[2] allows all that it matches too']],
  ['within a later rule, with another protocol between', [tcp('Allow', 80), { action: 'Deny', protocol: 'UDP' }, { action: 'Allow' }],
    ['spec.ingress[0]: this rule changes nothing: spec.ingress[2] allows all that it matches too']],
])('says which rule does the same: %s', (_, rules, expected) => {
  expect(findingsOf(ID, yamlOf(ingress(...rules))).map(({ field, what }) => `${field!}: ${what}`)).toEqual(expected);
});

test.each<[string, JsonObject[]]>([
  ['a rule with an exception behind it', [tcp('Allow', 80), { action: 'Deny', source: { nets: ['10.0.0.0/8'] } }, { action: 'Allow' }]],
  ['a rule with a Log behind it', [tcp('Allow', 80), { action: 'Log' }, { action: 'Allow' }]],
  ['a rule with ports of the same name behind it', [tcp('Allow', 'http'), tcp('Deny', 'http'), { action: 'Allow' }]],
  ['rules of different actions', [tcp('Allow', 80), { action: 'Deny' }]],
  ['rules that overlap in part', [tcp('Allow', '1:99'), tcp('Allow', '50:150')]],
  ['two Logs', [{ action: 'Log' }, { action: 'Log' }, { action: 'Allow' }]],
])('stays silent for %s', (_, rules) => {
  expect(fieldsOf(ID, ingress(...rules))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(REDUNDANT)));
});
