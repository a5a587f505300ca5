import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { globalPolicy, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/shadowed-policy';
const closed = (spec: JsonObject = {}): JsonObject => networkPolicy('closed', { order: 100, selector: 'all()', types: ['Ingress'], ingress: [{ action: 'Deny' }], ...spec });
const web = (spec: JsonObject = {}): JsonObject => networkPolicy('web', { types: ['Ingress'], ingress: [{ action: 'Allow', protocol: 'TCP' }], ...spec });
const tier = (name: string, order: number): JsonObject => ({ apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name }, spec: { order } });
const kubernetes = (name: string): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'shop' }, spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{}] },
});

const said = (...objects: JsonObject[]): string[] => findingsOf(ID, yamlOf(...objects)).map(({ severity, object, field }) => `${severity} ${object!.name!} ${field!}`);

test('fires for a policy behind one that decides everything', () => {
  expect(findingsOf(ID, yamlOf(closed(), web()))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 34, column: 16 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'shop' },
    field: 'spec.ingress',
    what: 'the ingress rules of NetworkPolicy shop/web are never asked: NetworkPolicy shop/closed comes first and decides everything',
    why: 'NetworkPolicy shop/closed (order 100) selects all that this policy selects, and its spec.ingress[0] denies everything; this policy has no order, '
      + 'which is last',
    fix: 'give this policy an `order` below 100, or let NetworkPolicy shop/closed select or match less',
    docs: 'docs/checks/policy/shadowed-policy.md',
  }]);
});

test('fires for a policy in a tier that nothing gets to', () => {
  const all = globalPolicy('all', {
    tier: 'early',
    namespaceSelector: "projectcalico.org/name == 'shop'",
    selector: '',
    types: ['Ingress'],
    ingress: [{ action: 'Log' }, { action: 'Allow', protocol: 'TCP' }, { action: 'Deny' }],
  });
  expect(findingsOf(ID, yamlOf(tier('early', 10), all, web({ namespaceSelector: undefined })))).toEqual([]);
  const everything = { ...all, spec: { ...all.spec as JsonObject, namespaceSelector: undefined } };
  expect(findingsOf(ID, yamlOf(tier('early', 10), everything, web())).map(({ why, fix }) => [why, fix])).toEqual([[
    'GlobalNetworkPolicy all (in tier early, which comes before default) selects all that this policy selects, and its spec.ingress[2] denies '
    + 'what its other rules leave',
    'let GlobalNetworkPolicy all Pass what tier default is to decide, or move this policy to a tier before early',
  ]]);
});

test.each<[string, JsonObject[], string[]]>([
  ['a policy of Kubernetes behind one of Calico', [closed(), kubernetes('k')], ['warning k spec.ingress']],
  ['a policy of Calico behind one of Kubernetes that allows the same', [kubernetes('k'), web()], ['advice web spec.ingress']],
  ['two that deny', [closed(), web({ ingress: [{ action: 'Deny', protocol: 'UDP' }] })], ['advice web spec.ingress']],
  ['two without order that allow', [closed({ order: undefined, ingress: [{ action: 'Allow' }] }), web()], ['advice web spec.ingress']],
  ['a global one in front', [globalPolicy('g', { order: 1, selector: 'has(app)', types: ['Ingress'], ingress: [{ action: 'Deny' }] }), web()],
    ['warning web spec.ingress']],
  ['one that passes in the same tier', [closed({ ingress: [{ action: 'Pass' }] }), web()], ['warning web spec.ingress']],
])('fires for %s', (_, objects, expected) => {
  expect(said(...objects)).toEqual(expected);
});

test('says how to come before a policy without order', () => {
  const objects = [closed({ order: undefined, ingress: [{ action: 'Allow' }] }), web()];
  expect(findingsOf(ID, yamlOf(...objects)).map(({ fix }) => fix)).toEqual(['give this policy an `order` at all, or let NetworkPolicy shop/closed select or match less']);
});

test.each<[string, JsonObject[]]>([
  ['a policy in front of it', [closed(), web({ order: 10 })]],
  ['another direction', [closed(), web({ types: ['Egress'], ingress: undefined, egress: [{ action: 'Allow', protocol: 'TCP' }] })]],
  ['another namespace', [closed(), networkPolicy('web', { types: ['Ingress'], ingress: [{ action: 'Allow' }] }, 'bank')]],
  ['other labels', [closed({ selector: "app == 'api'" }), web()]],
  ['rules that leave something', [closed({ ingress: [{ action: 'Deny', protocol: 'TCP' }] }), web()]],
  ['a policy without rules behind', [closed(), web({ ingress: [] })]],
  ['two of Kubernetes', [kubernetes('a'), kubernetes('b')]],
  ['a staged policy in front', [{ ...closed(), kind: 'StagedNetworkPolicy' }, web()]],
  ['an earlier tier that passes', [tier('early', 10), closed({ tier: 'early', ingress: [{ action: 'Deny', protocol: 'UDP' }, { action: 'Pass' }] }), web()]],
  ['a tie of different actions, which is said elsewhere', [closed({ order: undefined }), web()]],
  ['policies before addresses are translated', [
    globalPolicy('g', { order: 1, preDNAT: true, applyOnForward: true, types: ['Ingress'], ingress: [{ action: 'Deny' }] }), web(),
  ]],
  ['one that also governs what is forwarded', [
    globalPolicy('g', { order: 1, types: ['Ingress'], ingress: [{ action: 'Deny' }] }),
    globalPolicy('h', { order: 2, applyOnForward: true, types: ['Ingress'], ingress: [{ action: 'Allow', protocol: 'TCP' }] }),
  ]],
])('stays silent for %s', (_, objects) => {
  expect(said(...objects)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(closed(), web())));
});
