import { App, Chart } from 'cdk8s';
import { ClusterModel, FlowEnd, GlobalNetworkPolicy, Rule, Selector, Verdict } from '../../src';
import { CaseEnd, FlowCase, flowCases, objectsOf } from '../core/policy/vector-flows';

function endOf({ ip, endpoint }: CaseEnd): FlowEnd {
  const [namespace, name] = (endpoint ?? '').split('/');
  return ip === undefined ? FlowEnd.pod(namespace, name) : FlowEnd.address(ip);
}

function verdictOf(given: FlowCase): Verdict {
  const { src, dst, protocol, dport, sport, icmpType, icmpCode, ipVersion } = given.input.flow;
  return ClusterModel.ofManifests(objectsOf(given)).verdict({
    source: endOf(src),
    destination: endOf(dst),
    protocol: String(protocol),
    destinationPort: dport,
    sourcePort: sport,
    icmpType,
    icmpCode,
    ipVersion,
  });
}

describe('Calico\'s own answers', () => {
  test('agree on every flow, on what decided it, and on the way there', () => {
    const ours = flowCases.map((given) => {
      const verdict = verdictOf(given);
      const { allowed, certain, by, trace } = verdict;
      return { id: given.id, verdict: allowed ? 'allow' : 'deny', certain, by, trace: trace.map((station) => station.by) };
    });
    expect(ours).toEqual(flowCases.map(({ id, expect: { verdict, by, trace } }) => ({ id, verdict, certain: true, by, trace })));
  });
});

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };

function deployment(name: string, labels: Record<string, string>): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop' },
    spec: { template: { metadata: { labels }, spec: { containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 8080 }] }] } } },
  };
}

const DENY_ALL = {
  apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name: 'deny', namespace: 'shop' }, spec: { types: ['Ingress'] },
};
const ALLOW_WEB = {
  apiVersion: 'projectcalico.org/v3',
  kind: 'NetworkPolicy',
  metadata: { name: 'allow-web', namespace: 'shop' },
  spec: {
    order: 1,
    selector: 'app == "api"',
    ingress: [{ action: 'Log' }, { action: 'Allow', protocol: 'TCP', source: { selector: 'app == "web"' }, destination: { ports: ['http'] } }],
  },
};

