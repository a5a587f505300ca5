import { join } from 'node:path';
import { folderOf, runCli } from './run-cli';

const MANIFESTS = folderOf({
  'cluster.yaml': `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: default, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec: { template: { metadata: { labels: { app: api } }, spec: { containers: [] } } }
`,
  'policy.yaml': `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: all, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 8080 }] }]
  egress: [{ to: [{ podSelector: { matchLabels: { app: api } } }] }]
`,
  'block.yaml': `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: block, namespace: shop }
spec: { podSelector: { matchLabels: { app: api } }, policyTypes: [Ingress], ingress: [{ from: [{ ipBlock: { cidr: 192.0.2.0/24 } }], ports: [{ port: 443 }] }] }
`,
});
const CERTAIN = [join(MANIFESTS, 'cluster.yaml'), join(MANIFESTS, 'policy.yaml')];

const list = (...args: string[]) => runCli(['list', ...args]);

test('lists who reaches whom, and ends with 0', async () => {
  expect(await list(...CERTAIN, '--strict')).toEqual({
    status: 0, errors: '', output: 'IPv4 from Deployment shop/web\n  to Deployment shop/api: TCP 8080\n',
  });
});

test('marks what isn\'t certain, and ends with 1 where that is asked for', async () => {
  const run = await list(MANIFESTS, '--strict');
  expect([run.status, run.output.split('\n').slice(0, 5)]).toEqual([1, [
    'IPv4 from 192.0.2.0/24',
    '  to Deployment shop/api: TCP 443',
    '',
    'IPv4 from Deployment shop/web',
    '  to Deployment shop/api: TCP 8080 | not certain, and as far as is known denied: TCP 443',
  ]]);
  expect((await list(MANIFESTS)).status).toBe(0);
});

test('writes every format', async () => {
  const outputs = await Promise.all(['json', 'csv', 'dot', 'mermaid'].map(async (format) => (await list(...CERTAIN, '-f', format)).output));
  expect(JSON.parse(outputs[0]).connections[0].allowed).toEqual(['TCP 8080']);
  expect(outputs.slice(1).map((output) => output.trimEnd().split(/\r?\n/).at(-1))).toEqual([
    '4,Deployment shop/web,Deployment shop/api,TCP 8080,,', '}', '  n0 -->|"IPv4 TCP 8080"| n1',
  ]);
});

test('writes a page that holds the same', async () => {
  const { status, output } = await list(...CERTAIN, '-f', 'html');
  expect([status, output.startsWith('<!doctype html>\n')]).toEqual([0, true]);
  expect(output).toContain(
    '<tr><td>IPv4</td><td><ul><li>Deployment shop/web</li></ul></td><td><ul><li>Deployment shop/api</li></ul></td><td><ul><li>TCP 8080</li></ul></td></tr>');
});

const OPEN = folderOf({
  'pods.yaml': ['a/one', 'a/two', 'b/three'].map((name, index) => `---
apiVersion: v1
kind: Pod
metadata: { name: ${name.slice(2)}, namespace: ${name[0]} }
spec: {}
status: { podIP: 10.0.0.${index + 1} }
`).join(''),
  'closed.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: b }
spec: { podSelector: {}, policyTypes: [Ingress, Egress] }
`,
  'to-the-outside.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: outside, namespace: b }
spec: { podSelector: {}, policyTypes: [Egress], egress: [{ to: [{ ipBlock: { cidr: 192.0.2.0/24 } }] }] }
`,
});

test('lists only what reaches, or is reached by, what is named', async () => {
  expect((await list(OPEN, '--of', 'b/three')).output).toBe('IPv4 from Pod b/three\n  to 192.0.2.0/24: everything\n');
  expect((await list(OPEN, '--of', 'b')).output).toBe('IPv4 from Pod b/three\n  to 192.0.2.0/24: everything\n');
  const ofOne = (await list(OPEN, '--of', 'a/one')).output;
  expect(ofOne).toContain('to namespace a');
  expect(ofOne).not.toContain('three');
  expect(await list(OPEN, '--of', 'a/on')).toEqual({
    status: 2, output: '', errors: 'cdk8s-calico: --of: nothing of the manifests is a/on, or in a namespace a/on; there is Pod a/one\n',
  });
  expect((await list(OPEN, '--of', 'zzzz')).errors).toBe('cdk8s-calico: --of: nothing of the manifests is zzzz, or in a namespace zzzz\n');
});

test('reads what is piped in', async () => {
  const run = await runCli(['list', '-'], { input: 'apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: shop }\nspec: {}\nstatus: { podIP: 10.0.0.1 }\n' });
  expect([run.status, run.output]).toEqual([
    0, 'IPv4 from 0.0.0.0/0\n  to Pod shop/a: everything\n\nIPv4 from Pod shop/a\n  to Pod shop/a, 0.0.0.0/0: everything\n',
  ]);
});

test('rejects a format that there isn\'t, and input that can\'t be read', async () => {
  expect(await list(MANIFESTS, '--format', 'pdf')).toMatchObject({ status: 2, output: '' });
  expect(await list(join(MANIFESTS, 'nowhere'))).toMatchObject({ status: 2, output: '' });
});
