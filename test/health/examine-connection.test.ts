import { before, daemonSet, listOf, node, nodePod, NOW, withStatus, workloadPod } from './cluster-objects';
import { ERRORS, Script, scriptedTools } from './scripted-tools';
import { JsonObject, Manifest } from '../../src/core/manifests';
import { ClusterReader, Connection, ConnectionReport, examineConnection, pathTestPod, printLines, PLAIN_STYLE, READING_VERBS, shapeOfManifests } from '../../src/health';

const SHAPE = shapeOfManifests([new Manifest(daemonSet({}))], 'dist')!;
const CONNECTION: Connection = { from: { namespace: 'app', name: 'frontend' }, to: { namespace: 'app', name: 'web-api' }, port: 8080, protocol: 'TCP' };

/** As the seed of an on-call page has it. */
const POLICY: JsonObject = {
  apiVersion: 'projectcalico.org/v3',
  kind: 'NetworkPolicy',
  metadata: { name: 'allow-frontend-to-api', namespace: 'app' },
  spec: {
    selector: 'app == "web-api"',
    types: ['Ingress'],
    ingress: [{ action: 'Allow', protocol: 'TCP', source: { selector: 'app == "frontend"' }, destination: { ports: [8080] } }],
  },
};

function owned(pod: JsonObject, deployment: string): JsonObject {
  const metadata = pod.metadata as JsonObject;
  return {
    ...pod,
    metadata: {
      ...metadata,
      uid: `uid-of-${String(metadata.name)}`,
      labels: { ...metadata.labels as JsonObject, 'pod-template-hash': 'abc12' },
      ownerReferences: [{ kind: 'ReplicaSet', name: `${deployment}-abc12` }],
    },
  };
}

const PODS = [
  owned(workloadPod('app', 'frontend-1', '192.168.40.9', { app: 'frontend' }), 'frontend'),
  owned(workloadPod('app', 'web-api-1', '192.168.12.7', { app: 'web-api' }, 'node-b'), 'web-api'),
  owned(workloadPod('app', 'web-api-2', '192.168.40.3', { app: 'web-api' }), 'web-api'),
];

const WORKING: Script = {
  'kubectl get nodes': listOf(node('node-a', '10.0.0.1'), node('node-b', '10.0.0.2')),
  'kubectl get namespaces': listOf({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app', labels: {} } }),
  'kubectl get pods -n kube-system -l k8s-app=calico-node': listOf(nodePod('calico-node-1', 'node-a'), nodePod('calico-node-2', 'node-b')),
  'kubectl get pods -n app': listOf(...PODS),
  'kubectl get serviceaccounts -n app': listOf({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'app' } }),
  'kubectl get networkpolicies.projectcalico.org -A': listOf(POLICY),
};

async function examine(changes: Script = {}, connection = CONNECTION): Promise<{ report: ConnectionReport; asked: string[] }> {
  const { ask, asked } = scriptedTools(changes, WORKING);
  return { report: await examineConnection(connection, SHAPE, new ClusterReader(ask), { now: NOW }), asked };
}

async function text(changes: Script = {}, connection = CONNECTION): Promise<string[]> {
  const { report } = await examine(changes, connection);
  return printLines(report.lines, PLAIN_STYLE).trimEnd().split('\n').map((line) => line.trim());
}

test('walks the four steps of a connection that works, and asks only with verbs that read', async () => {
  const { report, asked } = await examine();
  expect(printLines(report.lines, PLAIN_STYLE)).toBe(`\
1   web-api pods     ok       2 of 2 ready: 192.168.12.7, 192.168.40.3 (by workload web-api)
2   calico on nodes  ok       node-b, node-a: calico-node ready, no errors in the logs of the targets' nodes
3   policies         ok       allowed: ${report.lines[2].evidence[0].slice('allowed: '.length)}
                              from frontend-1: app=frontend,pod-template-hash=abc12
                              to web-api-1: app=web-api,pod-template-hash=abc12
4   direct path      -        kubectl run netshoot -n app --rm -it --restart=Never --image=nicolaka/netshoot -- nc -zv -w 5 192.168.12.7 8080
                              next  that pod has none of the labels of frontend-1, by which policies know it: --run starts a pod on the same node that has them, and removes it
`);
  expect(report.lines[2].evidence[0]).toContain('allow-frontend-to-api');
  expect(report.walk).toContain('allowed  ');
  expect(asked.filter((question) => !(READING_VERBS as readonly string[]).includes(question.split(' ')[1]) && !question.startsWith('calicoctl get '))).toEqual([]);
});

test('finds calico-node broken on the target\'s node, with the last error of its log', async () => {
  const broken = withStatus(nodePod('calico-node-2', 'node-b'), { conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: before(720) }] });
  expect((await text({
    'kubectl get pods -n kube-system -l k8s-app=calico-node': listOf(nodePod('calico-node-1', 'node-a'), broken),
    'kubectl logs calico-node-2': '2026-03-01 11:59:00.000 [ERROR][66] felix/map.go 12: BPF map full\n',
  }))[1]).toBe('2   calico on nodes  failure  node-b: calico-node not ready for 12 min; last log error: "Felix: BPF map full"');
});

