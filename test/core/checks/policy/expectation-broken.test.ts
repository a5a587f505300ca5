import { Chart } from 'cdk8s';
import { Checks, Expectation, ExpectationProps, FlowEnd, Port, Protocol, Reach, Selector } from '../../../../src';
import { appOf, expectAcknowledged } from '../judging';

const ID = 'policy/expectation-broken';

const deployment = (name: string, labels: string): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: app }
spec: { template: { metadata: { labels: ${labels} }, spec: { containers: [{ ports: [{ name: http, containerPort: 8080 }] }] } } }
`;
const SHOP = `---
apiVersion: v1
kind: Namespace
metadata: { name: app }
${deployment('frontend', '{ app: frontend, tier: web }')}${deployment('reporting', '{ app: reporting, tier: web }')}${deployment('api', '{ app: api }')}---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: api, namespace: app }
spec:
  selector: app == "api"
  types: [Ingress]
  ingress:
  - { action: Deny, protocol: UDP }
  - { action: Allow, protocol: TCP, source: { selector: tier == "web" }, destination: { ports: [8080] } }
`;
const API = FlowEnd.workload('app', 'api');
const FRONTEND = FlowEnd.workload('app', 'frontend');

function findingsOf(props: ExpectationProps, yaml = SHOP) {
  const app = appOf(yaml);
  new Expectation(app.node.findChild('chart') as Chart, 'what is expected', props);
  return Checks.of(app).report().findings.filter(({ id }) => id === ID);
}

test('finds a flow that an expectation of denial shuts out, with the rules that let it in', () => {
  expect(findingsOf({ to: API, ports: [Port.of(8080)], onlyFrom: [FRONTEND] })).toEqual([{
    id: ID,
    severity: 'error',
    path: 'chart/what is expected',
    what: '"what is expected" doesn\'t hold: Deployment app/reporting reaches Deployment app/api on TCP 8080',
    why: 'egress of Deployment app/reporting: no policy selects it, and profile kns.app allows it; '
      + 'ingress of Deployment app/api: spec.ingress[1] of NetworkPolicy app/api allows it',
    fix: 'narrow spec.ingress[1] of NetworkPolicy app/api, or deny it in a rule before that; or correct the expectation',
    docs: 'docs/checks/policy/expectation-broken.md',
  }]);
});

test('finds a flow that is to be allowed and isn\'t, with what denies it and what would allow it', () => {
  const said = (props: ExpectationProps) => findingsOf({ ...props, expect: Reach.ALLOWED }).map(({ what, why, fix }) => ({ what, why, fix }));
  expect(said({ from: FRONTEND, to: API, ports: [Port.of(9090)] })).toEqual([{
    what: '"what is expected" doesn\'t hold: Deployment app/frontend doesn\'t reach Deployment app/api on TCP 9090',
    why: 'egress of Deployment app/frontend: no policy selects it, and profile kns.app allows it; '
      + 'ingress of Deployment app/api: no rule of NetworkPolicy app/api matches, and tier default ends with Deny',
    fix: 'allow it by a rule under ingress of NetworkPolicy app/api; or correct the expectation',
  }]);
  expect(said({ from: FRONTEND, to: API, ports: [Port.of(53)], protocol: Protocol.UDP })).toEqual([{
    what: '"what is expected" doesn\'t hold: Deployment app/frontend doesn\'t reach Deployment app/api on UDP 53',
    why: 'egress of Deployment app/frontend: no policy selects it, and profile kns.app allows it; '
      + 'ingress of Deployment app/api: spec.ingress[0] of NetworkPolicy app/api denies it',
    fix: 'let a rule before spec.ingress[0] of NetworkPolicy app/api allow it; or correct the expectation',
  }]);
});

test('is silent where the policies do what is expected', () => {
  const web = FlowEnd.pods({ selector: Selector.label('tier').equals('web') });
  const met: ExpectationProps[] = [
    { from: FRONTEND, to: API, ports: [Port.of(8080)], expect: Reach.ALLOWED },
    { from: FRONTEND, to: API, ports: [Port.named('http')], expect: Reach.ALLOWED },
    { from: FRONTEND, to: API, ports: [Port.of(8081)], expect: Reach.DENIED },
    { from: FlowEnd.outside(), to: API, expect: Reach.DENIED },
    { from: FlowEnd.address('203.0.113.7'), to: API, expect: Reach.DENIED },
    { to: API, onlyFrom: [web] },
    { to: API, ports: [Port.of(8080)], onlyFrom: [FRONTEND, FlowEnd.workload('app', 'reporting')], declaredOnly: true },
    { from: API, onlyTo: [FlowEnd.namespace('app'), FlowEnd.outside()], declaredOnly: true },
    { from: API, onlyTo: [FlowEnd.pods(), FlowEnd.outside()] },
    { from: FlowEnd.each(FRONTEND, FlowEnd.workload('app', 'reporting')), to: API, ports: [Port.range(8080, 8080)], expect: Reach.ALLOWED },
  ];
  expect(met.map((props) => findingsOf(props))).toEqual(met.map(() => []));
});

test('finds a pod that nobody declares yet, of labels that a policy lets in, and says how to leave it out', () => {
  const said = (props: ExpectationProps) => findingsOf(props).map(({ what, why, fix }) => ({ what, why, fix }));
  expect(said({ to: API, onlyFrom: [FRONTEND, FlowEnd.workload('app', 'reporting')] })).toEqual([{
    what: '"what is expected" doesn\'t hold: a pod in namespace app with labels tier=web reaches Deployment app/api on TCP 8080',
    why: 'egress of such a pod: no policy selects it, and profile kns.app allows it; '
      + 'ingress of Deployment app/api: spec.ingress[1] of NetworkPolicy app/api allows it',
    fix: 'narrow spec.ingress[1] of NetworkPolicy app/api, or deny it in a rule before that; or correct the expectation: '
      + 'name such pods in it with `FlowEnd.pods`, or give `declaredOnly` if nobody else creates pods',
  }]);
  expect(said({ from: API, onlyTo: [FlowEnd.namespace('app'), FlowEnd.outside()] })).toEqual([{
    what: '"what is expected" doesn\'t hold: Deployment app/api reaches a pod in namespace any-other without labels on TCP',
    why: 'egress of Deployment app/api: no policy selects it, and profile kns.app allows it; '
      + 'ingress of such a pod: no policy selects it, and profile kns.any-other allows it',
    fix: 'select such pods by a policy that allows only what is meant; or correct the expectation: '
      + 'name such pods in it with `FlowEnd.pods`, or give `declaredOnly` if nobody else creates pods',
  }]);
});

test('tells of an expectation that nothing could break, as what it names isn\'t there', () => {
  const reason = (props: ExpectationProps) => findingsOf(props).map(({ severity, what }) => `${severity}: ${what}`);
  expect([
    reason({ from: FlowEnd.workload('app', 'web'), to: API, expect: Reach.ALLOWED }),
    reason({ from: FlowEnd.pod('app', 'frontend'), to: API, expect: Reach.ALLOWED }),
    reason({ from: FRONTEND, to: API, ports: [Port.named('metrics')], expect: Reach.ALLOWED }),
    reason({ from: FlowEnd.namespace('other'), to: API, expect: Reach.ALLOWED }),
    reason({ from: FlowEnd.address('10.0.0.300'), to: API, expect: Reach.DENIED }),
  ]).toEqual([
    ['error: "what is expected" can\'t be held against the cluster: there is no workload app/web in the model; '
      + 'there is Deployment app/api, Deployment app/frontend, Deployment app/reporting'],
    ['error: "what is expected" can\'t be held against the cluster: there is no pod app/frontend in the model, but Deployment app/frontend'],
    ['error: "what is expected" can\'t be held against the cluster: Deployment app/api has no port of the name'],
    ['error: "what is expected" can\'t be held against the cluster: the manifests declare nothing that `from` means'],
    ['error: "what is expected" can\'t be held against the cluster: "10.0.0.300" has a part over 255'],
  ]);
});

test('counts the pairs that break an expectation beside the one shown', () => {
  expect(findingsOf({ from: API, expect: Reach.DENIED }).map(({ what, fix }) => ({ what, fix }))).toEqual([{
    what: '"what is expected" doesn\'t hold: Deployment app/api reaches Deployment app/frontend on TCP; 2 more such pairs of ends',
    fix: 'select Deployment app/frontend by a policy that allows only what is meant; or correct the expectation',
  }]);
});

test('can be acknowledged', () => {
  const app = appOf(SHOP);
  new Expectation(app.node.findChild('chart') as Chart, 'what is expected', { to: API, onlyFrom: [FRONTEND] });
  expectAcknowledged(ID, app);
});
