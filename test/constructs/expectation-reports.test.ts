import { Chart } from 'cdk8s';
import { Checks, Cidr, Expectation, ExpectationProps, FlowEnd, Port, Protocol, Reach, Selector } from '../../src';
import { ExpectationJudge } from '../../src/core/checks/policy/expectation/hold-expectation';
import { identityOf } from '../../src/core/checks/policy/expectation/undeclared-pods';
import { ExpectedEnd, Manifest } from '../../src/core/manifests';
import { buildModel } from '../../src/core/policy';
import { printSelector } from '../../src/core/selectors';
import { appOf } from '../core/checks/judging';

/* What reports say of ends other than pods, and which pods an exception means. */

const NODE = `---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: node, labels: { role: node } }
spec: { node: one, interfaceName: '*', expectedIPs: [10.200.0.1] }
---
apiVersion: v1
kind: Namespace
metadata: { name: app }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: app, labels: { app: web } }
spec: { nodeName: one }
status: { podIP: 10.0.0.1 }
---
apiVersion: v1
kind: Pod
metadata: { name: far, namespace: app, labels: { app: far } }
spec: { nodeName: two }
status: { podIP: 10.0.0.2 }
`;

function said(yaml: string, props: ExpectationProps) {
  const app = appOf(yaml);
  new Expectation(app.node.findChild('chart') as Chart, 'it', props);
  return Checks.of(app).report().findings.filter(({ id }) => id.startsWith('policy/expectation')).map(({ what, why, fix }) => ({ what, why, fix }));
}

const globalPolicy = (spec: string): string => `---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: hosts }
spec: ${spec}
`;
const HOST = FlowEnd.hostEndpoint('node');
const OUTSIDE = FlowEnd.outside(Cidr.parse('203.0.113.0/24'));

test('host endpoints are ends, with their failsafe ports and their policies', () => {
  expect(said(NODE, { from: OUTSIDE, to: HOST, ports: [Port.of(22)], expect: Reach.DENIED })).toEqual([{
    what: '"it" doesn\'t hold: 203.0.113.10, outside the cluster, reaches HostEndpoint node on TCP 22',
    why: 'ingress of HostEndpoint node: it is a failsafe port, which host policies never close',
    fix: 'take the port out of `failsafeInboundHostPorts` of the FelixConfiguration default; or correct the expectation',
  }]);
  expect(said(NODE, { from: OUTSIDE, to: HOST, ports: [Port.of(8080)], expect: Reach.ALLOWED })).toEqual([{
    what: '"it" doesn\'t hold: 203.0.113.10, outside the cluster, doesn\'t reach HostEndpoint node on TCP 8080',
    why: 'ingress of HostEndpoint node: no policy decides, and no profile allows it',
    fix: 'allow it by a policy that selects HostEndpoint node for ingress; or correct the expectation',
  }]);
  const open = globalPolicy("{ selector: role == 'node', types: [Ingress], ingress: [{ action: Allow }] }");
  expect(said(NODE + open, { from: OUTSIDE, to: HOST, protocol: Protocol.ICMP, expect: Reach.DENIED })).toEqual([{
    what: '"it" doesn\'t hold: 203.0.113.10, outside the cluster, reaches HostEndpoint node on ICMP',
    why: 'ingress of HostEndpoint node: spec.ingress[0] of GlobalNetworkPolicy hosts allows it',
    fix: 'narrow spec.ingress[0] of GlobalNetworkPolicy hosts, or deny it in a rule before that; or correct the expectation',
  }]);
});

