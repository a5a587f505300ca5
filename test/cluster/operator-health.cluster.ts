import { App } from 'cdk8s';
import { AnyObject } from './applier';
import { available, ExaminedCluster, nodePods, NOT_READY, READY, ROLLED_OUT } from './examined-cluster';
import { Cidr, Encapsulation, OperatorApi, OperatorInstall } from '../../src';

const NAMESPACE = 'calico-system';
const NODE_PODS = nodePods(NAMESPACE);
const HEALTHY = [['Available', 'True'], ['Progressing', 'False'], ['Degraded', 'False']];

/** What the operator makes of the custom resources. */
function rendered(kind: string, name: string, more: object = {}): AnyObject {
  const labels = { 'k8s-app': name };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: NAMESPACE },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name, image: 'image' }] } }, ...more },
  };
}

const DAEMON_SET = rendered('DaemonSet', 'calico-node');
const TYPHA = rendered('Deployment', 'calico-typha', { replicas: 2 });
const KUBE_CONTROLLERS = rendered('Deployment', 'calico-kube-controllers', { replicas: 1 });
const API_SERVER = rendered('Deployment', 'calico-apiserver', { replicas: 2 });
const ROLLED_OUT_PARTS = [[TYPHA, 2], [KUBE_CONTROLLERS, 1], [API_SERVER, 2]] as const;

function tigeraStatus(name: string): AnyObject {
  return { apiVersion: 'operator.tigera.io/v1', kind: 'TigeraStatus', metadata: { name } };
}

function conditions(pairs: readonly (readonly string[])[]): object {
  return { conditions: pairs.map(([type, status, reason, message]) => ({ type, status, ...(reason && { reason, message }) })) };
}

describe.each([
  ['its API server over a store', undefined, 'crd.projectcalico.org/v1'],
  ['native CRDs', OperatorApi.native('1.34'), 'projectcalico.org/v3'],
])('an install by the operator, with %s', (_, api, served) => {
  const pool = (spec: object): AnyObject => ({
    apiVersion: served,
    kind: 'IPPool',
    metadata: { name: 'default-ipv4-ippool' },
    spec: { cidr: '192.168.0.0/16', vxlanMode: 'Always', ipipMode: 'Never', natOutgoing: true, blockSize: 26, nodeSelector: 'all()', ...spec },
  });
  let examined: ExaminedCluster;

  beforeAll(async () => {
    examined = await ExaminedCluster.start(new OperatorInstall(new App(), 'calico', {
      pools: [{ name: 'default-ipv4-ippool', cidr: Cidr.parse('192.168.0.0/16'), encapsulation: Encapsulation.VXLAN }], bgp: false, ...(api && { api }),
    }));
    await examined.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
    for (const object of [DAEMON_SET, ...ROLLED_OUT_PARTS.map(([deployment]) => deployment), tigeraStatus('calico'), tigeraStatus('apiserver')]) {
      await examined.apply(object);
    }
    for (const nodePod of NODE_PODS) {
      await examined.apply(nodePod, { phase: 'Running', conditions: [READY] });
    }
    await heal();
  });

  afterEach(heal);

  afterAll(() => examined?.stop());

  /** Every part as it is to be. */
  async function heal(): Promise<void> {
    await examined.setStatus(DAEMON_SET, ROLLED_OUT);
    for (const [deployment, replicas] of ROLLED_OUT_PARTS) {
      await examined.setStatus(deployment, available(replicas));
    }
    await examined.setStatus(tigeraStatus('calico'), conditions(HEALTHY));
    await examined.setStatus(tigeraStatus('apiserver'), conditions(HEALTHY));
    await examined.setStatus(NODE_PODS[1], { phase: 'Running', conditions: [READY] });
    await examined.apply(pool({}));
  }

  const BREAKS: readonly (readonly [string, () => Promise<unknown>, string[], number])[] = [
    ['a pod of calico-node that isn\'t ready', () => examined.setStatus(NODE_PODS[1], { phase: 'Running', conditions: [NOT_READY] }), [
      'node-pods: node-b: calico-node-1 not ready for 10 h',
    ], 1],
    ['a DaemonSet that lags', () => examined.setStatus(DAEMON_SET, { ...ROLLED_OUT, numberReady: 1, updatedNumberScheduled: 1 }), [
      'daemon-set: 1 of 2 pods are ready', 'daemon-set: 1 of 2 pods are of the latest version',
    ], 1],
    ['Typha that is down', () => examined.setStatus(TYPHA, available(0)), ['typha: 0 of 2 replicas available'], 1],
    ['an API server that is half there', () => examined.setStatus(API_SERVER, available(1)), ['api-server: 1 of 2 replicas available'], 0],
    ['a pool that drifted', () => examined.apply(pool({ vxlanMode: 'CrossSubnet', natOutgoing: false, disabled: true })), [
      'pools: default-ipv4-ippool: disabled is true, declared is false',
      'pools: default-ipv4-ippool: natOutgoing is false, declared is true',
      'pools: default-ipv4-ippool: vxlanMode is CrossSubnet, declared is Always',
    ], 1],
    ['a component that is degraded', () => examined.setStatus(tigeraStatus('calico'), conditions([
      ['Available', 'True'], ['Progressing', 'False'], ['Degraded', 'True', 'ResourceValidationError', 'the pool lies outside of the pod network'],
    ])), ['operator: calico is degraded: ResourceValidationError, the pool lies outside of the pod network'], 1],
    ['a component that isn\'t available', () => examined.setStatus(tigeraStatus('apiserver'), conditions([['Available', 'False'], ['Progressing', 'False'], ['Degraded', 'False']])), [
      'operator: apiserver isn\'t available',
    ], 1],
  ];

  it('is healthy where nothing is wrong', async () => {
    expect(await examined.health()).toEqual([0]);
  });

  it.each(BREAKS)('shows %s, and nothing else', async (__, breakIt, expected, status) => {
    await breakIt();
    expect(await examined.health()).toEqual([status, ...expected]);
    await heal();
    expect(await examined.health()).toEqual([0]);
  });

  it('shows several faults at once, each as itself', async () => {
    await examined.setStatus(TYPHA, available(0));
    await examined.setStatus(NODE_PODS[1], { phase: 'Running', conditions: [NOT_READY] });
    await examined.apply(pool({ disabled: true }));
    expect(await examined.health()).toEqual([
      1,
      'node-pods: node-b: calico-node-1 not ready for 10 h',
      'typha: 0 of 2 replicas available',
      'pools: default-ipv4-ippool: disabled is true, declared is false',
    ]);
  });

  it('has connections walked through its nodes and policies', async () => {
    const fine = [['web pods', 'ok'], ['calico on nodes', 'unknown'], ['policies', 'ok'], ['direct path', undefined]];
    expect(await examined.debug()).toEqual(fine);
    await examined.apply({
      apiVersion: served,
      kind: 'GlobalNetworkPolicy',
      metadata: { name: 'closed' },
      spec: { selector: 'app == "web"', types: ['Ingress'], ingress: [{ action: 'Deny' }] },
    });
    await examined.setStatus(NODE_PODS[1], { phase: 'Running', conditions: [NOT_READY] });
    expect(await examined.debug()).toEqual([fine[0], ['calico on nodes', 'failure'], ['policies', 'failure'], fine[3]]);
  });
});
