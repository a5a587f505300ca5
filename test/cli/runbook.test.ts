import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeTools } from './fake-tools';
import { folderOf, runCli } from './run-cli';
import { daemonSet, deployment } from '../health/cluster-objects';

const BASE = folderOf({
  'dist/install.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [daemonSet({}), deployment('calico-typha', 'kube-system', 2, 0)] }),
  'operator/install.json': JSON.stringify({ apiVersion: 'operator.tigera.io/v1', kind: 'Installation', metadata: { name: 'default' }, spec: {} }),
});

async function written(manifests: string): Promise<string> {
  const folder = mkdtempSync(join(BASE, 'runbook-'));
  const { status, output } = await runCli(['runbook', '-m', join(BASE, manifests), '-o', folder], { environment: { PATH: '' } });
  expect([status, output]).toEqual([0, `${join(folder, 'calico-health.sh')}\n${join(folder, 'calico-debug.sh')}\n`]);
  return folder;
}

/** Runs a script with the shell of this machine and tools that only take notes. */
function run(
  script: string, args: readonly string[], answers: Parameters<typeof fakeTools>[0], tools?: readonly string[],
): { status: number | null; calls: string[] } {
  const { environment, calls } = fakeTools(answers, tools);
  // sed is asked for the usage; nothing else of the machine is needed.
  const { status } = spawnSync('/bin/sh', [script, ...args], { env: { PATH: `${environment.PATH}:/usr/bin:/bin` }, encoding: 'utf8' });
  return { status, calls: calls().map((call) => call.replace(' --request-timeout=20s', '')) };
}

const LISTS = { 'kubectl get': { output: '' }, 'kubectl logs': { output: '' }, 'kubectl describe': { output: '' }, 'calicoctl': { output: '' } };

test('writes scripts that a POSIX shell can read, and that may be run', async () => {
  for (const manifests of ['dist', 'operator']) {
    const folder = await written(manifests);
    for (const name of ['calico-health.sh', 'calico-debug.sh']) {
      execFileSync('/bin/sh', ['-n', join(folder, name)]);
      accessSync(join(folder, name), constants.X_OK);
    }
  }
});

test('the health script runs every command of the page, with the names of the install', async () => {
  const { status, calls } = run(join(await written('dist'), 'calico-health.sh'), [], LISTS, ['kubectl', 'calicoctl']);
  expect([status, calls]).toEqual([0, [
    'kubectl get nodes -o wide',
    'kubectl get pods -n kube-system -l k8s-app=calico-node -o wide',
    'kubectl get daemonset -n kube-system calico-node',
    'kubectl logs -n kube-system -l k8s-app=calico-node -c calico-node --tail=100 --prefix',
    'kubectl describe pod -n kube-system -l k8s-app=calico-node',
    'kubectl get events -n kube-system --field-selector type=Warning --sort-by=.lastTimestamp',
    'kubectl get deployment -n kube-system calico-typha',
    'kubectl get ippools.projectcalico.org -o yaml',
    'calicoctl get ippool -o wide',
    'calicoctl get workloadendpoints -A',
    'calicoctl node status',
    'kubectl get caliconodestatuses.projectcalico.org -o yaml',
  ]]);
});

test('the health script of the operator looks into calico-system, and at what the operator says', async () => {
  const { calls } = run(join(await written('operator'), 'calico-health.sh'), [], LISTS);
  expect(calls).toEqual(expect.arrayContaining([
    'kubectl get pods -n calico-system -l k8s-app=calico-node -o wide', 'kubectl get tigerastatus', 'kubectl get deployment -n calico-system calico-typha',
  ]));
});

test('the health script goes on where a call fails, and ends with 1', async () => {
  const { status, calls } = run(join(await written('dist'), 'calico-health.sh'), [], { ...LISTS, 'kubectl get nodes': { errors: 'no' } });
  expect([status, calls.length]).toEqual([1, 9]);
});

test('the debug script walks the flow of the page, and prints the test unless it is to run it', async () => {
  const script = join(await written('dist'), 'calico-debug.sh');
  const answers = {
    ...LISTS,
    'kubectl get pod -n app web -o jsonpath={.status.podIP}': { output: '192.168.1.3' },
    'kubectl get pod -n app web -o jsonpath={.spec.nodeName}': { output: 'node-b' },
    'kubectl get pod -n app front -o jsonpath={.spec.nodeName}': { output: 'node-a' },
    'kubectl get pods -n kube-system -l k8s-app=calico-node --field-selector spec.nodeName=node-b -o name': { output: 'pod/calico-node-2' },
    'kubectl get pods -n kube-system -l k8s-app=calico-node --field-selector spec.nodeName=node-a -o name': { output: 'pod/calico-node-1' },
    'kubectl run': { output: '' },
  };
  const read = run(script, ['app', 'front', 'app', 'web', '8080'], answers);
  expect(read.status).toBe(0);
  expect(read.calls.filter((call) => !call.includes('jsonpath') && !call.endsWith('-o name'))).toEqual([
    'kubectl get pod -n app web -o wide',
    'kubectl get pods -n kube-system -l k8s-app=calico-node --field-selector spec.nodeName=node-b -o wide',
    'kubectl logs -n kube-system pod/calico-node-2 -c calico-node --tail=200',
    'kubectl get pods -n kube-system -l k8s-app=calico-node --field-selector spec.nodeName=node-a -o wide',
    'kubectl logs -n kube-system pod/calico-node-1 -c calico-node --tail=200',
    'kubectl get networkpolicy -A',
    'kubectl get pod -n app --show-labels',
    'kubectl get pod -n app --show-labels',
    'kubectl get networkpolicies.projectcalico.org -n app -o yaml',
    'kubectl get globalnetworkpolicies.projectcalico.org -o yaml',
    'kubectl get tiers.projectcalico.org -o yaml',
  ]);
  expect(run(script, ['app', 'front', 'app', 'web', '8080', '--run'], answers).calls.at(-1)).toBe(
    'kubectl run netshoot -n app --rm -it --restart=Never --image=nicolaka/netshoot -- nc -zv -w 5 192.168.1.3 8080');
});

test('the debug script says how it is called', async () => {
  expect(run(join(await written('dist'), 'calico-debug.sh'), ['app'], {})).toEqual({ status: 2, calls: [] });
});

test('writes its own files anew, and refuses to replace others', async () => {
  const folder = await written('dist');
  const args = ['runbook', '-m', join(BASE, 'dist'), '-o', folder];
  expect((await runCli(args, { environment: { PATH: '' } })).status).toBe(0);
  writeFileSync(join(folder, 'calico-debug.sh'), '#!/bin/sh\necho mine\n');
  expect(await runCli(args, { environment: { PATH: '' } })).toEqual({
    status: 2, output: '', errors: `cdk8s-calico: ${join(folder, 'calico-debug.sh')} exists, and isn't of this command: --force replaces it\n`,
  });
  expect((await runCli([...args, '--force'], { environment: { PATH: '' } })).status).toBe(0);
  expect(readFileSync(join(folder, 'calico-debug.sh'), 'utf8')).toContain('calico-debug.sh SOURCE_NAMESPACE');
});
