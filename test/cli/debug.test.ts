import { fakeTools } from './fake-tools';
import { folderOf, runCli } from './run-cli';
import { daemonSet, listOf, node, nodePod, workloadPod } from '../health/cluster-objects';

const DIST = folderOf({ 'install.json': JSON.stringify(daemonSet({})) });
const WORKING = {
  'kubectl get --raw /version': { output: '{}' },
  'kubectl get nodes': { output: listOf(node('node-a', '10.0.0.1')) },
  'kubectl get namespaces': { output: listOf({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app' } }) },
  'kubectl get pods -n kube-system -l k8s-app=calico-node': { output: listOf(nodePod('calico-node-1', 'node-a')) },
  'kubectl get pods -n app': { output: listOf(workloadPod('app', 'frontend', '192.168.1.2', { app: 'f' }), workloadPod('app', 'web', '192.168.1.3', { app: 'w' })) },
  'kubectl get networkpolicies.networking.k8s.io -n app': { output: listOf() },
  'kubectl logs calico-node-1': { output: '' },
};
const ARGS = ['debug', '--from', 'app/frontend', '--to', 'app/web', '--port', '8080', '-m', DIST];

test('prints the steps with their numbers, and the walk below', async () => {
  const { environment, calls } = fakeTools(WORKING);
  const { status, output, errors } = await runCli([...ARGS, '--context', 'lab'], { environment });
  expect(errors).toBe('');
  expect(output.split('\n').filter((line) => !line.startsWith(' ')).slice(0, 6)).toEqual([
    '1   web pods         ok       1 of 1 ready: 192.168.1.3',
    '2   calico on nodes  ok       node-a: calico-node ready, no errors in the logs of the target\'s node',
    expect.stringMatching(/^3 {3}policies {9}ok {7}allowed: .*; walk below$/),
    '4   direct path      -        kubectl --context=lab run netshoot -n app --rm -it --restart=Never --image=nicolaka/netshoot -- nc -zv -w 5 192.168.1.3 8080',
    '',
    expect.stringMatching(/^allowed {2}/),
  ]);
  expect(status).toBe(0);
  expect(calls().filter((call) => !/^kubectl --context=lab --request-timeout=20s (get|logs) /.test(call))).toEqual([]);
});

test('runs the test in a pod of its own where it is asked to, and deletes the pod', async () => {
  const { environment, calls } = fakeTools({
    ...WORKING,
    'kubectl create -f -': { output: 'pod/netshoot created' },
    'kubectl get pod netshoot-': { output: '1' },
    'kubectl logs netshoot-': { output: 'nc: connect to 192.168.1.3 port 8080 (tcp) timed out\u001B[2J\n' },
    'kubectl delete pod netshoot-': { output: '' },
  });
  const { status, output } = await runCli([...ARGS, '--run'], { environment });
  expect(status).toBe(1);
  expect(output).toContain('4   direct path      failure  192.168.1.3:8080 doesn\'t answer\n');
  expect(output).toContain('nc: connect to 192.168.1.3 port 8080 (tcp) timed out\\u001b[2J\n');
  const changing = calls().map((call) => call.replace(/netshoot-[0-9a-f]{8}/, 'netshoot-X')).filter((call) => !/ (get|logs) /.test(call));
  expect(changing).toEqual([
    'kubectl --request-timeout=20s create -f -',
    'kubectl --request-timeout=20s delete pod netshoot-X -n app --wait=false --ignore-not-found',
  ]);
});

test('says why the test didn\'t run', async () => {
  const { environment } = fakeTools({ ...WORKING, 'kubectl create -f -': { errors: 'Error from server (Forbidden): pods is forbidden' } });
  const { status, output } = await runCli([...ARGS, '--run'], { environment });
  expect([status, output.includes('unknown  the test didn\'t run\n'), output.includes('Error from server (Forbidden): pods is forbidden')]).toEqual([2, true, true]);
});

test('gives the same as JSON', async () => {
  const { environment } = fakeTools(WORKING);
  const { steps, walk } = JSON.parse((await runCli([...ARGS, '--format', 'json'], { environment })).output);
  expect([steps.map(({ title, status }: { title: string; status?: string }) => [title, status]), typeof walk]).toEqual([
    [['web pods', 'ok'], ['calico on nodes', 'ok'], ['policies', 'ok'], ['direct path', undefined]], 'string',
  ]);
});

test('rejects ends, ports and protocols that are none', async () => {
  const { environment, calls } = fakeTools(WORKING);
  for (const [option, value, reason] of [
    ['--from', 'frontend', 'NAMESPACE/NAME'], ['--to', 'app/--all', 'NAMESPACE/NAME'], ['--port', '70000', 'from 1 to 65535'], ['--protocol', 'ICMP', 'TCP, UDP or SCTP'],
  ]) {
    const { status, errors } = await runCli([...ARGS, option, value], { environment });
    expect([value, status, errors.includes(reason)]).toEqual([value, 2, true]);
  }
  expect(calls()).toEqual([]);
});