test('what a host forwards is told by its chain, and what stops packets after all policies is named', () => {
  const forward = globalPolicy("{ selector: role == 'node', applyOnForward: true, types: [Ingress], ingress: [{ action: Deny, protocol: TCP }, { action: Allow }] }");
  expect(said(NODE + forward, { from: OUTSIDE, to: FlowEnd.pod('app', 'web'), ports: [Port.of(80)], expect: Reach.ALLOWED })).toEqual([{
    what: '"it" doesn\'t hold: 203.0.113.10, outside the cluster, doesn\'t reach Pod app/web on TCP 80',
    why: 'ingress of HostEndpoint node (forward chain): spec.ingress[0] of GlobalNetworkPolicy hosts denies it',
    fix: 'let a rule before spec.ingress[0] of GlobalNetworkPolicy hosts allow it; or correct the expectation',
  }]);
  expect(said(NODE + forward, { from: OUTSIDE, to: FlowEnd.pod('app', 'web'), protocol: Protocol.UDP, ports: [Port.of(53)], expect: Reach.DENIED }).map(({ why }) => why)).toEqual([
    'ingress of HostEndpoint node (forward chain): spec.ingress[1] of GlobalNetworkPolicy hosts allows it; '
    + 'ingress of Pod app/web: no policy selects it, and profile kns.app allows it',
  ]);
  const drop = `---
apiVersion: projectcalico.org/v3
kind: FelixConfiguration
metadata: { name: default }
spec: { defaultEndpointToHostAction: Drop }
`;
  const open = globalPolicy("{ selector: role == 'node', types: [Ingress], ingress: [{ action: Allow }] }");
  expect(said(NODE + drop + open, { from: FlowEnd.pod('app', 'web'), to: HOST, ports: [Port.of(80)], expect: Reach.ALLOWED })).toEqual([{
    what: '"it" doesn\'t hold: Pod app/web doesn\'t reach HostEndpoint node on TCP 80',
    why: 'egress of Pod app/web: no policy selects it, and profile kns.app allows it; '
      + 'Felix drops what pods send to their own host: its defaultEndpointToHostAction is Drop',
    fix: 'change what stops it after all policies; or correct the expectation',
  }]);
});

test('what policies never close is told with what does', () => {
  const wireguard = `---
apiVersion: projectcalico.org/v3
kind: FelixConfiguration
metadata: { name: default }
spec: { wireguardEnabled: true }
`;
  const ends = { from: HOST, to: OUTSIDE, protocol: Protocol.UDP, expect: Reach.DENIED };
  const carried = 'nodes carry packets of pods with WireGuard on UDP 51820, which Felix lets pass before it asks normal policies';
  expect([
    said(NODE, { ...ends, ports: [Port.of(53)] }),
    said(NODE + wireguard, { ...ends, ports: [Port.of(51820)] }),
    said(NODE + wireguard, { ...ends, from: OUTSIDE, to: HOST, ports: [Port.of(51820)] }),
  ].map((all) => all.map(({ why, fix }) => [why, fix]))).toEqual([
    [['egress of HostEndpoint node: it is a failsafe port, which host policies never close',
      'take the port out of `failsafeOutboundHostPorts` of the FelixConfiguration default; or correct the expectation']],
    [[`egress of HostEndpoint node: ${carried}`, 'deny it in a policy with `doNotTrack`, which is asked before; or correct the expectation']],
    [[`ingress of HostEndpoint node: ${carried}`, 'deny it in a policy with `preDNAT` or `doNotTrack`, which is asked before; or correct the expectation']],
  ]);
});

test('an address stands for the pod that has it, and for the outside where none has', () => {
  const reached = (to: string) => said(NODE, { from: FlowEnd.pod('app', 'far'), to: FlowEnd.address(to), ports: [Port.of(80)], expect: Reach.DENIED }).map(({ what }) => what);
  expect([reached('10.0.0.1'), reached('192.0.2.1')]).toEqual([
    ['"it" doesn\'t hold: Pod app/far reaches Pod app/web (10.0.0.1) on TCP 80'],
    ['"it" doesn\'t hold: Pod app/far reaches 192.0.2.1 on TCP 80'],
  ]);
  expect(said(NODE, { to: FlowEnd.address('10.0.0.1'), from: FlowEnd.address('10.0.0.2'), ports: [Port.of(80)], expect: Reach.ALLOWED })).toEqual([]);
  expect(said(NODE, { from: FlowEnd.each(FlowEnd.pod('app', 'far'), FlowEnd.address('10.0.0.2')), to: FlowEnd.pod('app', 'web'), onlyFrom: [FlowEnd.address('10.0.0.2')] })).toEqual([]);
  expect(said(NODE, { from: FlowEnd.address('2001:db8::1'), to: FlowEnd.pod('app', 'web'), expect: Reach.DENIED }).map(({ what }) => what)).toEqual([
    '"it" can\'t be held against the cluster: its ends have no IP version in common',
  ]);
});

