import { folderOf, runCli } from './run-cli';

const POD = `apiVersion: v1
kind: Pod
metadata: { name: a, namespace: shop }
spec: {}
status: { podIP: 10.0.0.1 }
`;
const ONE = folderOf({ 'pod.yaml': POD });
const graph = (...args: string[]) => runCli(['graph', ...args]);

test('draws who reaches whom for Mermaid, or for Graphviz', async () => {
  expect(await graph(ONE)).toEqual({
    status: 0,
    errors: '',
    output: `flowchart LR
  n0["0.0.0.0/0"]
  subgraph g0["shop"]
    n1["Pod a"]
  end
  n0 -->|"everything"| n1
  n1 -->|"everything"| n0
`,
  });
  expect((await graph(ONE, '--format', 'dot', '--of', 'shop/a')).output).toBe(`digraph connectivity {
  rankdir=LR;
  node [shape=box];
  n0 [label="0.0.0.0/0"];
  subgraph cluster0 {
    label="shop";
    n1 [label="Pod a"];
  }
  n0 -> n1 [label="everything"];
  n1 -> n0 [label="everything"];
}
`);
});

const guardedPod = (index: number) => `---
apiVersion: v1
kind: Pod
metadata: { name: p${index}, namespace: shop, labels: { app: a${index} } }
spec: {}
status: { podIP: 10.0.${Math.floor(index / 200)}.${index % 200 + 1} }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p${index}, namespace: shop }
spec: { podSelector: { matchLabels: { app: a${index} } }, ingress: [{ ports: [{ port: ${index + 1} }] }], policyTypes: [Ingress, Egress] }
`;
const MANY = folderOf({ 'many.yaml': Array.from({ length: 501 }, (_, index) => guardedPod(index)).join('') });

test('says where a graph is more than Mermaid draws', async () => {
  const { status, errors } = await graph(MANY);
  expect([status, errors]).toEqual([0, expect.stringMatching(
    /^cdk8s-calico: with each end in one box .*\ncdk8s-calico: this graph has 501 lines and \d+ characters, and Mermaid draws at most 500 and 50000 .*\n$/)]);
  expect((await graph(MANY, '--of', 'shop/p7')).errors).toBe('');
  expect((await graph(MANY, '-f', 'dot')).errors).toMatch(/^cdk8s-calico: with each end in one box this graph would have more than 500 lines, [^\n]*\n$/);
});

const UNKNOWN = folderOf({
  'pod.yaml': POD.replace('status: { podIP: 10.0.0.1 }\n', ''),
  'other.yaml': POD.replace('name: a', 'name: c'),
  'policy.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress], ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }
`,
});

test('ends with 1 where something isn\'t certain and that is asked for, and rejects what isn\'t there', async () => {
  expect((await graph(UNKNOWN, '--strict')).status).toBe(1);
  expect(await graph(UNKNOWN, '--format', 'html')).toMatchObject({ status: 2, output: '' });
  expect(await graph(UNKNOWN, '--of', 'shop/b')).toMatchObject({ status: 2, output: '' });
});
