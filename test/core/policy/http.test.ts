import { ask, basics, modelOf, pod, policy } from './asking';
import { normalisePath } from '../../../src/core/policy/http-path';

/*
 * Sources: app-policy/checker/match.go (Dikastes), felix/rules/policy.go (Felix, which ignores HTTP),
 * docs.tigera.io/calico/latest/network-policy/istio/http-methods.
 */

const model = modelOf(...basics, pod('a/api', '10.0.0.1'), policy('a/http', {
  ingress: [
    { action: 'Allow', http: { methods: ['GET', 'HEAD'], paths: [{ exact: '/health' }, { prefix: '/api/' }, {}] } },
    { action: 'Allow', http: { methods: ['*'], paths: [{ prefix: '/' }] }, source: { nets: ['203.0.113.0/24'] } },
  ],
}));
const by = (method: string | undefined, path: string | undefined, from = '198.51.100.1'): boolean => ask(model, from, 'a/api', { http: { method, path } }).allowed;

test('a connection is judged without HTTP conditions, as Felix judges it', () => {
  expect(ask(model, '198.51.100.1', 'a/api').by).toEqual(['ingress tier:default policy:NetworkPolicy/a/http rule:0 allow']);
});

test('a request is judged by its method and path', () => {
  expect([by('GET', '/health'), by('HEAD', '/api/v1'), by('GET', '/api'), by(undefined, '/health'), by('GET', undefined)]).toEqual([true, true, true, true, true]);
  expect([by('POST', '/health'), by('GET', '/apiary'), by('GET', '/healthy'), by('get', '/health'), by('GET', 'health')]).toEqual([false, false, false, false, false]);
  expect([by('POST', '/any/thing', '203.0.113.9'), by('POST', '/%2e%2e', '203.0.113.9')]).toEqual([true, true]);
});

test('paths are compared as a server would read them, or not at all', () => {
  const paths = ['/a//b/./c/', '/a/../../b', '/a;x=1/b;y', '/a%2Fb?q#f', '/a\\..\\b', '/%252e', '/%', '/a%00', 'a/b', '/..;x/admin', '/'];
  expect(paths.map(normalisePath)).toEqual(['/a/b/c', '/b', '/a/b', '/a/b', '/b', undefined, undefined, undefined, undefined, '/admin', '/']);
});
