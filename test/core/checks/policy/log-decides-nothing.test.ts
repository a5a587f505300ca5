import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { fieldsOf, globalPolicy, ingress, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/log-decides-nothing';
const LOG_ONLY = ingress({ action: 'Log' });
const tier = (name: string, defaultAction: string): JsonObject =>
  ({ apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name }, spec: { order: 100, defaultAction } });
const watch = (spec: JsonObject): JsonObject => globalPolicy('watch', { types: ['Ingress'], ingress: [{ action: 'Log' }], ...spec });

test('fires for a policy that only logs', () => {
  expect(findingsOf(ID, yamlOf(LOG_ONLY))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 13, column: 16 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'shop' },
    field: 'spec.ingress',
    what: 'ingress only logs, and so everything is denied: NetworkPolicy shop/web decides nothing',
    why: 'Log goes on to the next rule, there is none, and no other policy of tier default decides for what this one selects: the tier ends with Deny',
    fix: 'add a rule that decides after Log: Allow or Deny, or Pass for the tiers that follow; where a denial is meant, write it as a Deny rule',
    docs: 'docs/checks/policy/log-decides-nothing.md',
  }]);
});

test('fires for a Log behind a rule that decides', () => {
  expect(findingsOf(ID, yamlOf(ingress({ action: 'Deny' }, { action: 'Log', protocol: 'TCP' }))).map(({ field, what, why, fix }) => ({ field, what, why, fix }))).toEqual([{
    field: 'spec.ingress[1]',
    what: 'this Log rule never logs: spec.ingress[0] denies all that it matches',
    why: 'rules are asked in order, and none is asked after one that decides',
    fix: 'move it before spec.ingress[0]',
  }]);
});

test('fires beside policies that can\'t select the same, or govern something else, or are elsewhere', () => {
  expect(fieldsOf(ID, LOG_ONLY,
    networkPolicy('other', { ingress: [{ action: 'Allow' }] }, 'bank'),
    networkPolicy('api', { selector: "app == 'api'", ingress: [{ action: 'Allow' }] }),
    networkPolicy('out', { types: ['Egress'], egress: [{ action: 'Allow' }] }),
    networkPolicy('closed', { types: ['Ingress'] }),
    networkPolicy('early', { tier: 'security', ingress: [{ action: 'Allow' }] }), tier('security', 'Pass'),
  )).toEqual(['spec.ingress']);
});

test('fires in a tier that ends with Deny', () => {
  expect(fieldsOf(ID, tier('security', 'Deny'), watch({ tier: 'security' }))).toEqual(['spec.ingress']);
});

test.each<[string, JsonObject[]]>([
  ['a Log before a rule that decides', [ingress({ action: 'Log' }, { action: 'Deny' })]],
  ['another policy that may decide', [LOG_ONLY, networkPolicy('more', { selector: "env == 'prod'", ingress: [{ action: 'Allow' }] })]],
  ['a policy of Kubernetes that may decide', [LOG_ONLY, {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'allow', namespace: 'shop' }, spec: { podSelector: {}, ingress: [{}] },
  }]],
  ['a tier that ends with Pass', [tier('security', 'Pass'), watch({ tier: 'security' })]],
  ['a tier that isn\'t there', [watch({ tier: 'security' })]],
  ['a policy before addresses are translated', [watch({ preDNAT: true, applyOnForward: true })]],
  ['a staged policy', [{ ...LOG_ONLY, kind: 'StagedNetworkPolicy' }]],
  ['a policy without rules', [networkPolicy('web', { types: ['Ingress'] })]],
  ['rules without an action', [ingress({}, { action: 7 })]],
  ['a Log that something gets to', [ingress({ action: 'Allow', protocol: 'TCP' }, { action: 'Log' }, { action: 'Deny' })]],
])('stays silent for %s', (_, objects) => {
  expect(fieldsOf(ID, ...objects)).toEqual([]);
});

test('says nothing of a policy that can\'t be read', () => {
  expect(fieldsOf(ID, networkPolicy('web', { selector: 'app ==', ingress: [{ action: 'Deny' }, { action: 'Log' }] }))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(LOG_ONLY)));
});
