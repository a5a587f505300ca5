import { before, daemonSet, deployment, listOf, node, nodePod, NOW, pool, rolledOut, withStatus, workloadPod } from './cluster-objects';
import { ERRORS, Script, scriptedTools } from './scripted-tools';
import { Manifest } from '../../src/core/manifests';
import { ClusterReader, examineHealth, exitStatusOf, HealthResult, InstallShape, READING_VERBS, shapeOfManifests } from '../../src/health';

const POOL = pool('default-ipv4-ippool', { cidr: '192.168.0.0/16', vxlanMode: 'Always', ipipMode: 'Never', natOutgoing: true, blockSize: 26 });
const SHAPE = shapeOfManifests([daemonSet({}, [{ name: 'CALICO_NETWORKING_BACKEND', value: 'bird' }]), deployment('calico-typha', 'kube-system', 2, 0),
  deployment('calico-kube-controllers', 'kube-system', 1, 0), POOL].map((object) => new Manifest(object)), 'dist')!;

function nodeStatus(onNode: string, state: string): object {
  return {
    metadata: { name: onNode },
    spec: { node: onNode, updatePeriodSeconds: 60 },
    status: {
      lastUpdated: before(30),
      agent: { birdV4: { state: 'Ready' } },
      bgp: {
        numberEstablishedV4: state === 'Established' ? 1 : 0,
        numberNotEstablishedV4: state === 'Established' ? 0 : 1,
        numberEstablishedV6: 0,
        numberNotEstablishedV6: 0,
        peersV4: [{ peerIP: '10.0.0.9', state, since: '10:00:00', type: 'NodeMesh' }],
      },
    },
  };
}

const HEALTHY: Script = {
  'kubectl get nodes': listOf(node('node-a', '10.0.0.1'), node('node-b', '10.0.0.2')),
  'kubectl get pods -n kube-system -l k8s-app=calico-node': listOf(nodePod('calico-node-1', 'node-a'), nodePod('calico-node-2', 'node-b')),
  'kubectl get daemonset calico-node -n kube-system': JSON.stringify(daemonSet(rolledOut(2), [{ name: 'CALICO_NETWORKING_BACKEND', value: 'bird' }])),
  'kubectl get deployment calico-typha -n kube-system': JSON.stringify(deployment('calico-typha', 'kube-system', 2, 2)),
  'kubectl get deployment calico-kube-controllers -n kube-system': JSON.stringify(deployment('calico-kube-controllers', 'kube-system', 1, 1)),
  'kubectl get ippools.projectcalico.org': listOf(POOL),
  'kubectl get caliconodestatuses.projectcalico.org': listOf(nodeStatus('node-a', 'Established') as never, nodeStatus('node-b', 'Established') as never),
  'kubectl get pods -A': listOf(workloadPod('app', 'web-1', '192.168.1.2')),
};

async function examine(changes: Script, shape: InstallShape = SHAPE): Promise<{ results: HealthResult[]; asked: string[] }> {
  const { ask, asked } = scriptedTools(changes, HEALTHY);
  return { results: await examineHealth(shape, new ClusterReader(ask), { now: NOW, mostLogs: 20 }), asked };
}

/** The results that aren't fine, without their next steps. */
async function troubles(changes: Script, shape?: InstallShape): Promise<string[]> {
  const { results } = await examine(changes, shape);
  return results.filter(({ status }) => status !== 'ok').flatMap(({ id, status, evidence }) => evidence.map((text) => `${id} ${status}: ${text}`));
}

