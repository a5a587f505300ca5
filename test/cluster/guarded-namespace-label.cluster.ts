import { execFile } from 'child_process';
import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Chart } from 'cdk8s';
import { AnyObject, Applier } from './applier';
import { EmptyCluster } from './empty-cluster';
import { GuardedNamespaceLabel } from '../../src';

const LABEL = 'pci.example.com/scope';
/** Somebody who may do with namespaces what he likes, but for the label. */
const EDITORS: AnyObject[] = [
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'namespace-editor' },
    rules: [{ apiGroups: [''], resources: ['namespaces', 'namespaces/status', 'namespaces/finalize'], verbs: ['*'] }],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'namespace-editor' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'namespace-editor' },
    subjects: ['editors', 'platform-team'].map((name) => ({ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name })),
  },
];

let cluster: EmptyCluster;

beforeAll(async () => {
  cluster = await EmptyCluster.start();
  const chart = new Chart(new App(), 'guard');
  new GuardedNamespaceLabel(chart, 'label', { namespace: 'payments', label: LABEL, value: 'inside', managers: ['platform-team'] });
  const guard = (chart.toJson() as AnyObject[]).filter(({ apiVersion }) => !apiVersion.startsWith('projectcalico.org'));
  const applied = await new Applier(cluster.server).apply([...EDITORS, ...guard, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }]);
  expect(applied.flatMap(({ complaints }) => complaints)).toEqual([]);
  // An admission policy works a moment after it was written.
  for (let attempt = 0; attempt < 100 && (await as('editors', 'label', 'namespace', 'shop', `${LABEL}=probing`, '--dry-run=server')) === 'done'; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
});

afterAll(() => cluster?.stop());

/** Runs kubectl as a member of a group. */
function as(group: string, ...command: string[]): Promise<string> {
  const all = ['--kubeconfig', cluster.kubeconfig, '--as', 'someone', '--as-group', group, ...command];
  return new Promise((resolve) => execFile('kubectl', all, (error, _, stderr) => resolve(error ? stderr : 'done')));
}

const refused = expect.stringContaining(`the label ${LABEL} of a namespace lets its pods in`);

test('an editor of namespaces sets other labels', async () => {
  expect(await as('editors', 'label', 'namespace', 'shop', 'team=shop')).toBe('done');
});

test('rejects an editor of namespaces who gives one the label, also through the status or when he creates it', async () => {
  const merge = JSON.stringify({ metadata: { labels: { [LABEL]: 'inside' } } });
  expect(await as('editors', 'label', 'namespace', 'shop', `${LABEL}=inside`)).toEqual(refused);
  expect(await as('editors', 'patch', 'namespace', 'shop', '--subresource=status', '--type=merge', '-p', merge)).toEqual(refused);
  const file = join(mkdtempSync(join(tmpdir(), 'namespace-')), 'labelled.json');
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'labelled', labels: { [LABEL]: 'inside' } } }));
  expect(await as('editors', 'create', '-f', file)).toEqual(refused);
});

test('a manager sets the label; rejects an editor who then changes or removes it', async () => {
  expect(await as('platform-team', 'label', 'namespace', 'shop', `${LABEL}=inside`)).toBe('done');
  expect(await as('editors', 'label', 'namespace', 'shop', 'team=other', '--overwrite')).toBe('done');
  expect(await as('editors', 'label', 'namespace', 'shop', `${LABEL}=outside`, '--overwrite')).toEqual(refused);
  expect(await as('editors', 'label', 'namespace', 'shop', `${LABEL}-`)).toEqual(refused);
});
