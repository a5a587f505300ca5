import { calico, deployment, globalPolicy, networkPolicy } from './manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'policy/tier-ends';
const TIER = calico('Tier', 'security', '{order: 300}');
const SCANNER = globalPolicy('security.scanner', '{tier: security, selector: app == "web", namespaceSelector: all(), types: [Ingress], ingress: [{action: Allow, source: {nets: [10.20.7.0/24]}}]}');
const WEB = networkPolicy('web', '{selector: app == "web", types: [Ingress], ingress: [{action: Log}, {action: Allow, protocol: TCP, source: {selector: app == "frontend"}, destination: {ports: [8080]}}]}');
const POD = deployment('web', '{app: web}');

function said(yaml: string): string[] {
  return findingsOf(ID, yaml).map(({ severity, object, field, what }) => `${severity} ${object!.name} ${field}: ${what}`);
}

test('fires for a tier that has the last word', () => {
  expect(findingsOf(ID, SCANNER + TIER + WEB + POD)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 101 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', name: 'security.scanner' },
    field: 'spec.ingress',
    what: 'tier security decides all ingress of Deployment shop/web: TCP 8080 from a pod of namespace shop with app=frontend is dropped, '
      + 'which NetworkPolicy shop/web of tier default allows',
    why: 'policies of tier security select it and pass nothing on, and the tier ends with Deny: no later tier is asked, so spec.ingress[1] of NetworkPolicy shop/web never acts',
    fix: 'end `ingress` with a rule of action Pass, or give tier security the defaultAction Pass',
    docs: 'docs/checks/policy/tier-ends.md',
  }]);
});

test.each([
  ['each policy once, without workloads', SCANNER + TIER + WEB + networkPolicy('webs', '{selector: app == "web", types: [Ingress], ingress: [{action: Allow, protocol: 47}]}'), [
    'warning security.scanner spec.ingress: tier security decides all ingress of a pod with the label app=web in namespace shop: '
    + 'TCP 8080 from a pod of namespace shop with app=frontend is dropped, which NetworkPolicy shop/web of tier default allows',
  ]],
  ['egress, and a policy without rules', TIER + POD + globalPolicy('security.none', '{tier: security, namespaceSelector: all(), types: [Egress]}')
    + networkPolicy('web', '{selector: all(), types: [Egress], egress: [{action: Allow, protocol: UDP, destination: {nets: ["2001:db8::/64"]}}]}'), [
    'warning security.none spec: tier security decides all egress of Deployment shop/web: UDP 80 to 2001:db8::1 is dropped, which NetworkPolicy shop/web of tier default allows',
  ]],
  ['a protocol without ports', TIER + POD + SCANNER + networkPolicy('web', '{selector: all(), types: [Ingress], ingress: [{action: Allow, protocol: 47}]}'), [
    'warning security.scanner spec.ingress: tier security decides all ingress of Deployment shop/web: IP protocol 47 from 192.0.2.1 is dropped, which NetworkPolicy shop/web of tier default allows',
  ]],
])('fires for %s', (_, yaml, expected) => {
  expect(said(yaml)).toEqual(expected);
});

test.each([
  ['a rule that passes', SCANNER.replace('}}]}', '}}, {action: Pass}]}') + TIER + WEB + POD],
  ['a tier that passes', SCANNER + TIER.replace('300', '300, defaultAction: Pass') + WEB + POD],
  ['a tier that isn\'t among the manifests', SCANNER + WEB + POD],
  ['a deny that is written', SCANNER.replace('}}]}', '}}, {action: Deny}]}') + TIER + WEB + POD],
  ['a quarantine', TIER + WEB + globalPolicy('security.quarantine', '{tier: security, selector: app == "web", namespaceSelector: all(), types: [Ingress]}')],
  ['no later policy', SCANNER + TIER + POD],
  ['a later policy that allows nothing', SCANNER + TIER + POD + networkPolicy('web', '{selector: app == "web", types: [Ingress], ingress: [{action: Deny}]}')],
  ['a later rule that the tier allows as well', SCANNER + TIER + POD + networkPolicy('web', '{selector: app == "web", types: [Ingress], ingress: [{action: Allow, source: {nets: [10.20.7.8/32]}}]}')],
  ['a later rule that no packet is known of', SCANNER + TIER + POD + networkPolicy('web', '{selector: app == "web", types: [Ingress], ingress: [{action: Allow, protocol: TCP, destination: {ports: [web]}}]}')],
  ['a tier for other pods', SCANNER.replace('"web"', '"api"') + TIER + WEB + POD],
  ['a tier whose policy may not select', SCANNER.replace('all()', 'zone == "a"') + TIER + WEB + POD],
  ['a later policy that may not select', SCANNER + TIER + POD + globalPolicy('web', '{namespaceSelector: zone == "a", types: [Ingress], ingress: [{action: Allow}]}')],
  ['the default tier alone', WEB + networkPolicy('deny', '{tier: default, selector: all(), types: [Ingress]}')],
])('stays silent for %s', (_, yaml) => {
  expect(said(yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(SCANNER + TIER + WEB + POD));
});