test('a healthy install is fine in every part, and nothing but reading verbs is asked', async () => {
  const { results, asked } = await examine({});
  expect(results.map(({ id, status, evidence }) => [id, status, ...evidence])).toEqual([
    ['node-pods', 'ok', '2 of 2 nodes have a ready calico-node pod'],
    ['daemon-set', 'ok', '2 of 2 pods ready and of the latest version'],
    ['node-logs', 'ok', 'no errors of Felix, CNI or BGP in the last 100 lines and hour of 2 of 2 pods'],
    ['events', 'ok', 'no warnings about the install in the last hour'],
    ['typha', 'ok', '2 of 2 replicas available'],
    ['kube-controllers', 'ok', '1 of 1 replicas available'],
    ['api-server', 'ok', 'not used: the API comes from CustomResourceDefinitions or calicoctl'],
    ['bgp-peers', 'ok', 'node-a: 1 of 1 sessions established', 'node-b: 1 of 1 sessions established'],
    ['pools', 'ok', 'default-ipv4-ippool 192.168.0.0/16, VXLAN Always, NAT on'],
    ['workload-endpoints', 'ok', '1 pod on 1 node with addresses; calicoctl wasn\'t asked'],
  ]);
  expect(exitStatusOf(results)).toBe(0);
  const verbs = asked.map((question) => question.split(' ')[1]);
  expect([...new Set(verbs)].filter((verb) => !(READING_VERBS as readonly string[]).includes(verb))).toEqual([]);
  expect(asked.length).toBe(new Set(asked).size);
});

test('finds the pod that isn\'t ready, with its reason, and the node that has none', async () => {
  const broken = withStatus(nodePod('calico-node-1', 'node-a'), {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: before(720) }],
    containerStatuses: [{ name: 'calico-node', restartCount: 7, state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off' } } }],
  });
  expect(await troubles({ 'kubectl get pods -n kube-system -l k8s-app=calico-node': listOf(broken) })).toEqual([
    'node-pods failure: node-a: calico-node-1 not ready for 12 min: container calico-node waits, CrashLoopBackOff, 7 restarts, back-off',
    'node-pods failure: node-b has no calico-node pod',
  ]);
});

test('reads the log of a crashing pod\'s last life, and of the container that keeps a pod from starting', async () => {
  const state = { state: { waiting: { reason: 'CrashLoopBackOff' } } };
  const crashing = withStatus(nodePod('calico-node-1', 'node-a'), { containerStatuses: [{ name: 'calico-node', ...state }] });
  const starting = withStatus(nodePod('calico-node-2', 'node-b'), { initContainerStatuses: [{ name: 'install-cni', ready: false, state: {} }] });
  const { asked } = await examine({ 'kubectl get pods -n kube-system -l k8s-app=calico-node': listOf(crashing, starting) });
  expect(asked.filter((question) => question.startsWith('kubectl logs'))).toEqual([
    'kubectl logs calico-node-1 -n kube-system -c calico-node --tail=100 --limit-bytes=1048576 --previous',
    'kubectl logs calico-node-2 -n kube-system -c install-cni --tail=100 --since=1h --limit-bytes=1048576',
  ]);
});

test('finds a DaemonSet that lags', async () => {
  const lagging = { ...rolledOut(2), numberReady: 1, updatedNumberScheduled: 1, observedGeneration: 1 };
  expect(await troubles({ 'kubectl get daemonset calico-node': JSON.stringify(daemonSet(lagging)) })).toEqual([
    'daemon-set failure: 1 of 2 pods are ready',
    'daemon-set failure: the DaemonSet controller hasn\'t seen the latest version yet',
    'daemon-set failure: 1 of 2 pods are of the latest version',
  ]);
});

test('finds no DaemonSet where there is none', async () => {
  expect(await troubles({ 'kubectl get daemonset calico-node': ERRORS.notFound })).toEqual([
    'daemon-set failure: there is no DaemonSet calico-node in kube-system',
  ]);
});

test('sums up errors of Felix, CNI and BGP over pods, the fatal ones as failures', async () => {
  expect(await troubles({
    'kubectl logs calico-node-1': [
      '2026-03-01 11:59:00.000 [INFO][66] felix/int_dataplane.go 1921: Received *proto.IPSetUpdate',
      '2026-03-01 11:59:00.000 [ERROR][66] felix/table.go 12: failed to write rule 17',
      '2026-03-01 11:59:01.000 [ERROR][66] felix/table.go 12: failed to write rule 18',
      'bird: Mesh_10_0_0_2: Error: Hold timer expired',
      '',
    ].join('\n'),
    'kubectl logs calico-node-2': [
      '2026-03-01 11:59:01.000 [ERROR][70] felix/table.go 12: failed to write rule 1',
      '2026-03-01 11:59:01.000 [FATAL][70] cni-installer/install.go 12: unable to write \u001B[2Jfile',
    ].join('\n'),
  })).toEqual([
    'node-logs failure: CNI, calico-node-2: unable to write \u001B[2Jfile',
    'node-logs failure: Felix, calico-node-1 and 1 more, 3 times: failed to write rule 17',
    'node-logs failure: BGP, calico-node-1: bird: Mesh_10_0_0_2: Error: Hold timer expired',
  ]);
});