test('finds the policy that denies, with the labels and what to change', async () => {
  const spec = { order: 1, types: ['Ingress'], ingress: [{ action: 'Deny' }] };
  const deny = { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name: 'closed' }, spec };
  const lines = await text({ 'kubectl get globalnetworkpolicies.projectcalico.org': listOf(deny) });
  expect(lines[2]).toMatch(/^3 {3}policies {9}failure {2}denied; frontend-1 -> web-api-1:8080: .*closed.*; walk below$/);
  expect(lines[5]).toBe('next  a GlobalNetworkPolicy acts across namespaces: change it, or the tier that decides; compare its Calico selector (app == "web") with the labels above');
});

test('reads policies from the store, under the names that were written', async () => {
  const stored = { ...POLICY, apiVersion: 'crd.projectcalico.org/v1', metadata: { name: 'default.allow-frontend-to-api', namespace: 'app' } };
  const { report } = await examine({ 'kubectl get networkpolicies.projectcalico.org': ERRORS.noSuchKind, 'kubectl get networkpolicies.crd.projectcalico.org -A': listOf(stored) });
  expect([report.lines[2].status, report.lines[2].evidence[0].includes('default.allow')]).toEqual(['ok', false]);
});

test('says that a verdict rests on what may be read', async () => {
  const { report } = await examine({ 'kubectl get globalnetworkpolicies': ERRORS.forbidden });
  expect([report.lines[2].status, report.lines[2].evidence[0].startsWith('allowed, as far as is known: '), report.lines[2].evidence.at(-1)]).toEqual([
    'unknown', true, `not read: globalnetworkpolicies: you lack the permission: ${ERRORS.forbidden.error}`,
  ]);
});

test('finds targets that aren\'t ready, and names that stand for nothing', async () => {
  const late = withStatus(PODS[1], { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', message: '0/2 nodes' }] });
  expect((await text({ 'kubectl get pods -n app': listOf(PODS[0], late) })).slice(0, 1)).toEqual(['1   web-api pods     failure  web-api-1 has no address']);
  expect(await text({}, { ...CONNECTION, to: { namespace: 'app', name: 'web' } })).toEqual([
    '1   web pods         failure  nothing in namespace app is called web: no pod, workload, Service or label app',
    'next  kubectl get pod -n app -o wide',
    '2   calico on nodes  ok       node-a: calico-node ready, no errors in the logs of the targets\' nodes',
    '3   policies         -        not looked at: app/web has no pods',
    '4   direct path      -        no test: one of the ends has no pod with an address',
  ]);
});

test('takes the name of a Service for the pods behind it, and its port for theirs', async () => {
  const service = {
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'api', namespace: 'app' }, spec: { selector: { app: 'web-api' }, ports: [{ port: 80, targetPort: 8080 }] },
  };
  const lines = await text({ 'kubectl get service api -n app': JSON.stringify(service) }, { ...CONNECTION, to: { namespace: 'app', name: 'api' }, port: 80 });
  expect([lines[0], lines[5]]).toEqual([
    '1   api pods         ok       2 of 2 ready: 192.168.12.7, 192.168.40.3 (by Service api)',
    '4   direct path      -        kubectl run netshoot -n app --rm -it --restart=Never --image=nicolaka/netshoot -- nc -zv -w 5 192.168.12.7 8080',
  ]);
});

test('says which end may not be read', async () => {
  expect(await text({ 'kubectl get pods -n app': ERRORS.forbidden })).toEqual([
    `1   app/frontend  unknown  you lack the permission: ${ERRORS.forbidden.error}`,
    `2   app/web-api   unknown  you lack the permission: ${ERRORS.forbidden.error}`,
  ]);
});

test('makes a pod for the test that policies take for the source, and nobody else does', async () => {
  const { report } = await examine();
  const pod = pathTestPod(report.test!, 'netshoot-1');
  expect(pod.metadata).toEqual({
    name: 'netshoot-1',
    namespace: 'app',
    labels: { app: 'frontend' },
    annotations: { 'sidecar.istio.io/inject': 'false' },
    ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'frontend-1', uid: 'uid-of-frontend-1', controller: true, blockOwnerDeletion: false }],
  });
  const { nodeName, readinessGates, containers } = pod.spec as { nodeName: string; readinessGates: object[]; containers: { command: string[] }[] };
  expect([nodeName, readinessGates, containers[0].command]).toEqual([
    'node-a', [{ conditionType: 'cdk8s-calico/never-ready' }], ['nc', '-zv', '-w', '5', '192.168.12.7', '8080'],
  ]);
});
