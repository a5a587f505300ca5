import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { folderOf, runCli } from './run-cli';

const WORKLOADS = `
apiVersion: v1
kind: Namespace
metadata: { name: app }
---
apiVersion: v1
kind: Namespace
metadata: { name: monitoring }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: default, namespace: app }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: default, namespace: monitoring }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-api, namespace: app }
spec: { template: { metadata: { labels: { app: web-api } }, spec: { containers: [] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: frontend, namespace: app }
spec: { template: { metadata: { labels: { app: frontend } }, spec: { containers: [] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: prometheus, namespace: monitoring }
spec: { template: { metadata: { labels: { app: prometheus } }, spec: { containers: [] } } }
`;

function policy(kind: string, selectors: readonly string[]): string {
  const rules = selectors.map((selector) => `  - { action: Allow, protocol: TCP, source: { ${selector} }, destination: { ports: [9090] } }\n`).join('');
  return `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: to-api, namespace: app }\nspec:\n  selector: app == "web-api"\n  ingress:\n${rules}`;
}

const FRONTEND = 'selector: \'app == "frontend"\'';
const PROMETHEUS = 'selector: \'app == "prometheus"\', namespaceSelector: \'projectcalico.org/name == "monitoring"\'';

const FOLDER = folderOf({
  'old/cluster.yaml': WORKLOADS,
  'old/policy.yaml': policy('NetworkPolicy', [FRONTEND, PROMETHEUS]),
  'new/cluster.yaml': WORKLOADS,
  'new/policy.yaml': policy('NetworkPolicy', [FRONTEND]),
  'same/cluster.yaml': WORKLOADS,
  'same/policy.yaml': policy('NetworkPolicy', [PROMETHEUS, FRONTEND]),
  'staged/cluster.yaml': WORKLOADS,
  'staged/policy.yaml': `${policy('NetworkPolicy', [FRONTEND, PROMETHEUS])}---\n${policy('StagedNetworkPolicy', [FRONTEND])}`,
  'broken/policy.yaml': 'kind: NetworkPolicy\n  metadata: {',
  'empty/values.txt': '',
});
const environment = { PATH: process.env.PATH!, HOME: FOLDER };
const [OLD, NEW, SAME, STAGED] = ['old', 'new', 'same', 'staged'].map((name) => join(FOLDER, name));
const diff = (...args: string[]) => runCli(['diff', ...args], { environment });

const DENIED = '- denied   Deployment monitoring/prometheus  ->  Deployment app/web-api  TCP 9090   '
  + 'NetworkPolicy app/to-api selects Deployment app/web-api and names no rule for it; before: NetworkPolicy app/to-api spec.ingress[1]\n';

test('says what is newly denied and by whom, and ends with 1', async () => {
  expect(await diff(OLD, NEW)).toEqual({ status: 1, errors: '', output: `${DENIED}1 change in meaning, 1 object changed.\n` });
});

test('says what is newly allowed the other way round', async () => {
  expect((await diff(NEW, OLD)).output).toBe(
    '+ allowed   Deployment monitoring/prometheus  ->  Deployment app/web-api  TCP 9090   NetworkPolicy app/to-api spec.ingress[1]\n'
    + '1 change in meaning, 1 object changed.\n');
});

test('ends with 0 where only the text has changed', async () => {
  expect(await diff(OLD, SAME)).toEqual({ status: 0, errors: '', output: 'no change in meaning, 1 object changed in text only.\n' });
});

test('shows what enforcing staged policies would change: of one input, or of the later of two', async () => {
  expect(await diff('--enforce-staged', STAGED)).toEqual({ status: 1, errors: '', output: `${DENIED}1 change in meaning.\n` });
  expect(await diff('--enforce-staged', OLD, STAGED)).toEqual({
    status: 1, errors: '', output: `${DENIED}1 change in meaning, 1 object changed.\n`,
  });
  expect((await diff('--enforce-staged', OLD)).status).toBe(0);
  expect((await diff(OLD, STAGED)).status).toBe(0);
});

test('writes Markdown and JSON', async () => {
  expect((await diff(OLD, NEW, '-f', 'markdown')).output).toBe(`**Network policies: 1 change in meaning, 1 object changed.**

| change | from | to | what | who decides |
|---|---|---|---|---|
| **denied** | \`Deployment monitoring/prometheus\` | \`Deployment app/web-api\` | \`TCP 9090\` | \`${DENIED.trimEnd().split('   ').at(-1)}\` |
`);
  expect(JSON.parse((await diff(OLD, NEW, '-f', 'json')).output)).toEqual({
    changes: [{
      change: 'denied',
      certain: true,
      ipVersions: [4],
      sources: { namespaces: [], workloads: ['Deployment monitoring/prometheus'], blocks: [] },
      destinations: { namespaces: [], workloads: ['Deployment app/web-api'], blocks: [] },
      connections: ['TCP 9090'],
      causes: [DENIED.trimEnd().split('   ').at(-1)],
      policies: ['NetworkPolicy app/to-api'],
    }],
    added: [],
    removed: [],
    leftOut: [],
    objects: { changed: 1, unnamed: 0 },
    notes: [expect.stringContaining('no address is known of 3 pods and workloads')],
  });
});

test('compares with a git revision of the same input, or of a folder in it, and reads what cdk8s wrote', async () => {
  const git = (...args: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: FOLDER, env: environment, stdio: 'ignore' });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  execFileSync('cp', ['-r', OLD, join(FOLDER, 'dist')]);
  const here = process.cwd();
  process.chdir(FOLDER);
  try {
    expect(await diff('HEAD:old')).toEqual({ status: 0, errors: '', output: 'no change in meaning.\n' });
    expect((await diff('HEAD:old', 'new')).output).toContain(DENIED);
    expect((await diff('HEAD', 'new')).status).toBe(0);
    expect((await diff('--enforce-staged')).status).toBe(0);
    expect(await diff('HEAD')).toEqual({ status: 2, output: '', errors: 'cdk8s-calico: HEAD: there are no manifests of dist in it\n' });
    expect((await diff('HEAD:broken', 'new')).errors).toContain('cdk8s-calico: nothing is said of a cluster of which a part can\'t be read\n');
    expect((await diff('nowhere', 'new')).errors).toBe('cdk8s-calico: nowhere: there is no such file, folder or git revision\n');
  } finally {
    process.chdir(here);
  }
});

test('reads one of the two from what is piped in', async () => {
  const run = await runCli(['diff', '-', NEW], { input: `${WORKLOADS}---\n${policy('NetworkPolicy', [FRONTEND, PROMETHEUS])}`, environment });
  expect([run.status, run.output.startsWith(DENIED)]).toEqual([1, true]);
});

test('rejects inputs that aren\'t there, or can\'t be told apart', async () => {
  expect(await diff()).toMatchObject({ status: 2, output: '' });
  expect((await diff('-', '-')).errors).toBe('cdk8s-calico: only one of the two can be standard input\n');
  expect(await diff(OLD, join(FOLDER, 'broken'))).toMatchObject({ status: 2, output: '' });
  expect(await diff(OLD, join(FOLDER, 'empty'))).toMatchObject({ status: 2, output: '' });
  expect(await diff(OLD, NEW, '--format', 'dot')).toMatchObject({ status: 2, output: '' });
});