describe('a model', () => {
  const web = FlowEnd.workload('shop', 'web');
  const api = FlowEnd.workload('shop', 'api');

  test('of workloads tells the whole way of a flow', () => {
    const model = ClusterModel.ofManifests([
      NAMESPACE, deployment('web', { app: 'web' }), deployment('api', { app: 'api' }), DENY_ALL, ALLOW_WEB,
      { ...ALLOW_WEB, kind: 'StagedNetworkPolicy', metadata: { name: 'later', namespace: 'shop' } },
    ]);
    const verdict = model.verdict({ source: web, destination: api, protocol: 'tcp', destinationPort: 8080 });
    expect(verdict.allowed).toBe(true);
    expect(verdict.certain).toBe(true);
    expect(verdict.openQuestions).toEqual([]);
    expect(verdict.by).toBe('ingress tier:default policy:NetworkPolicy/shop/allow-web rule:1 allow');
    expect(verdict.trace).toEqual([
      {
        direction: 'egress',
        endpoint: 'Deployment shop/web',
        chain: 'normal',
        tiers: [],
        profiles: [{ profile: 'kns.shop', rules: [{ index: 0, field: 'spec.egress[0]', action: 'allow', match: 'yes' }], outcome: 'allow' }],
        staged: [],
        outcome: 'allow',
        by: 'egress profile:kns.shop rule:0 allow',
      },
      {
        direction: 'ingress',
        endpoint: 'Deployment shop/api',
        chain: 'normal',
        tiers: [{
          tier: 'default',
          policies: [{
            kind: 'NetworkPolicy',
            namespace: 'shop',
            name: 'allow-web',
            match: 'yes',
            rules: [
              { index: 0, field: 'spec.ingress[0]', action: 'log', match: 'yes' },
              { index: 1, field: 'spec.ingress[1]', action: 'allow', match: 'yes' },
            ],
          }],
          outcome: 'allow',
          endedByRule: true,
        }],
        profiles: [],
        staged: ['StagedNetworkPolicy shop/later'],
        outcome: 'allow',
        by: 'ingress tier:default policy:NetworkPolicy/shop/allow-web rule:1 allow',
      },
    ]);
    expect(verdict.toText()).toBe([
      'allowed  Deployment shop/web -> Deployment shop/api  TCP 8080',
      '',
      'egress of Deployment shop/web: allow',
      '  no policy selects it',
      '  profile         kns.shop                                      spec.egress[0]: allow',
      '',
      'ingress of Deployment shop/api: allow',
      '  tier default    NetworkPolicy shop/allow-web                  spec.ingress[0] logs; spec.ingress[1]: allow',
      '  staged          StagedNetworkPolicy shop/later                selects it too, and enforces nothing',
      '',
    ].join('\n'));
    expect(model.verdict({ source: api, destination: web, destinationPort: 80 }).toText()).toBe([
      'denied  Deployment shop/api -> Deployment shop/web  TCP 80',
      '',
      'egress of Deployment shop/api: allow',
      '  no policy selects it',
      '  profile         kns.shop                                      spec.egress[0]: allow',
      '',
      'ingress of Deployment shop/web: deny',
      '  tier default    NetworkPolicy shop/deny                       no rule matches',
      '                  end of tier                                   deny',
      '',
    ].join('\n'));
  });

  test('says what it took for granted', () => {
    expect(ClusterModel.ofManifests([deployment('web', {}), {
      apiVersion: 'v1', kind: 'List', items: [DENY_ALL, { ...DENY_ALL, metadata: { name: 'bad', namespace: 'shop' }, spec: { selector: 'a =' } }],
    }]).notes).toEqual([
      {
        kind: 'unread',
        object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'bad', namespace: 'shop' },
        what: expect.stringContaining('the policy is left out, as Calico drops it: the selector "(a =) && projectcalico.org/namespace == \'shop\'" is invalid'),
      },
      { kind: 'assumed', object: { kind: 'Namespace', name: 'shop' }, what: "Namespace shop isn't among the manifests: it is taken to have no labels but its name" },
      {
        kind: 'assumed',
        object: { kind: 'ServiceAccount', name: 'shop/default' },
        what: "ServiceAccount shop/default isn't among the manifests: it is taken to have no labels but its name",
      },
      {
        kind: 'assumed',
        what: 'no address is known of 1 pod or workload: they are taken to lie in no block that a rule or network set names, unless it holds all addresses',
      },
    ]);
  });

  test('is not certain where an open question matters, and says which', () => {
    const blocks = { ...DENY_ALL, spec: { ingress: [{ action: 'Allow', source: { nets: ['10.0.0.0/8'] } }] } };
    const model = ClusterModel.ofManifests([NAMESPACE, deployment('web', {}), blocks]);
    const verdict = model.verdict({ source: web, destination: web, destinationPort: 80 });
    expect([verdict.allowed, verdict.certain]).toEqual([false, false]);
    expect(verdict.openQuestions).toEqual(["whether spec.ingress[0] of NetworkPolicy shop/deny matches isn't known"]);
    expect(verdict.toText()).toContain("not certain:\n  whether spec.ingress[0] of NetworkPolicy shop/deny matches isn't known\n");
    expect(model.verdict({ source: FlowEnd.address('10.1.2.3'), destination: web, destinationPort: 80 }).certain).toBe(true);
  });

  test('of an app holds what its constructs render', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    new GlobalNetworkPolicy(chart, 'deny', { metadata: { name: 'deny' }, selector: Selector.parse('app == "web"'), ingress: [Rule.deny()] });
    const model = ClusterModel.ofApp(app);
    expect(model.notes).toEqual([]);
    const flow = { source: FlowEnd.address('203.0.113.1'), destination: FlowEnd.address('203.0.113.2'), destinationPort: 80 };
    expect(model.verdict(flow).allowed).toBe(true);
    expect(model.verdict(flow).by).toBe('no policy of the model applies to either end');
    expect(model.verdict(flow).toText()).toBe('allowed  203.0.113.1 -> 203.0.113.2  TCP 80\n\nno policy of the model applies to either end\n');
  });

  test('rejects what it can\'t answer', () => {
    const model = ClusterModel.ofManifests([NAMESPACE, deployment('web', {}), { ...deployment('web', {}), kind: 'StatefulSet' },
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'one', namespace: 'shop' }, status: { podIP: '10.0.0.1' } }]);
    const one = FlowEnd.pod('shop', 'one');
    const web6 = FlowEnd.address('2001:db8::1');
    const verdict = (flow: object): (() => unknown) => () => model.verdict({ source: one, destination: one, ...flow });
    expect(verdict({ source: web })).toThrow('ClusterModel.verdict: shop/web names 2 workloads: Deployment shop/web, StatefulSet shop/web');
    expect(verdict({ source: FlowEnd.pod('shop', 'web') })).toThrow('there is no pod shop/web in the model, but Deployment shop/web, StatefulSet shop/web');
    expect(verdict({ source: FlowEnd.hostEndpoint('eth0') })).toThrow('there is no host-endpoint eth0 in the model');
    expect(verdict({ ipVersion: 6 })).toThrow('Pod shop/one has no IPv6 address, but 10.0.0.1');
    expect(verdict({ source: web6, destination: FlowEnd.address('10.0.0.9'), ipVersion: 6 })).toThrow('10.0.0.9 is no IPv6 address, and the flow is of IPv6');
    expect(verdict({ destination: FlowEnd.address('10.0.0.0/8') })).toThrow('10.0.0.0/8');
    expect(verdict({ protocol: 'TPC' })).toThrow('there is no protocol "TPC"');
    expect(verdict({ protocol: '256' })).toThrow('there is no protocol "256"');
    expect(verdict({ destinationPort: 65536 })).toThrow('destinationPort is 65536: it is a whole number from 0 to 65535');
    expect(verdict({ icmpType: 1.5 })).toThrow('icmpType is 1.5');
    expect(() => ClusterModel.ofManifests([null])).toThrow('ClusterModel.ofManifests: item 0 is null, not an object');
    expect(() => ClusterModel.ofManifests(['x'])).toThrow('ClusterModel.ofManifests: item 0 is string, not an object');
  });
});
