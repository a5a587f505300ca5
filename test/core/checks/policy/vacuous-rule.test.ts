import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { fieldsOf, globalPolicy, ingress, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/vacuous-rule';
const WRONG_END = ingress({ action: 'Allow', destination: { selector: "app == 'frontend'" } });

test('fires for the other side\'s selector at the policy\'s own end', () => {
  expect(findingsOf(ID, yamlOf(WRONG_END))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 16, column: 24 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'shop' },
    field: 'spec.ingress[0].destination',
    what: 'the rule is for an end that the policy doesn\'t select',
    why: 'the destination of ingress is what the policy selects, and nothing that it selects matches '
      + "(projectcalico.org/namespace == 'shop') && (app == 'frontend') as well",
    fix: 'move the selector to source if it says who is on the other side, or remove it',
    docs: 'docs/checks/policy/vacuous-rule.md',
  }]);
});

test('fires for the source of egress too', () => {
  const policy = networkPolicy('web', { types: ['Egress'], egress: [{ action: 'Allow', source: { selector: "app == 'api'" } }] });
  expect(findingsOf(ID, yamlOf(policy)).map(({ field, fix }) => [field, fix]))
    .toEqual([['spec.egress[0].source', 'move the selector to destination if it says who is on the other side, or remove it']]);
});

test.each<[string, JsonObject, string]>([
  ['a protocol that is asked for and ruled out', { protocol: 'TCP', notProtocol: 'TCP' }, 'notProtocol: it asks for TCP and rules it out'],
  ['an ICMP type that is asked for and ruled out', { protocol: 'ICMP', icmp: { type: 8, code: 0 }, notICMP: { type: 8 } },
    'notICMP: notICMP rules out all that icmp asks for'],
  ['networks of a family that the protocol isn\'t of', { protocol: 'ICMP', source: { nets: ['fd00::/16'] } },
    ': what it asks for of IPv4 and of IPv6 leaves neither: its networks, protocol and ipVersion are of different families'],
  ['ports that are all ruled out', { protocol: 'TCP', destination: { ports: [80, 90], notPorts: ['70:100'] } },
    'destination.notPorts: notPorts rules out every port of ports'],
  ['networks that are all ruled out', { source: { nets: ['10.0.0.0/9', '10.128.0.0/9'], notNets: ['10.0.0.0/8'] } },
    'source.notNets: notNets rules out every address of nets'],
  ['networks of IPv6 that are all ruled out', { source: { nets: ['fd00::/16'], notNets: ['fd00::/15'] } },
    'source.notNets: notNets rules out every address of nets'],
  ['a selector beside a notSelector', { source: { selector: "app == 'a'", notSelector: 'has(app)' } },
    "source: together its selectors ask for what no labels give: ((projectcalico.org/namespace == 'shop') && (app == 'a')) && (!(has(app)))"],
  ['a notSelector that leaves nothing of the own namespace', { source: { notSelector: 'all()' } },
    "source: together its selectors ask for what no labels give: (projectcalico.org/namespace == 'shop') && (!(all()))"],
  ['another namespace than the policy\'s', { source: { selector: "projectcalico.org/namespace == 'other'" } },
    "source: together its selectors ask for what no labels give: (projectcalico.org/namespace == 'shop') && (projectcalico.org/namespace == 'other')"],
])('fires for %s', (_, rule, expected) => {
  expect(findingsOf(ID, yamlOf(ingress({ action: 'Allow', ...rule }))).map(({ field, why }) => `${field!.replace(/^spec\.ingress\[0\]\.?/, '')}: ${why}`))
    .toEqual([expected]);
});

test.each<[string, JsonObject]>([
  ['what Calico refuses', { protocol: 'TCP', notProtocol: 'TCP', source: { nets: ['10.0.0.0/33'] } }],
  ['another protocol that is ruled out', { protocol: 'TCP', notProtocol: 'UDP' }],
  ['ports of which some stay', { protocol: 'TCP', destination: { ports: ['70:100'], notPorts: [80, 90] } }],
  ['ports with names', { protocol: 'TCP', destination: { ports: ['http'], notPorts: [80] } }],
  ['networks of which some stay', { source: { nets: ['10.0.0.0/8'], notNets: ['10.0.0.0/9'] } }],
  ['a selector that contradicts itself, which is said elsewhere', { source: { selector: "app == 'a' && !has(app)" } }],
  ['a rule that is switched off', { source: { selector: '!all()' } }],
  ['an own end that the policy may select', { destination: { selector: "tier == 'front'" } }],
  ['an own end of other labels that contradicts itself', { destination: { selector: "a == 'b' && a == 'c'" } }],
  ['an own end without selector', { destination: { nets: ['10.0.0.0/8'] } }],
])('stays silent for %s', (_, rule) => {
  expect(fieldsOf(ID, ingress({ action: 'Allow', ...rule }))).toEqual([]);
});

test.each(['preDNAT', 'applyOnForward'])('stays silent for the own end of a policy with %s: there the packet may go on to another', (flag) => {
  const rules = { types: ['Ingress'], ingress: [{ action: 'Allow', destination: { selector: "app == 'frontend'" } }] };
  expect(fieldsOf(ID, globalPolicy('hosts', { ...rules, applyOnForward: true, [flag]: true }))).toEqual([]);
});

test('stays silent for a notSelector alone in a GlobalNetworkPolicy: it leaves the outside', () => {
  expect(fieldsOf(ID, globalPolicy('web', { ingress: [{ action: 'Allow', source: { notSelector: 'all()' } }] }))).toEqual([]);
});

test('stays silent for a policy that is switched off', () => {
  expect(fieldsOf(ID, networkPolicy('web', { selector: '!all()', ingress: [{ action: 'Allow', destination: { selector: "app == 'web'" } }] }))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(WRONG_END)));
});
