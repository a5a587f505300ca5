import { Chart } from 'cdk8s';
import { Checks, Cidr, Expectation, ExpectationProps, FlowEnd, IpPool, Reach, Selector } from '../../../../src';
import { appOf, expectAcknowledged } from '../judging';

const ID = 'policy/expectation-unproved';

const SHOP = `---
apiVersion: v1
kind: Namespace
metadata: { name: app }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: app }
spec: { template: { metadata: { labels: { app: web } }, spec: {} } }
---
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: app, labels: { app: api } }
spec: {}
status: { podIP: 10.0.0.1 }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: api, namespace: app }
spec:
  selector: app == "api"
  types: [Ingress]
  ingress:
  - { action: Allow, source: { nets: [10.20.0.0/16] } }
`;
const WEB = FlowEnd.workload('app', 'web');
const API = FlowEnd.pod('app', 'api');

function appThatExpects(props: ExpectationProps) {
  const app = appOf(SHOP);
  new Expectation(app.node.findChild('chart') as Chart, 'what is expected', props);
  return app;
}

function findingsOf(props: ExpectationProps) {
  return Checks.of(appThatExpects(props)).report().findings.filter(({ id }) => id.startsWith('policy/expectation'));
}

test('warns of an expectation that hangs on what the manifests don\'t say, with what isn\'t known', () => {
  expect(findingsOf({ from: WEB, to: API, expect: Reach.DENIED })).toEqual([{
    id: ID,
    severity: 'warning',
    path: 'chart/what is expected',
    what: 'whether "what is expected" holds isn\'t known: Deployment app/web may reach Pod app/api on TCP',
    why: 'whether spec.ingress[0] of NetworkPolicy app/api matches isn\'t known; as far as is known it is denied',
    fix: 'select by labels rather than addresses, and declare the pools, namespaces, service accounts and EndpointSlices that policies ask for; '
      + 'or acknowledge this with the answer as reason',
    docs: 'docs/checks/policy/expectation-unproved.md',
  }]);
  expect(findingsOf({ from: WEB, to: API, expect: Reach.ALLOWED }).map(({ id, what }) => [id, what])).toEqual([
    [ID, 'whether "what is expected" holds isn\'t known: Deployment app/web may not reach Pod app/api on TCP'],
  ]);
});

test('warns where it isn\'t known whether a workload is meant', () => {
  const hashed = FlowEnd.pods({ selector: Selector.label('pod-template-hash').exists().and(Selector.label('app').equals('web')) });
  expect(findingsOf({ from: API, to: hashed, expect: Reach.DENIED, declaredOnly: true }).map(({ id, what, why }) => [id, what, why])).toEqual([[
    ID,
    'whether "what is expected" holds isn\'t known: Pod app/api may reach Deployment app/web on TCP',
    'whether Deployment app/web is meant isn\'t known; as far as is known it is allowed',
  ]]);
});

test('warns where it isn\'t known what pods that aren\'t declared do, and pools tell', () => {
  const expected = { from: FlowEnd.namespace('other'), to: API, expect: Reach.DENIED };
  expect(findingsOf(expected).map(({ what, why }) => ({ what, why }))).toEqual([{
    what: 'whether "what is expected" holds isn\'t known of pods that aren\'t declared',
    why: 'no address is known of a pod that may be created: it is taken to lie in no block that a rule or network set names',
  }]);
  const app = appThatExpects(expected);
  new IpPool(app.node.findChild('chart') as Chart, 'pool', { cidr: Cidr.parse('10.0.0.0/16') });
  expect(Checks.of(app).report().findings.filter(({ id }) => id.startsWith('policy/expectation'))).toEqual([]);
});

test('is silent where an expectation is broken for certain, or met', () => {
  expect(findingsOf({ from: FlowEnd.each(WEB, API), to: FlowEnd.each(API, WEB), expect: Reach.DENIED }).map(({ id }) => id)).toEqual(['policy/expectation-broken']);
  expect(findingsOf({ from: API, to: WEB, expect: Reach.ALLOWED })).toEqual([]);
});

test('can be acknowledged', () => {
  expectAcknowledged(ID, appThatExpects({ from: WEB, to: API, expect: Reach.DENIED }));
});
