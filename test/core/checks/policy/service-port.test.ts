import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { deployment, fieldsOf, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/service-port';
const service = (name: string, port: JsonObject, selector: JsonObject = { app: 'api' }): JsonObject =>
  ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' }, spec: { selector, ports: [port] } });
const SERVICE = service('api', { port: 80, targetPort: 8080 });
const api = (ports: JsonObject[] = [], labels: Record<string, string> = { app: 'api' }, name = 'api'): JsonObject =>
  deployment(name, labels, { containers: [{ name: 'main', ports }] });
const ingress = (rule: JsonObject, spec: JsonObject = {}): JsonObject =>
  networkPolicy('api', { selector: "app == 'api'", types: ['Ingress'], ingress: [{ action: 'Allow', protocol: 'TCP', ...rule }], ...spec });
const RULE = ingress({ destination: { ports: [80] } });

test('fires for the port of a Service that leads to another port', () => {
  expect(findingsOf(ID, yamlOf(SERVICE, api(), RULE))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 69, column: 20 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'api', namespace: 'shop' },
    field: 'spec.ingress[0].destination.ports',
    what: 'port 80 is that of Service shop/api, whose pods listen on 8080',
    why: 'policies are asked after the port of a Service has been replaced by its targetPort: a packet to shop/api on TCP 80 has port 8080 by then',
    fix: 'write port 8080 in `ports` of the destination',
    docs: 'docs/checks/policy/service-port.md',
  }]);
});

const pod: JsonObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', namespace: 'shop', labels: { app: 'api' } },
  spec: { containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 8080 }] }] },
};
const egress = (destination: JsonObject): JsonObject =>
  networkPolicy('web', { types: ['Egress'], egress: [{ action: 'Allow', protocol: 'TCP', destination: { ...destination, ports: [80, 443] } }] });

test.each<[string, JsonObject[], string]>([
  ['a targetPort by name', [service('api', { port: 80, targetPort: 'http' }), pod, RULE], 'spec.ingress[0].destination.ports'],
  ['the destination of egress', [SERVICE, api(), egress({ selector: "app == 'api'" })], 'spec.egress[0].destination.ports'],
  ['a policy of Kubernetes', [SERVICE, api(), {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'k', namespace: 'shop' },
    spec: { podSelector: { matchLabels: { app: 'api' } }, ingress: [{ ports: [{ port: 80 }] }] },
  }], 'spec.ingress[0]'],
  ['several workloads behind Services', [SERVICE, service('b', { port: 80, targetPort: 90 }, { app: 'b' }), api(), api([], { app: 'b' }, 'b'),
    ingress({ destination: { ports: [80] } }, { selector: "app in {'api', 'b'}" })], 'spec.ingress[0].destination.ports'],
  ['another protocol of the same number', [SERVICE, api([{ containerPort: 80, protocol: 'UDP' }]), RULE], 'spec.ingress[0].destination.ports'],
])('fires for %s', (_, objects, field) => {
  expect(fieldsOf(ID, ...objects)).toEqual([field]);
});

test('fires in the namespace default, and over UDP', () => {
  const objects: JsonObject[] = [
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'dns' }, spec: { selector: { app: 'dns' }, ports: [{ protocol: 'UDP', port: 53, targetPort: 5353 }, { name: 'none' }] } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', labels: { app: 'dns' } }, spec: { initContainers: [{ ports: [{ containerPort: 5353, protocol: 'UDP' }] }] } },
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'plain' }, spec: { selector: { app: 'dns' }, ports: [{ port: 9153 }] } },
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'outside' }, spec: { externalName: 'example.org' } },
    {
      ...networkPolicy('dns', { selector: "app == 'dns'", types: ['Ingress'], ingress: [{ action: 'Allow', protocol: 'UDP', destination: { ports: [53] } }] }),
      metadata: { name: 'dns' },
    },
  ];
  expect(findingsOf(ID, yamlOf(...objects)).map(({ field, what }) => [field, what]))
    .toEqual([['spec.ingress[0].destination.ports', 'port 53 is that of Service default/dns, whose pods listen on 5353']]);
});

test.each<[string, JsonObject[]]>([
  ['a port that the container declares', [SERVICE, api([{ containerPort: 80 }]), RULE]],
  ['a port that another Service leads to', [SERVICE, service('other', { port: 8000, targetPort: 80 }), api(), RULE]],
  ['a rule that names both', [SERVICE, api(), ingress({ destination: { ports: [80, '8000:9000'] } })]],
  ['a rule that names a port by its name too', [SERVICE, api(), ingress({ destination: { ports: [80, 'http'] } })]],
  ['the targetPort', [SERVICE, api(), ingress({ destination: { ports: [8080] } })]],
  ['a range', [SERVICE, api(), ingress({ destination: { ports: ['80:90'] } })]],
  ['another protocol', [SERVICE, api(), ingress({ protocol: 'UDP', destination: { ports: [80] } })]],
  ['one workload of two behind the Service', [SERVICE, api(), api([], { app: 'b' }, 'b'), ingress({ destination: { ports: [80] } }, { selector: 'has(app)' })]],
  ['a workload that isn\'t declared', [SERVICE, api([], { app: 'other' }), RULE]],
  ['a Service without selector', [service('api', { port: 80, targetPort: 8080 }, {}), api(), RULE]],
  ['a Service that asks for more labels', [service('api', { port: 80, targetPort: 8080 }, { app: 'api', tier: 'x' }), api(), RULE]],
  ['a targetPort that nobody has', [service('api', { port: 80, targetPort: 'http' }), api(), RULE]],
  ['Services that lead to the same port', [service('api', { port: 80, targetPort: 80 }), api(), RULE]],
  ['a destination by networks', [SERVICE, api(), egress({ nets: ['10.0.0.0/8'] })]],
  ['a rule that only logs', [SERVICE, api(), ingress({ action: 'Log', destination: { ports: [80] } })]],
  ['a selector of which the labels may be added later', [SERVICE, api(), ingress({ destination: { ports: [80] } }, { selector: 'has(pod-template-hash)' })]],
  ['very many kinds of workloads', [SERVICE, ...Array.from({ length: 60 }, (_, index) => api([], { app: 'api', index: `${index}` }, `api-${index}`)), RULE]],
])('stays silent for %s', (_, objects) => {
  expect(fieldsOf(ID, ...objects)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(SERVICE, api(), RULE)));
});
