import { join } from 'node:path';
import { folderOf, runCli } from './run-cli';

const MANIFESTS = folderOf({
  'cluster.yaml': `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [] } } }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: allow-web, namespace: shop }
spec: { order: 5, selector: app == "web", ingress: [{ action: Allow }] }
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: deny }
spec: { namespaceSelector: all() }
`,
});
const WEB = `tier default, order 1000000
  NetworkPolicy shop/allow-web, order 5, ingress
    some pods of namespace shop, such as a pod in namespace shop with labels app=web
    workloads: Deployment shop/web
`;

const policies = (...args: string[]) => runCli(['policies', ...args]);

test('lists what each policy selects', async () => {
  expect(await policies(MANIFESTS)).toEqual({
    status: 0, errors: '', output: `${WEB}  GlobalNetworkPolicy deny, ingress\n    every pod of any namespace\n`,
  });
});

test('lists the policies of a name', async () => {
  expect((await policies(MANIFESTS, '--policy', 'allow-web')).output).toBe(WEB);
  expect((await policies(MANIFESTS, '--policy', 'shop/allow-web')).output).toBe(WEB);
  expect((await policies(MANIFESTS, '--policy', '/deny', '-f', 'csv')).output.split('\r\n')[1]).toBe('default,1000000,GlobalNetworkPolicy deny,,ingress,no,shop,,all,,,,,none');
  expect(await policies(MANIFESTS, '--policy', 'pay/web')).toEqual({
    status: 2, output: '', errors: 'cdk8s-calico: --policy: no policy of the manifests is pay/web; there is NetworkPolicy shop/allow-web\n',
  });
  expect((await policies(MANIFESTS, '--policy', 'zzz')).errors).toBe('cdk8s-calico: --policy: no policy of the manifests is zzz\n');
});

test('writes JSON with what isn\'t known', async () => {
  const { policies: listed, notes } = JSON.parse((await policies(MANIFESTS, '-f', 'json')).output);
  expect(listed[0]).toEqual({
    kind: 'NetworkPolicy',
    namespace: 'shop',
    name: 'allow-web',
    tier: 'default',
    tierOrder: 1000000,
    order: 5,
    directions: ['ingress'],
    staged: false,
    allPodsOf: [],
    somePodsOf: ['shop'],
    podsOfOtherNamespaces: 'none',
    example: 'a pod in namespace shop with labels app=web',
    workloads: ['Deployment shop/web'],
    possibleWorkloads: [],
    hostEndpoints: [],
    possibleHostEndpoints: [],
    otherHostEndpoints: 'none',
  });
  expect(notes).toEqual(expect.arrayContaining([expect.stringContaining('shop/default isn\'t among the manifests')]));
});

test('rejects input that can\'t be read', async () => {
  expect(await policies(join(MANIFESTS, 'nowhere'))).toMatchObject({ status: 2, output: '' });
});