test('a pod that isn\'t declared is told with all that lets it through', () => {
  const policy = (rule: string) => `---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: app }
spec: { selector: app == "web", types: [Ingress], ingress: [${rule}] }
`;
  const pods = NODE.slice(NODE.indexOf('---\napiVersion: v1\nkind: Namespace'));
  const told = (rule: string, props: ExpectationProps) => said(pods + policy(rule), props).map(({ what }) => what);
  const web = FlowEnd.pod('app', 'web');
  const port = [Port.of(80)];
  expect([
    told('{ action: Allow, source: { namespaceSelector: team == "red", serviceAccounts: { selector: kind == "probe" } } }', { to: web, ports: port, onlyFrom: [OUTSIDE] }),
    told('{ action: Allow, source: { selector: app == "far" } }', { to: web, ports: port, onlyFrom: [FlowEnd.pods({ namespace: 'app', selector: Selector.label('app').equals('far') })] }),
    told('{ action: Allow, source: { selector: app == "far" } }', { to: web, ports: port, onlyFrom: [FlowEnd.pod('app', 'far')] }),
    told('{ action: Allow, source: { selector: all() } }', { to: web, ports: port, from: FlowEnd.pods({ selector: Selector.label('a').equals('b') }), expect: Reach.DENIED }),
    told('{ action: Deny }', { from: FlowEnd.pods(), to: FlowEnd.namespace('other'), ports: [Port.named('http')], expect: Reach.DENIED }),
  ]).toEqual([
    [expect.stringMatching(/^"it" doesn't hold: a pod in namespace \S+ \(which has labels team=red\) of service account \S+ \(which has labels kind=probe\) without labels reaches Pod app\/web on TCP 80$/)],
    [],
    [],
    ['"it" doesn\'t hold: a pod in namespace app with labels a=b reaches Pod app/web on TCP 80'],
    ['whether "it" holds isn\'t known of pods that aren\'t declared'],
  ]);
});

test('a workload stands for the pods that its own selector takes, or that have all of its labels', () => {
  const template = { metadata: { labels: { app: 'web', version: '1' } }, spec: {} };
  const identity = (kind: string, apiVersion: string, object: object) => {
    const [endpoint] = buildModel([new Manifest({ apiVersion, kind, metadata: { name: 'web', namespace: 'app' }, ...object })]).endpoints;
    const selector = identityOf(endpoint);
    return selector && printSelector(selector);
  };
  const inApp = (text: string): string => `(projectcalico.org/namespace == "app" && ${text})`;
  expect([
    identity('Deployment', 'apps/v1', { spec: { selector: { matchLabels: { app: 'web' } }, template } }),
    identity('StatefulSet', 'apps/v1', { spec: { selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, template } }),
    identity('ReplicationController', 'v1', { spec: { selector: { app: 'web' }, template } }),
    identity('Job', 'batch/v1', { spec: { selector: { matchLabels: { 'controller-uid': '1' } }, template } }),
    identity('CronJob', 'batch/v1', { spec: { jobTemplate: { spec: { template } } } }),
    identity('DaemonSet', 'apps/v1', { spec: { template } }),
    identity('Pod', 'v1', { ...template, metadata: { name: 'web', namespace: 'app', labels: { app: 'web' } } }),
    identity('Pod', 'v1', { spec: {} }),
    identity('Deployment', 'apps/v1', { spec: { selector: { matchExpressions: [{ key: 'app', operator: 'Near' }] }, template } }),
  ]).toEqual([
    inApp('app == "web"'), inApp('has(app)'), inApp('app == "web"'), inApp('(app == "web" && version == "1")'), inApp('(app == "web" && version == "1")'),
    inApp('(app == "web" && version == "1")'), inApp('app == "web"'), undefined, undefined,
  ]);
});

test('rejects ends that can\'t be read', () => {
  const judge = new ExpectationJudge(buildModel([]));
  const reason = (end: ExpectedEnd) => judge.hold({
    path: 'p', name: 'n', from: { ends: [end], except: [] }, to: { ends: undefined, except: [] }, protocol: undefined, ports: [], allowed: false, declaredOnly: true,
  });
  expect(reason({ by: 'outside', cidr: '10.0.0.0/33' })).toMatchObject({ is: 'unaskable', reason: expect.stringContaining('10.0.0.0/33') });
  expect(reason({ by: 'workload', namespace: 'a', name: 'b' })).toEqual({ is: 'unaskable', reason: 'there is no workload a/b in the model' });
});