test('sorts events into image, mount, permission and network, and leaves those of others and of long ago out', async () => {
  const event = (name: string, kind: string, reason: string, message: string, seconds: number) => ({
    metadata: { name: `${name}.${reason}.${seconds}`, namespace: 'kube-system' },
    involvedObject: { kind, name },
    reason,
    message,
    lastTimestamp: before(seconds),
    count: 3,
  });
  expect(await troubles({
    'kubectl get events -n kube-system --field-selector=type=Warning': listOf(
      event('calico-node-1', 'Pod', 'Failed', 'Failed to pull image "x": ErrImagePull', 60),
      event('calico-node-1', 'Pod', 'FailedMount', 'MountVolume.SetUp failed', 120),
      event('calico-node', 'DaemonSet', 'FailedCreate', 'pods "calico-node-" is forbidden: PodSecurity', 180),
      event('calico-node-2', 'Pod', 'Unhealthy', 'Readiness probe failed: calico/node is not ready: BIRD is not ready: BGP not established with 10.0.0.2', 200),
      event('coredns-1', 'Pod', 'Unhealthy', 'Readiness probe failed', 60),
      event('calico-node-2', 'Pod', 'Unhealthy', 'Liveness probe failed', 7300),
    ),
    'kubectl get events -A --field-selector=reason=FailedCreatePodSandBox': listOf({
      metadata: { name: 'web.1', namespace: 'app' },
      involvedObject: { kind: 'Pod', name: 'web' },
      reason: 'FailedCreatePodSandBox',
      message: 'plugin type="calico" failed (add): no IP available',
      eventTime: before(30),
    }),
  })).toEqual([
    'events failure: CNI, Pod app/web, 30 s ago: FailedCreatePodSandBox plugin type="calico" failed (add): no IP available',
    'events failure: image, Pod kube-system/calico-node-1, 3 times, 60 s ago: Failed Failed to pull image "x": ErrImagePull',
    'events failure: mount, Pod kube-system/calico-node-1, 3 times, 2 min ago: FailedMount MountVolume.SetUp failed',
    'events failure: permission, DaemonSet kube-system/calico-node, 3 times, 3 min ago: FailedCreate pods "calico-node-" is forbidden: PodSecurity',
    'events failure: BGP, Pod kube-system/calico-node-2, 3 times, 3 min ago: Unhealthy Readiness probe failed: calico/node is not ready: BIRD is not ready: BGP not established with 10.0.0.2',
  ]);
});

test('finds Typha down, and a declared Typha that isn\'t there', async () => {
  expect(await troubles({ 'kubectl get deployment calico-typha': JSON.stringify(deployment('calico-typha', 'kube-system', 2, 0)) })).toEqual([
    'typha failure: 0 of 2 replicas available',
  ]);
  expect(await troubles({ 'kubectl get deployment calico-typha': ERRORS.notFound })).toEqual([
    'typha failure: there is no Deployment calico-typha in kube-system',
  ]);
});

test('finds sessions of BGP that aren\'t established, and says which nodes tell nothing', async () => {
  expect(await troubles({ 'kubectl get caliconodestatuses.projectcalico.org': listOf(nodeStatus('node-a', 'Active') as never) })).toEqual([
    'bgp-peers failure: node-a: peer 10.0.0.9 is Active, not Established, since 10:00:00',
    'bgp-peers failure: no CalicoNodeStatus tells of node-b',
  ]);
});

test('says what can\'t be known of BGP, with the command that tells, and doesn\'t fail for it', async () => {
  const { results } = await examine({ 'kubectl get caliconodestatuses.projectcalico.org': listOf() });
  expect(results.find(({ id }) => id === 'bgp-peers')).toEqual({
    id: 'bgp-peers',
    title: 'BGP peers',
    status: 'unknown',
    evidence: ['only a node knows its sessions, and there is no CalicoNodeStatus to tell of any'],
    next: 'on each node: sudo calicoctl node status; or create a CalicoNodeStatus for each node with classes [Agent, BGP] and run this again',
  });
  expect(exitStatusOf(results)).toBe(0);
});

