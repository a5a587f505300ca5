import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { deployment, fieldsOf, globalPolicy, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/peer-in-other-namespace';
const peer = (source: JsonObject): JsonObject => networkPolicy('api', { types: ['Ingress'], ingress: [{ action: 'Allow', source }] });
const API = deployment('api', { app: 'api' });
const FRONTEND = deployment('frontend', { app: 'frontend' }, {}, 'web');
const POLICY = peer({ selector: "app == 'frontend'" });

test('fires for a peer that is in another namespace', () => {
  expect(findingsOf(ID, yamlOf(API, FRONTEND, POLICY))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 79, column: 23 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'api', namespace: 'shop' },
    field: 'spec.ingress[0].source.selector',
    what: "nothing in namespace shop matches app == 'frontend', and Deployment web/frontend in web does",
    why: 'a peer with a selector and no `namespaceSelector` means the namespace of its policy: shop',
    fix: 'add namespaceSelector: projectcalico.org/name == "web"',
    docs: 'docs/checks/policy/peer-in-other-namespace.md',
  }]);
});

test('fires for the destination of egress, in the namespace default, and names the first of several namespaces', () => {
  const policy = { ...networkPolicy('api', { egress: [{ action: 'Deny', destination: { selector: "app == 'frontend'" } }] }), metadata: { name: 'api' } };
  const more = [1, 2].map((index) => deployment(`more-${index}`, { app: 'frontend' }, {}, 'other'));
  expect(findingsOf(ID, yamlOf({ ...API, metadata: { name: 'api' } }, FRONTEND, ...more, policy)).map(({ field, what }) => [field, what])).toEqual([
    ['spec.egress[0].destination.selector', "nothing in namespace default matches app == 'frontend', and Deployment other/more-1 in other does"],
  ]);
});

const networkSet = (name: string, labels: JsonObject, namespace?: string): JsonObject => ({
  apiVersion: 'projectcalico.org/v3',
  kind: namespace === undefined ? 'GlobalNetworkSet' : 'NetworkSet',
  metadata: { name, labels, ...(namespace !== undefined && { namespace }) },
  spec: { nets: ['203.0.113.0/24'] },
});
const toBanks = peer({ selector: "role == 'bank'" });
const told = (...objects: JsonObject[]): string[][] => findingsOf(ID, yamlOf(...objects)).map(({ severity, what, fix }) => [severity, what, fix]);

test('fires for a network set that the peer leaves out, global or of another namespace', () => {
  expect(told(API, networkSet('banks', { role: 'bank' }), networkSet('a-set', { role: 'other' }), toBanks)).toEqual([
    ['warning', "nothing in namespace shop matches role == 'bank', and GlobalNetworkSet banks does", 'add namespaceSelector: global()'],
  ]);
  expect(told(API, ...['b', 'a', 'c'].map((name) => networkSet(name, { role: 'bank' }, 'web')), toBanks)).toEqual([
    ['warning', "nothing in namespace shop matches role == 'bank', and NetworkSet web/a does", 'add namespaceSelector: projectcalico.org/name == "web"'],
  ]);
});

test('advises where no workload of the own namespace is declared', () => {
  expect(told(networkSet('banks', { role: 'bank' }), networkSet('more', { role: 'bank', more: '' }), toBanks)).toEqual([
    ['advice', "nothing in namespace shop matches role == 'bank', and GlobalNetworkSet banks does", 'add namespaceSelector: global()'],
  ]);
});

test.each<[string, JsonObject[]]>([
  ['a selector that pods without labels match too, of which none is declared', [networkSet('banks', { role: 'bank' }), peer({ selector: "app != 'x'" })]],
  ['a network set that is meant', [API, networkSet('banks', { role: 'bank' }), peer({ selector: "role == 'bank'", namespaceSelector: 'global()' })]],
  ['a workload of the own namespace', [API, FRONTEND, deployment('frontend', { app: 'frontend' }), POLICY]],
  ['a workload of the own namespace on its node\'s network', [API, FRONTEND, deployment('frontend', { app: 'frontend' }, { hostNetwork: true }), POLICY]],
  ['a network set of the own namespace', [API, FRONTEND, POLICY, {
    apiVersion: 'projectcalico.org/v3', kind: 'NetworkSet', metadata: { name: 'set', namespace: 'shop', labels: { app: 'frontend' } }, spec: { nets: ['10.0.0.0/8'] },
  }]],
  ['a namespace of which the app declares no workload', [FRONTEND, deployment('other', { app: 'other' }, {}, 'bank'), POLICY]],
  ['a peer with a namespaceSelector', [API, FRONTEND, peer({ selector: "app == 'frontend'", namespaceSelector: 'all()' })]],
  ['a peer that names the namespace', [API, FRONTEND, peer({ selector: "app == 'frontend' && projectcalico.org/namespace == 'web'" })]],
  ['a peer that nothing matches', [API, FRONTEND, peer({ selector: "app == 'batch'" })]],
  ['a peer that can\'t be read', [API, FRONTEND, peer({ selector: 'app ==' })]],
  ['a peer without selector', [API, FRONTEND, peer({ nets: ['10.0.0.0/8'] })]],
  ['a label that a controller may add', [API, deployment('frontend', { app: 'frontend' }, {}, 'web'), peer({ selector: 'has(pod-template-hash)' })]],
  ['a host endpoint elsewhere', [API, FRONTEND, peer({ selector: 'has(node)' }), {
    apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint', metadata: { name: 'node', labels: { node: 'a' } }, spec: { node: 'a', interfaceName: '*' },
  }]],
  ['a GlobalNetworkPolicy', [API, FRONTEND, globalPolicy('api', { ingress: [{ action: 'Allow', source: { selector: "app == 'frontend'" } }] })]],
  ['one namespace', [API, deployment('more', { app: 'more' }), POLICY]],
])('stays silent for %s', (_, objects) => {
  expect(fieldsOf(ID, ...objects)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(API, FRONTEND, POLICY)));
});
