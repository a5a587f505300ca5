import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { fieldsOf, globalPolicy, ingress, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/shadowed-rule';
const SHADOWED = ingress(
  { action: 'Allow', protocol: 'TCP', source: { nets: ['10.0.0.0/8'] } },
  { action: 'Deny', protocol: 'TCP', source: { nets: ['10.66.0.0/16'] }, destination: { ports: [22] } },
);

test('fires for an exception that stands behind the rule that it is of', () => {
  expect(findingsOf(ID, yamlOf(SHADOWED))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 23, column: 7 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'shop' },
    field: 'spec.ingress[1]',
    what: 'this Deny rule never decides: spec.ingress[0] allows all that it matches',
    why: 'rules are asked in order, and the first that matches decides; for example, TCP to port 22 from 10.66.0.0 to a pod of namespace shop with app=web '
      + 'never gets here',
    fix: 'move this rule before spec.ingress[0] if it is the exception, or remove it',
    docs: 'docs/checks/policy/shadowed-rule.md',
  }]);
});

const ports = (...list: (number | string)[]): JsonObject => ({ protocol: 'TCP', destination: { ports: list } });

test.each<[string, JsonObject[], string]>([
  ['everything', [{ action: 'Deny' }, { action: 'Allow', protocol: 'TCP' }], 'spec.ingress[0] denies all that it matches'],
  ['a selector that asks for less', [{ action: 'Pass', source: { selector: 'has(app)' } }, { action: 'Allow', source: { selector: "app in {'a', 'b'}" } }],
    'spec.ingress[0] passes all that it matches'],
  ['two ranges of ports', [{ action: 'Allow', ...ports('1:99') }, { action: 'Allow', ...ports('100:200') }, { action: 'Deny', ...ports('50:150') }],
    'spec.ingress[0] and spec.ingress[1] together allow all that it matches'],
  ['rules of two actions', [{ action: 'Allow', source: { nets: ['10.0.0.0/9'] } }, { action: 'Deny', source: { nets: ['10.128.0.0/9'] } },
    { action: 'Allow', source: { nets: ['10.0.0.0/8'] } }], 'spec.ingress[0] and spec.ingress[1] together decide all that it matches'],
  ['a service, of which no sample packet is made',
    [{ action: 'Deny', protocol: 'TCP' }, { action: 'Allow', protocol: 'TCP', source: { services: { name: 'a', namespace: 'b' } } }],
    'spec.ingress[0] denies all that it matches'],
])('says what decides first: %s', (_, rules, by) => {
  expect(findingsOf(ID, yamlOf(ingress(...rules))).map(({ what }) => what)).toEqual([expect.stringMatching(/^this \w+ rule never decides: /)]);
  expect(findingsOf(ID, yamlOf(ingress(...rules)))[0].what).toContain(by);
});

test('fires in policies of each kind, also staged ones', () => {
  const rules = { types: ['Egress'], egress: [{ action: 'Allow' }, { action: 'Deny', protocol: 'UDP' }] };
  const staged = { ...networkPolicy('staged', rules), kind: 'StagedNetworkPolicy' };
  expect(fieldsOf(ID, globalPolicy('all', rules), staged)).toEqual(['spec.egress[1]', 'spec.egress[1]']);
});

const many = (last: JsonObject): JsonObject[] =>
  [...Array.from({ length: 200 }, (_, index) => ({ action: 'Allow', source: { nets: [`10.0.${index}.0/24`] } })), last];

test('finds what matches everything, and what is written twice, among many rules', () => {
  const [first, ...rest] = many({ action: 'Deny', protocol: 'TCP' });
  expect(fieldsOf(ID, ingress(first, { action: 'Allow' }, ...rest))).toEqual(['spec.ingress[201]']);
  expect(fieldsOf(ID, ingress(...many({ action: 'Deny', source: { nets: ['10.0.150.0/24'] } })))).toEqual(['spec.ingress[200]']);
  expect(fieldsOf(ID, ingress(...many({ action: 'Deny', source: { nets: ['10.1.0.0/24'] } })))).toEqual([]);
});

test.each<[string, JsonObject[]]>([
  ['an exception before its rule', [{ action: 'Deny', protocol: 'TCP' }, { action: 'Allow' }]],
  ['a Log before a rule', [{ action: 'Log' }, { action: 'Deny' }]],
  ['a rule of the same action', [{ action: 'Allow' }, { action: 'Allow', protocol: 'TCP' }]],
  ['a Log behind a rule', [{ action: 'Allow' }, { action: 'Log' }]],
  ['ports that are only partly decided', [{ action: 'Allow', ...ports('1:99') }, { action: 'Deny', ...ports('50:150') }]],
  ['a rule for one family', [{ action: 'Allow', ipVersion: 4 }, { action: 'Deny' }]],
  ['all() before the outside', [{ action: 'Allow', source: { selector: 'all()' } }, { action: 'Deny', source: { nets: ['10.0.0.0/8'] } }]],
  ['a policy that can\'t be read', [{ action: 'Allow' }, { action: 'Refuse' }]],
  ['rules that are no objects', [{ action: 'Allow' }, 'deny' as unknown as JsonObject]],
  ['a single rule', [{ action: 'Allow' }]],
])('stays silent for %s', (_, rules) => {
  expect(fieldsOf(ID, ingress(...rules))).toEqual([]);
});

test('stays silent for the direction that the policy doesn\'t govern', () => {
  expect(fieldsOf(ID, networkPolicy('web', { types: ['Ingress'], egress: [{ action: 'Allow' }, { action: 'Deny' }] }))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(SHADOWED)));
});
