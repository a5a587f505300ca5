import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdk8s';
import { AnyObject, Applier } from './applier';
import { EmptyCluster } from './empty-cluster';
import { applyPhases, phasesOf } from './install-phases';
import { Cidr, Encapsulation, ManifestInstall, TyphaSize } from '../../src';
import { CommandRun, runCli } from '../cli/run-cli';

/** Nodes on loopback, where no kubelet listens: their logs are refused at once. */
const NODES = ['node-a', 'node-b'];
const NOW = new Date().toISOString();
const TEN_MINUTES_AGO = new Date(Date.now() - 600_000).toISOString();
const READY = { type: 'Ready', status: 'True', lastTransitionTime: TEN_MINUTES_AGO };
const NOT_READY = { type: 'Ready', status: 'False', lastTransitionTime: TEN_MINUTES_AGO };

let cluster: EmptyCluster;
let applier: Applier;
let folder: string;

/** Writes the status of an object, as its controller would. */
async function setStatus(object: AnyObject, status: object): Promise<void> {
  const { apiVersion, kind, metadata: { name, namespace } } = object;
  const path = await applier.pathOf(object);
  const answer = await cluster.server.apply(`${path}/status`, JSON.stringify({ apiVersion, kind, metadata: { name, namespace }, status }));
  expect([name, answer.status, answer.status < 300 ? '' : answer.body]).toEqual([name, 200, '']);
}

async function apply(object: AnyObject, status?: object): Promise<AnyObject> {
  const [applied] = await applier.apply([object]);
  expect(applied).toMatchObject({ complaints: [] });
  if (status) {
    await setStatus(object, status);
  }
  return object;
}

function pod(namespace: string, name: string, nodeName: string, labels: object, more: object = {}, annotations: object = {}): AnyObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels, annotations } as AnyObject['metadata'],
    spec: { nodeName, tolerations: [], containers: [{ name: 'calico-node', image: 'image' }], ...more },
  };
}

const NODE_PODS = NODES.map((node, index) => pod('kube-system', `calico-node-${index}`, node, { 'k8s-app': 'calico-node' }, { hostNetwork: true }));
const workload = (name: string, node: string, address: string): [AnyObject, object] => [
  pod('app', name, node, { app: name }, {}, { 'cni.projectcalico.org/podIP': `${address}/32` }),
  { phase: 'Running', podIP: address, podIPs: [{ ip: address }], conditions: [READY] },
];
const DAEMON_SET: AnyObject = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'calico-node', namespace: 'kube-system' } };
const deployment = (name: string): AnyObject => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'kube-system' } });
const ROLLED_OUT = {
  observedGeneration: 1, desiredNumberScheduled: 2, currentNumberScheduled: 2, numberMisscheduled: 0, numberReady: 2, updatedNumberScheduled: 2,
};
const available = (count: number) => ({ observedGeneration: 1, replicas: 2, updatedReplicas: 2, readyReplicas: count, availableReplicas: count });
const pool = (spec: object): AnyObject => ({
  apiVersion: 'crd.projectcalico.org/v1',
  kind: 'IPPool',
  metadata: { name: 'default-ipv4-ippool' },
  spec: { cidr: '192.168.0.0/16', vxlanMode: 'Always', ipipMode: 'Never', natOutgoing: true, blockSize: 26, nodeSelector: 'all()', ...spec },
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'health-'));
  cluster = await EmptyCluster.start();
  applier = new Applier(cluster.server);
  const install = new ManifestInstall(new App(), 'calico', {
    pools: [{ cidr: Cidr.parse('192.168.0.0/16'), encapsulation: Encapsulation.VXLAN }], bgp: false, typha: TyphaSize.ofReplicas(2),
  });
  const phases = phasesOf(install);
  await applyPhases(cluster.server, phases, 'created');
  writeFileSync(join(folder, 'install.json'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items: phases.flat().filter(({ kind }) => kind !== 'CustomResourceDefinition') }));
  await apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app' } });
  for (const [index, name] of NODES.entries()) {
    await apply({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels: { 'kubernetes.io/os': 'linux' } } as AnyObject['metadata'] },
      { conditions: [READY], addresses: [{ type: 'InternalIP', address: `127.0.0.${index + 2}` }] });
  }
  for (const nodePod of NODE_PODS) {
    await apply(nodePod, { phase: 'Running', conditions: [READY] });
  }
  await apply(...workload('frontend', 'node-a', '192.168.1.2'));
  await apply(...workload('web', 'node-b', '192.168.1.3'));
  await apply(pool({}));
  await heal();
});

/** Every part as it is to be. */
async function heal(): Promise<void> {
  await setStatus(DAEMON_SET, ROLLED_OUT);
  await setStatus(deployment('calico-typha'), available(2));
  await setStatus(deployment('calico-kube-controllers'), available(1));
  await setStatus(NODE_PODS[1], { phase: 'Running', conditions: [READY] });
  await apply(pool({}));
}

afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]): Promise<CommandRun> {
  return runCli(args, { environment: { PATH: process.env.PATH!, HOME: folder, KUBECONFIG: cluster.kubeconfig } });
}

/** Status, and what isn't fine, of `health`. */
async function health(): Promise<[number, ...string[]]> {
  const { status, output, errors } = await run('health', '-m', folder, '--logs', '0', '--format', 'json');
  expect(errors).toBe('');
  const { results } = JSON.parse(output) as { results: { id: string; status: string; evidence: string[] }[] };
  const bad = results.filter((result) => result.status !== 'ok' && result.id !== 'node-logs');
  return [status, ...bad.flatMap(({ id, evidence }) => evidence.map((text) => `${id}: ${text}`))];
}

const BREAKS: readonly (readonly [string, () => Promise<unknown>, string[]])[] = [
  ['a pod of calico-node that isn\'t ready', () => setStatus(NODE_PODS[1], { phase: 'Running', conditions: [NOT_READY] }), [
    'node-pods: node-b: calico-node-1 not ready for 10 min',
  ]],
  ['a DaemonSet that lags', () => setStatus(DAEMON_SET, { ...ROLLED_OUT, numberReady: 1, updatedNumberScheduled: 1 }), [
    'daemon-set: 1 of 2 pods are ready', 'daemon-set: 1 of 2 pods are of the latest version',
  ]],
  ['Typha that is down', () => setStatus(deployment('calico-typha'), available(0)), ['typha: 0 of 2 replicas available']],
  ['a pool that drifted', () => apply(pool({ vxlanMode: 'CrossSubnet', disabled: true })), [
    'pools: default-ipv4-ippool: disabled is true, declared is false',
    'pools: default-ipv4-ippool: vxlanMode is CrossSubnet, declared is Always for the first start',
  ]],
];

it('finds nothing wrong where nothing is', async () => {
  expect(await health()).toEqual([0]);
});

it.each(BREAKS)('finds %s, and nothing else', async (_, breakIt, expected) => {
  await breakIt();
  expect(await health()).toEqual([1, ...expected]);
  await heal();
  expect(await health()).toEqual([0]);
});

it('finds warnings that the cluster has as events', async () => {
  const event = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'calico-node-1.1', namespace: 'kube-system' },
    type: 'Warning',
    reason: 'FailedMount',
    message: 'MountVolume.SetUp failed',
    lastTimestamp: NOW,
    involvedObject: { apiVersion: 'v1', kind: 'Pod', name: 'calico-node-1', namespace: 'kube-system' },
  };
  await apply(event as AnyObject);
  const [status, found] = await health();
  expect([status, found]).toEqual([1, expect.stringMatching(/^events: mount, Pod kube-system\/calico-node-1, \d+ s ago: FailedMount MountVolume\.SetUp failed$/)]);
});

it('walks a connection through nodes and policies of the store', async () => {
  const steps = async () => {
    const { output } = await run('debug', '--from', 'app/frontend', '--to', 'app/web', '--port', '8080', '-m', folder, '--format', 'json');
    return JSON.parse(output).steps.map(({ title, status }: { title: string; status?: string }) => [title, status]);
  };
  const fine = [['web pods', 'ok'], ['calico on nodes', 'unknown'], ['policies', 'ok'], ['direct path', undefined]];
  expect(await steps()).toEqual(fine);
  await apply({
    apiVersion: 'crd.projectcalico.org/v1',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: 'closed' },
    spec: { selector: 'app == "web"', types: ['Ingress'], ingress: [{ action: 'Deny' }] },
  });
  await setStatus(NODE_PODS[1], { phase: 'Running', conditions: [NOT_READY] });
  expect(await steps()).toEqual([fine[0], ['calico on nodes', 'failure'], ['policies', 'failure'], fine[3]]);
});

it('finds the install in the cluster where none was synthesised', async () => {
  const empty = mkdtempSync(join(folder, 'empty-'));
  writeFileSync(join(empty, 'none.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: app\n');
  expect((await run('health', '-m', empty, '--logs', '0')).output.split('\n')[0]).toBe(
    'Calico by manifests: kube-system/calico-node, known from what runs in the cluster');
});

it('says which permissions are missing, and claims nothing', async () => {
  const kubeconfig = join(folder, 'jane');
  writeFileSync(kubeconfig, readFileSync(cluster.kubeconfig, 'utf8').replace('user: {', 'user: { as: jane,'));
  const { status, output } = await run('health', '-m', folder, '--logs', '0', '--kubeconfig', kubeconfig, '--format', 'json');
  const { results } = JSON.parse(output) as { results: { id: string; status: string; evidence: string[] }[] };
  // That there is no BGP is known from the manifests.
  expect([status, ...results.filter((result) => result.status !== 'unknown').map(({ id }) => id)]).toEqual([2, 'bgp-peers']);
  expect(results[0].evidence).toEqual([
    'you lack the permission: Error from server (Forbidden): pods is forbidden: User "jane" cannot list resource "pods" in API group "" in the namespace "kube-system"',
  ]);
});
