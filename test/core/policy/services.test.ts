import { ask, basics, modelOf, openOf, pod, policy } from './asking';
import { JsonObject } from '../../../src/core/manifests';

/* Sources: felix/serviceindex/serviceindex.go, felix/calc/rule_scanner.go, docs.tigera.io/calico/latest/network-policy/services. */

const OUTSIDE = '203.0.113.1';
const service = (name: string, spec: object): JsonObject => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'b' }, spec });
const slice = (of: string, endpoints: object[], ports: object[]): JsonObject => ({
  apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: { name: `${of}-1`, namespace: 'b', labels: { 'kubernetes.io/service-name': of } }, endpoints, ports,
});
const egressTo = (services: object): JsonObject => policy('a/out', { egress: [{ action: 'Allow', destination: { services } }] });
const api = pod('b/api', '10.1.0.1', { app: 'api' }, { containers: [{ ports: [{ name: 'http', containerPort: 8080 }] }] });
const base = [...basics, pod('a/one', '10.0.0.1'), api];
const one = { name: 'api', namespace: 'b' };

test('a rule to a service matches its endpoints on its ports, ready or not', () => {
  const model = modelOf(...base, egressTo(one), slice('api', [
    { addresses: ['10.1.0.1'], conditions: { ready: false } }, { addresses: ['203.0.113.7', 'db.example.com'] },
  ], [{ port: 8080 }, { port: 53, protocol: 'UDP' }, { name: 'any' }, { port: 9, protocol: 'QUIC' }]));
  const allowed = (to: string, rest: object): boolean => ask(model, 'a/one', to, rest).allowed;
  expect([8080, 80, 53, 9].map((destinationPort) => allowed('b/api', { destinationPort }))).toEqual([true, false, false, true]);
  expect(allowed('203.0.113.7', { destinationPort: 53, protocol: 'UDP' })).toBe(true);
  expect(allowed('203.0.113.8', { destinationPort: 8080 })).toBe(false);
  expect(ask(model, 'a/one', 'b/api', { destinationPort: undefined })).toMatchObject({ allowed: false, certain: false });
});

test('a rule from a service matches its addresses on any port', () => {
  const model = modelOf(...base, policy('b/in', { selector: 'app == "api"', ingress: [{ action: 'Allow', source: { services: one } }] }),
    slice('api', [{ addresses: [OUTSIDE] }], [{ port: 8080 }]));
  expect(ask(model, OUTSIDE, 'b/api', { destinationPort: 1 }).allowed).toBe(true);
  expect(ask(model, '203.0.113.2', 'b/api', { destinationPort: 1 }).allowed).toBe(false);
});

test('without slices the endpoints are those that Kubernetes would find', () => {
  const spec = { selector: { app: 'api' }, ports: [{ port: 80, targetPort: 'http' }, { port: 9090 }, { port: 70, targetPort: 'nobody' }, { targetPort: {} }] };
  const workload = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'dep', namespace: 'b' }, spec: { template: { ...api, metadata: { labels: { app: 'api' } } } } };
  const model = modelOf(...base, workload, egressTo(one), service('api', spec));
  const allowed = (to: string): boolean[] => [80, 8080, 9090].map((destinationPort) => ask(model, 'a/one', to, { destinationPort }).allowed);
  expect(allowed('b/api')).toEqual([false, true, true]);
  expect(allowed('b/*dep')).toEqual([false, true, true]);
  expect(ask(model, 'a/one', '10.1.0.99', { destinationPort: 8080 })).toMatchObject({ allowed: false, certain: true });
});

test('nothing is known of a service that isn\'t there, or that somebody else fills', () => {
  for (const more of [[], [service('api', { ports: [] })]]) {
    const model = modelOf(...base, egressTo(one), ...more);
    expect(ask(model, 'a/one', 'b/api')).toEqual({ allowed: false, certain: false, by: ['egress tier:default default deny'] });
    expect(openOf(model, 'a/one', 'b/api')).toEqual(["whether spec.egress[0] of NetworkPolicy a/out matches isn't known"]);
  }
  const model = modelOf(...base, pod('b/lost', undefined), egressTo(one), slice('api', [{ addresses: ['10.1.0.1'] }], [{ port: 80 }]));
  expect(ask(model, 'a/one', 'b/lost').certain).toBe(false);
});

test('a service without namespace matches nothing, and the model says so', () => {
  // RuleAPIV3ToBackend passes the empty namespace on.
  const model = modelOf(...base, egressTo({ name: 'api' }), slice('api', [{ addresses: ['10.1.0.1'] }], [{ port: 80 }]));
  expect(ask(model, 'a/one', 'b/api')).toEqual({ allowed: false, certain: true, by: ['egress tier:default default deny'] });
  expect(model.notes).toEqual([{
    kind: 'unread',
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'out', namespace: 'a' },
    what: 'spec.egress[0] names a Service without its namespace: Calico fills in none, so the rule matches nothing',
  }]);
});

test('no pod is an API server, whatever is known of the Service of the Kubernetes API', () => {
  const kubernetes = egressTo({ name: 'kubernetes', namespace: 'default' });
  const dep = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'dep', namespace: 'b' }, spec: { template: { metadata: { labels: { app: 'dep' } } } } };
  const known = {
    ...slice('kubernetes', [{ addresses: ['203.0.113.7'] }], [{ port: 6443 }]),
    metadata: {
      name: 'kubernetes', namespace: 'default', labels: { 'kubernetes.io/service-name': 'kubernetes' },
    },
  };
  for (const more of [[], [known]]) {
    const model = modelOf(...base, dep, kubernetes, ...more);
    expect(['b/api', 'b/*dep'].map((to) => ask(model, 'a/one', to, { destinationPort: 6443 }))).toEqual([
      expect.objectContaining({ allowed: false, certain: true }), expect.objectContaining({ allowed: false, certain: true }),
    ]);
  }
  expect(ask(modelOf(...base, kubernetes), 'a/one', OUTSIDE, { destinationPort: 6443 })).toMatchObject({ allowed: false, certain: false });
  const withSelector = { ...service('kubernetes', { selector: { app: 'api' }, ports: [{ port: 6443 }] }), metadata: { name: 'kubernetes', namespace: 'default' } };
  expect(ask(modelOf(...base, kubernetes, withSelector), 'a/one', 'b/api', { destinationPort: 6443 })).toMatchObject({ allowed: false, certain: true });
});
