import { mkdtempSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { App } from 'cdk8s';
import { AnyObject } from './applier';
import { available, ExaminedCluster, nodePods, NOT_READY, READY, ROLLED_OUT } from './examined-cluster';
import { Cidr, Encapsulation, ManifestInstall, TyphaSize } from '../../src';

const NODE_PODS = nodePods('kube-system');
const DAEMON_SET: AnyObject = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'calico-node', namespace: 'kube-system' } };
const deployment = (name: string): AnyObject => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'kube-system' } });
const pool = (spec: object): AnyObject => ({
  apiVersion: 'crd.projectcalico.org/v1',
  kind: 'IPPool',
  metadata: { name: 'default-ipv4-ippool' },
  spec: { cidr: '192.168.0.0/16', vxlanMode: 'Always', ipipMode: 'Never', natOutgoing: true, blockSize: 26, nodeSelector: 'all()', ...spec },
});

let examined: ExaminedCluster;

beforeAll(async () => {
  examined = await ExaminedCluster.start(new ManifestInstall(new App(), 'calico', {
    pools: [{ cidr: Cidr.parse('192.168.0.0/16'), encapsulation: Encapsulation.VXLAN }], bgp: false, typha: TyphaSize.ofReplicas(2),
  }));
  for (const nodePod of NODE_PODS) {
    await examined.apply(nodePod, { phase: 'Running', conditions: [READY] });
  }
  await heal();
});

/** Every part as it is to be. */
async function heal(): Promise<void> {
  await examined.setStatus(DAEMON_SET, ROLLED_OUT);
  await examined.setStatus(deployment('calico-typha'), available(2));
  await examined.setStatus(deployment('calico-kube-controllers'), available(1));
  await examined.setStatus(NODE_PODS[1], { phase: 'Running', conditions: [READY] });
  await examined.apply(pool({}));
}

afterAll(() => examined?.stop());

const BREAKS: readonly (readonly [string, () => Promise<unknown>, string[]])[] = [
  ['a pod of calico-node that isn\'t ready', () => examined.setStatus(NODE_PODS[1], { phase: 'Running', conditions: [NOT_READY] }), [
    'node-pods: node-b: calico-node-1 not ready for 10 h',
  ]],
  ['a DaemonSet that lags', () => examined.setStatus(DAEMON_SET, { ...ROLLED_OUT, numberReady: 1, updatedNumberScheduled: 1 }), [
    'daemon-set: 1 of 2 pods are ready', 'daemon-set: 1 of 2 pods are of the latest version',
  ]],
  ['Typha that is down', () => examined.setStatus(deployment('calico-typha'), available(0)), ['typha: 0 of 2 replicas available']],
  ['a pool that drifted', () => examined.apply(pool({ vxlanMode: 'CrossSubnet', disabled: true })), [
    'pools: default-ipv4-ippool: disabled is true, declared is false',
    'pools: default-ipv4-ippool: vxlanMode is CrossSubnet, declared is Always for the first start',
  ]],
];

it('finds nothing wrong where nothing is', async () => {
  expect(await examined.health()).toEqual([0]);
});

it.each(BREAKS)('finds %s, and nothing else', async (_, breakIt, expected) => {
  await breakIt();
  expect(await examined.health()).toEqual([1, ...expected]);
  await heal();
  expect(await examined.health()).toEqual([0]);
});

it('finds warnings that the cluster has as events', async () => {
  const event = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'calico-node-1.1', namespace: 'kube-system' },
    type: 'Warning',
    reason: 'FailedMount',
    message: 'MountVolume.SetUp failed',
    lastTimestamp: new Date().toISOString(),
    involvedObject: { apiVersion: 'v1', kind: 'Pod', name: 'calico-node-1', namespace: 'kube-system' },
  };
  await examined.apply(event as AnyObject);
  const [status, found] = await examined.health();
  expect([status, found]).toEqual([1, expect.stringMatching(/^events: mount, Pod kube-system\/calico-node-1, \d+ s ago: FailedMount MountVolume\.SetUp failed$/)]);
});

it('walks a connection through nodes and policies of the store', async () => {
  const fine = [['web pods', 'ok'], ['calico on nodes', 'unknown'], ['policies', 'ok'], ['direct path', undefined]];
  expect(await examined.debug()).toEqual(fine);
  await examined.apply({
    apiVersion: 'crd.projectcalico.org/v1',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: 'closed' },
    spec: { selector: 'app == "web"', types: ['Ingress'], ingress: [{ action: 'Deny' }] },
  });
  await examined.setStatus(NODE_PODS[1], { phase: 'Running', conditions: [NOT_READY] });
  expect(await examined.debug()).toEqual([fine[0], ['calico on nodes', 'failure'], ['policies', 'failure'], fine[3]]);
});

it('finds the install in the cluster where none was synthesised', async () => {
  const empty = mkdtempSync(join(examined.folder, 'empty-'));
  writeFileSync(join(empty, 'none.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: app\n');
  expect((await examined.run('health', '-m', empty, '--logs', '0')).output.split('\n')[0]).toBe(
    'Calico by manifests: kube-system/calico-node, known from what runs in the cluster');
});

it('says which permissions are missing, and claims nothing', async () => {
  const kubeconfig = join(examined.folder, 'jane');
  writeFileSync(kubeconfig, readFileSync(examined.cluster.kubeconfig, 'utf8').replace('user: {', 'user: { as: jane,'));
  const { status, output } = await examined.run('health', '-m', examined.folder, '--logs', '0', '--kubeconfig', kubeconfig, '--format', 'json');
  const { results } = JSON.parse(output) as { results: { id: string; status: string; evidence: string[] }[] };
  // That there is no BGP is known from the manifests.
  expect([status, ...results.filter((result) => result.status !== 'unknown').map(({ id }) => id)]).toEqual([2, 'bgp-peers']);
  expect(results[0].evidence).toEqual([
    'you lack the permission: Error from server (Forbidden): pods is forbidden: User "jane" cannot list resource "pods" in API group "" in the namespace "kube-system"',
  ]);
});
