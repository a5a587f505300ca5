import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { fieldsOf, globalPolicy, ingress, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/service-without-namespace';
const UNNAMED = ingress({ action: 'Allow', source: { services: { name: 'frontend' } } });

test('fires for a Service without its namespace', () => {
  expect(findingsOf(ID, yamlOf(UNNAMED))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 17, column: 23 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'shop' },
    field: 'spec.ingress[0].source.services',
    what: 'the Service frontend is named without its namespace',
    why: 'Calico doesn\'t fill in the namespace of the policy: it looks for a Service without a namespace, finds none, and the rule matches nothing',
    fix: 'add namespace: shop, or the namespace that the Service is in',
    docs: 'docs/checks/policy/service-without-namespace.md',
  }]);
});

test('fires for the destination of egress, in a policy without namespace', () => {
  const policy = {
    ...networkPolicy('web', { types: ['Egress'], egress: [{ action: 'Allow', destination: { services: { name: 'api', namespace: '' } } }] }), metadata: { name: 'web' },
  };
  expect(findingsOf(ID, yamlOf(policy)).map(({ field, fix }) => [field, fix]))
    .toEqual([['spec.egress[0].destination.services', 'add namespace: default, or the namespace that the Service is in']]);
});

test.each<[string, JsonObject]>([
  ['a Service with its namespace', ingress({ action: 'Allow', source: { services: { name: 'a', namespace: 'b' } } })],
  ['a Service without a name, which is refused', ingress({ action: 'Allow', source: { services: {} } })],
  ['a GlobalNetworkPolicy, which is refused', globalPolicy('web', { ingress: [{ action: 'Allow', source: { services: { name: 'a' } } }] })],
  ['rules that are no objects', ingress('allow' as unknown as JsonObject)],
  ['a Service with its namespace beside a rule that is none', ingress('allow' as unknown as JsonObject, { action: 'Allow', source: { services: { name: 'a', namespace: 'b' } } })],
  ['another kind', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }],
])('stays silent for %s', (_, object) => {
  expect(fieldsOf(ID, object)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(UNNAMED)));
});
