import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { Deployment, Pod } from 'cdk8s-plus-27';
import {
  Checks, ClusterModel, DebugPod, Expectation, ExpectationProps, FlowEnd, NetworkPlan, NetworkPolicy, Peer, Port, Protocol, Reach, Rule, Selector,
} from '../../src';

let app: App;
let chart: Chart;

beforeEach(() => {
  app = new App();
  chart = new Chart(app, 'shop', { namespace: 'app', disableResourceNameHashes: true });
});

function pod(scope: Chart, name: string): ApiObject {
  return new ApiObject(scope, name, { apiVersion: 'v1', kind: 'Pod', metadata: { name, labels: { app: name } }, spec: {} });
}

function allowing(scope: Chart, source: string): NetworkPolicy {
  return new NetworkPolicy(scope, 'policy', {
    metadata: { name: 'api' },
    selector: Selector.label('app').equals('api'),
    ingress: [Rule.allow({ protocol: Protocol.TCP, source: Peer.of(Selector.label('app').equals(source)), destination: Peer.ports(Port.of(8080)) })],
  });
}

function broken(): (string | undefined)[] {
  return Checks.of(app).report().findings.filter(({ id }) => id === 'policy/expectation-broken').map(({ path }) => path);
}

const POD = (name: string): FlowEnd => FlowEnd.pod('app', name);

test('an expectation alone makes an app fail that breaks it, and one that holds lets it pass', () => {
  ['web', 'api'].forEach((name) => pod(chart, name));
  new Expectation(chart, 'the web reaches the api', { from: POD('web'), to: POD('api'), expect: Reach.ALLOWED });
  expect(Testing.synth(chart)).toHaveLength(2);
  new Expectation(chart, 'the api is closed', { to: POD('api'), expect: Reach.DENIED });
  expect(() => Testing.synth(chart)).toThrow('"the api is closed" doesn\'t hold: Pod app/web reaches Pod app/api on TCP');
});

test('what is written counts: a patch breaks an expectation', () => {
  ['web', 'api', 'other'].forEach((name) => pod(chart, name));
  const policy = allowing(chart, 'web');
  new Expectation(chart, 'only the web', { to: POD('api'), ports: [Port.of(8080)], onlyFrom: [POD('web')] });
  expect(broken()).toEqual([]);
  policy.addJsonPatch(JsonPatch.replace('/spec/ingress/0/source', {}));
  expect(broken()).toEqual(['shop/only the web']);
});

test('an expectation is asked of the cluster that its scope belongs to', () => {
  const other = new Chart(app, 'other', { namespace: 'app' });
  new NetworkPlan(other, 'plan');
  ['web', 'api'].forEach((name) => {
    pod(chart, name);
    pod(other, name);
  });
  allowing(other, 'nobody');
  const expected: ExpectationProps = { from: POD('web'), to: POD('api'), ports: [Port.of(8080)], expect: Reach.ALLOWED };
  new Expectation(chart, 'here', expected);
  new Expectation(other, 'there', expected);
  expect(broken()).toEqual(['other/there']);
});

test('an expectation of a cluster without objects finds nothing there', () => {
  new NetworkPlan(new Chart(app, 'other'), 'plan');
  new Expectation(chart, 'of nothing', { from: POD('web'), to: POD('api'), expect: Reach.DENIED });
  expect(broken()).toEqual(['shop/of nothing']);
});

test('constructs of cdk8s-plus, of this library and plain objects are ends', () => {
  const deployment = new Deployment(chart, 'web', { containers: [{ image: 'web:1', portNumber: 8080 }], isolate: true });
  const api = new Pod(chart, 'api', { containers: [{ image: 'api:1' }] });
  const probe = new DebugPod(chart, 'probe');
  const plain = pod(chart, 'plain');
  const ends = [deployment, api, probe, plain].map((construct) => FlowEnd.ofConstruct(construct));
  expect(ends.map(String)).toEqual(['shop/web/Resource', 'shop/api/Resource', 'shop/probe', 'shop/plain']);
  new Expectation(chart, 'the pods reach each other', { from: FlowEnd.each(...ends.slice(1)), to: ends[3], expect: Reach.ALLOWED });
  new Expectation(chart, 'the deployment is isolated', { to: ends[0], expect: Reach.DENIED });
  expect(broken()).toEqual([]);
  const model = ClusterModel.ofApp(app);
  expect(model.verdict({ source: ends[1], destination: ends[2] }).allowed).toBe(true);
  expect(() => model.verdict({ source: FlowEnd.each(...ends), destination: ends[2] })).toThrow('is a group, and a flow has one end at each side');
  expect(() => ClusterModel.ofManifests([]).verdict({ source: ends[0], destination: ends[1] }))
    .toThrow('ClusterModel.verdict: shop/web/Resource renders no pod, workload or host endpoint of the model');
});

test('names what a construct that is no end renders nothing for', () => {
  const namespace = new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app' } });
  pod(chart, 'api');
  new Expectation(chart, 'of a namespace', { from: FlowEnd.ofConstruct(namespace), to: POD('api'), expect: Reach.ALLOWED });
  expect(Checks.of(app).report().findings.map(({ what }) => what)).toEqual([
    '"of a namespace" can\'t be held against the cluster: shop/namespace renders no pod, workload or host endpoint of the model; there is Pod app/api',
  ]);
});

test('rejects constructs that are no API object and have none', () => {
  expect(() => FlowEnd.ofConstruct(chart)).toThrow('FlowEnd.ofConstruct: shop is a Chart, and renders no API object of its own');
});

test('rejects an expectation that says nothing, or several things', () => {
  const made = (props: ExpectationProps) => () => new Expectation(chart, 'one', props);
  expect(made({ to: POD('api') })).toThrow('shop/one: an expectation says one thing: give one of expect, onlyFrom and onlyTo');
  chart.node.tryRemoveChild('one');
  expect(made({ to: POD('api'), expect: Reach.DENIED, onlyTo: [] })).toThrow('give one of expect, onlyFrom and onlyTo, not expect and onlyTo');
  chart.node.tryRemoveChild('one');
  expect(made({ expect: Reach.DENIED })).toThrow('shop/one: give from or to, or both');
  chart.node.tryRemoveChild('one');
  expect(made({ to: POD('api'), ports: [Port.of(80)], protocol: Protocol.ICMP, expect: Reach.DENIED })).toThrow('shop/one: ICMP has no ports in Calico');
});