test('expects no sessions of a backend without BGP', async () => {
  const vxlan = JSON.stringify(daemonSet(rolledOut(2), [{ name: 'CALICO_NETWORKING_BACKEND', value: 'vxlan' }]));
  const { results } = await examine({ 'kubectl get daemonset calico-node': vxlan, 'kubectl get caliconodestatuses.projectcalico.org': listOf() });
  expect(results.find(({ id }) => id === 'bgp-peers')?.evidence).toEqual(['not used: the backend is vxlan']);
});

test('finds pools that drifted, are missing, or are declared nowhere', async () => {
  const drifted = pool('default-ipv4-ippool', { cidr: '10.0.0.0/16', ipipMode: 'Always', natOutgoing: false, disabled: true });
  const other = pool('other', { cidr: '172.16.0.0/24' });
  expect(await troubles({ 'kubectl get ippools.projectcalico.org': listOf(drifted, other), 'kubectl get pods -A': listOf() })).toEqual([
    'default-ipv4-ippool: cidr is 10.0.0.0/16, declared is 192.168.0.0/16',
    'default-ipv4-ippool: disabled is true, declared is false',
    'default-ipv4-ippool: ipipMode is Always, declared is Never',
    'default-ipv4-ippool: vxlanMode is Never, declared is Always',
    'default-ipv4-ippool: natOutgoing is false, declared is true',
    'default-ipv4-ippool 10.0.0.0/16 holds the address of node node-a, 10.0.0.1',
    'default-ipv4-ippool 10.0.0.0/16 holds the address of node node-b, 10.0.0.2',
    'other 172.16.0.0/24, no encapsulation, NAT off: is declared nowhere',
  ].map((text) => `pools failure: ${text}`));
  expect(await troubles({ 'kubectl get ippools.projectcalico.org': listOf() })).toEqual([
    'pools failure: IPPool/default-ipv4-ippool declares default-ipv4-ippool 192.168.0.0/16: the cluster has no such pool',
  ]);
});

test('reads pools from the store where the API isn\'t served', async () => {
  const stored = { ...POOL, apiVersion: 'crd.projectcalico.org/v1' };
  expect(await troubles({ 'kubectl get ippools.projectcalico.org': ERRORS.noSuchKind, 'kubectl get ippools.crd.projectcalico.org': listOf(stored) })).toEqual([]);
});

test('finds pods without an address, without Calico, and outside the pools', async () => {
  const waiting = {
    ...withStatus(workloadPod('app', 'waiting', '192.168.1.3'), { phase: 'Pending', conditions: [{ type: 'PodScheduled', lastTransitionTime: before(900) }] }),
  };
  const old = { ...workloadPod('app', 'old', '192.168.1.4'), metadata: { name: 'old', namespace: 'app' } };
  expect(await troubles({ 'kubectl get pods -A': listOf(waiting, old, workloadPod('app', 'stray', '10.9.0.1'), { ...nodePod('calico-node-1', 'node-a') }) })).toEqual([
    'app/waiting on node-a has had no address for 15 min, phase Pending',
    'app/old (192.168.1.4): not set up by Calico\'s CNI plugin; a pod that is older than Calico has to be restarted',
    'app/stray: 10.9.0.1 is in no pool',
  ].map((text) => `workload-endpoints failure: ${text}`));
});

test('asks calicoctl for endpoints where it is at hand', async () => {
  expect(await troubles({ 'calicoctl get workloadendpoints -A': JSON.stringify({ items: [] }) })).toEqual([
    'workload-endpoints warning: app/web-1: calicoctl knows no endpoint of it',
  ]);
});

test('says what may not be read, and ends with 2 where nothing else is wrong', async () => {
  const { results } = await examine({ 'kubectl get pods -A': ERRORS.forbidden });
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([{
    id: 'workload-endpoints',
    title: 'workload endpoints',
    status: 'unknown',
    evidence: [`you lack the permission: ${ERRORS.forbidden.error}`],
    next: 'kubectl describe pod -n NAMESPACE POD; where calicoctl is at hand, calicoctl get workloadendpoints -A',
    unread: true,
  }]);
  expect(exitStatusOf(results)).toBe(2);
});
