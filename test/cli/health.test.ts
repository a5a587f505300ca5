import { join } from 'node:path';
import { fakeTools } from './fake-tools';
import { folderOf, runCli } from './run-cli';
import { daemonSet, deployment, listOf, node, nodePod, pool, rolledOut } from '../health/cluster-objects';

const VXLAN = [{ name: 'CALICO_NETWORKING_BACKEND', value: 'vxlan' }];
const POOL = pool('pods', { cidr: '192.168.0.0/16', vxlanMode: 'Always', natOutgoing: true });
const DIST = folderOf({
  'install.k8s.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [daemonSet({}, VXLAN), deployment('calico-kube-controllers', 'kube-system', 1, 0), POOL] }),
});
const NO_INSTALL = folderOf({ 'app.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: app\n' });
const HEALTHY = {
  'kubectl get --raw /version': { output: '{}' },
  'kubectl get nodes': { output: listOf(node('node-a', '10.0.0.1')) },
  'kubectl get pods -n kube-system -l k8s-app=calico-node': { output: listOf(nodePod('calico-node-1', 'node-a')) },
  'kubectl logs calico-node-1': { output: '' },
  'kubectl get daemonset calico-node': { output: JSON.stringify(daemonSet(rolledOut(1), VXLAN)) },
  'kubectl get deployment calico-kube-controllers': { output: JSON.stringify(deployment('calico-kube-controllers', 'kube-system', 1, 1)) },
  'kubectl get ippools.projectcalico.org': { output: listOf(POOL) },
};

test('prints a table of the parts of the install, and ends with 0 where nothing is broken', async () => {
  const { environment, calls } = fakeTools(HEALTHY);
  const run = await runCli(['health', '--manifests', DIST, '--context', 'production'], { environment });
  expect(run).toEqual({
    status: 0,
    errors: '',
    output: `Calico by manifests: kube-system/calico-node, known from ${DIST}

1   node pods           ok       1 of 1 nodes have a ready calico-node pod
2   DaemonSet rollout   ok       1 of 1 pods ready and of the latest version
3   node logs           ok       no errors of Felix, CNI or BGP in the last 100 lines and hour of 1 of 1 pods
4   events              ok       no warnings about the install in the last hour
5   Typha               ok       not used: every node asks the API server itself
6   kube-controllers    ok       1 of 1 replicas available
7   Calico API server   ok       not used: the API comes from CustomResourceDefinitions or calicoctl
8   BGP peers           ok       not used: the backend is vxlan
9   pools               ok       pods 192.168.0.0/16, VXLAN Always, NAT on
10  workload endpoints  ok       0 pods on 0 nodes with addresses; calicoctl wasn't asked

10 checks: 10 ok. Nothing was changed.
`,
  });
  expect(calls().filter((call) => !/^kubectl --context=production --request-timeout=20s (get|logs) /.test(call))).toEqual([]);
});

test('shows what is broken first, with the next step, and ends with 1', async () => {
  const pods = listOf({ ...nodePod('calico-node-1', 'node-a'), status: { conditions: [{ type: 'Ready', status: 'False', message: 'evil\u001B[2J\u202Etext' }] } });
  const { environment } = fakeTools({ ...HEALTHY, 'kubectl get pods -n kube-system -l k8s-app=calico-node': { output: pods } });
  const { status, output } = await runCli(['health', '-m', DIST], { environment });
  expect(status).toBe(1);
  expect(output.split('\n').slice(2, 4)).toEqual([
    '1   node pods           failure  node-a: calico-node-1 not ready: evil\\u001b[2J\\u202etext',
    '                                 next  kubectl describe pod -n kube-system -l k8s-app=calico-node',
  ]);
});

test('gives the same as JSON', async () => {
  const { environment } = fakeTools(HEALTHY);
  const { status, output } = await runCli(['health', '-m', DIST, '--format', 'json'], { environment });
  const { install, results } = JSON.parse(output);
  expect([status, install, results[1]]).toEqual([
    0,
    { route: 'manifests', source: DIST, namespace: 'kube-system', daemonSet: 'calico-node', selector: 'k8s-app=calico-node' },
    { id: 'daemon-set', title: 'DaemonSet rollout', status: 'ok', evidence: ['1 of 1 pods ready and of the latest version'] },
  ]);
});

test('finds the install in the cluster where none was synthesised', async () => {
  const running = { ...daemonSet(rolledOut(1), VXLAN), metadata: { name: 'calico-node', namespace: 'networking', generation: 2 } };
  const { environment, calls } = fakeTools({ ...HEALTHY, 'kubectl get daemonsets -A': { output: listOf(running) } });
  const { output } = await runCli(['health', '-m', NO_INSTALL], { environment });
  expect(output.split('\n')[0]).toBe('Calico by manifests: networking/calico-node, known from what runs in the cluster');
  expect(calls().some((call) => call.includes('get pods -n networking -l k8s-app=calico-node'))).toBe(true);
});

test('rejects a cluster that can\'t be reached, before anything else is asked', async () => {
  const { environment, calls } = fakeTools({
    'kubectl get --raw /version': { errors: 'E0301 memcache.go:265 couldn\'t get\nThe connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?\n' },
  });
  expect(await runCli(['health', '-m', DIST], { environment })).toEqual({
    status: 2,
    output: '',
    errors: 'cdk8s-calico: the cluster can\'t be reached: The connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?\n'
      + 'kubectl cluster-info tells more; --context and --kubeconfig choose another cluster, --timeout waits longer\n',
  });
  expect(calls()).toHaveLength(1);
});

test('rejects a machine without kubectl', async () => {
  expect(await runCli(['health', '-m', DIST], { environment: { PATH: NO_INSTALL } })).toEqual({
    status: 2,
    output: '',
    errors: 'cdk8s-calico: the tool is missing: there is no kubectl on PATH: install kubectl (https://kubernetes.io/docs/tasks/tools), or put it on PATH\n',
  });
});

test('rejects a cluster without Calico', async () => {
  const { environment } = fakeTools({ ...HEALTHY, 'kubectl get daemonsets -A': { output: listOf() } });
  expect((await runCli(['health', '-m', NO_INSTALL], { environment })).errors).toBe('cdk8s-calico: no Calico here: the cluster has neither an Installation '
    + 'nor a DaemonSet with a container calico-node; --manifests names an install that was synthesised\n');
});

test('ends with 2 where a part may not be read', async () => {
  const { environment } = fakeTools({ ...HEALTHY, 'kubectl get pods -A': { errors: 'Error from server (Forbidden): pods is forbidden: User "jane" cannot list' } });
  const { status, output } = await runCli(['health', '-m', DIST], { environment });
  expect([status, output.split('\n')[11]]).toEqual([
    2, '10  workload endpoints  unknown  you lack the permission: Error from server (Forbidden): pods is forbidden: User "jane" cannot list',
  ]);
});

test('rejects options that are none', async () => {
  for (const args of [['--logs', '-1'], ['--timeout', '0'], ['--format', 'xml'], ['--manifests', join(DIST, 'none')]]) {
    const { environment } = fakeTools(HEALTHY);
    const { status, errors } = await runCli(['health', ...args], { environment });
    expect([args, status, errors.startsWith('cdk8s-calico: ')]).toEqual([args, 2, true]);
  }
});
