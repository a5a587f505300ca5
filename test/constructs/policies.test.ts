import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  Cidr, GlobalNetworkPolicy, HttpMatch, IcmpMatch, IpVersion, NetworkPolicy, Peer, PerformanceHint, PolicyType, Port, Protocol, Rule, Selector,
  Tier, TierDefaultAction,
} from '../../src';

let chart: Chart;

beforeEach(() => {
  chart = new Chart(new App(), 'test', { disableResourceNameHashes: true });
});

function specOf(object: ApiObject): unknown {
  return object.toJson().spec;
}

test('the policy of the seed page has its fields and no other', () => {
  const policy = new NetworkPolicy(chart, 'policy', {
    metadata: { name: 'allow-frontend-to-api', namespace: 'app' },
    selector: Selector.label('app').equals('web-api'),
    ingress: [
      Rule.allow({
        protocol: Protocol.TCP,
        source: Peer.of(Selector.label('app').equals('frontend')),
        destination: Peer.ports(Port.of(8080)),
      }),
    ],
  });
  expect(policy.toJson()).toEqual({
    apiVersion: 'projectcalico.org/v3',
    kind: 'NetworkPolicy',
    metadata: { name: 'allow-frontend-to-api', namespace: 'app' },
    spec: {
      selector: 'app == "web-api"',
      types: ['Ingress'],
      ingress: [
        { action: 'Allow', protocol: 'TCP', source: { selector: 'app == "frontend"' }, destination: { ports: [8080] } },
      ],
    },
  });
});

test('every field of a rule can be set', () => {
  const http: HttpMatch = { methods: ['GET'], paths: [{ exact: '/status' }, { prefix: '/api/' }] };
  const policy = new NetworkPolicy(chart, 'policy', {
    metadata: { namespace: 'app' },
    ingress: [
      Rule.allow({ protocol: Protocol.TCP, http, ipVersion: IpVersion.V4, annotations: { why: 'status pages' } }),
      Rule.log({ protocol: Protocol.ICMP, icmp: IcmpMatch.ofType(8), notIcmp: IcmpMatch.ofType(3, 1) }),
      Rule.pass({ notProtocol: Protocol.UDP }),
      Rule.deny(),
    ],
    egress: [
      Rule.allow({
        protocol: Protocol.SCTP,
        source: Peer.where({
          selector: Selector.label('a').exists(),
          notSelector: Selector.label('b').exists(),
          namespaceSelector: Selector.global(),
          nets: [Cidr.parse('10.0.0.0/8')],
          notNets: [Cidr.parse('10.1.0.0/16')],
          ports: [Port.range(1, 9)],
          notPorts: [Port.of(5)],
          serviceAccountNames: ['robot'],
          serviceAccountSelector: Selector.label('kind').equals('robot'),
        }),
        destination: Peer.service('kube-dns', 'kube-system'),
      }),
    ],
  });
  expect(specOf(policy)).toEqual({
    selector: 'all()',
    types: ['Ingress', 'Egress'],
    ingress: [
      { action: 'Allow', protocol: 'TCP', ipVersion: 4, http, metadata: { annotations: { why: 'status pages' } } },
      { action: 'Log', protocol: 'ICMP', icmp: { type: 8 }, notICMP: { type: 3, code: 1 } },
      { action: 'Pass', notProtocol: 'UDP' },
      { action: 'Deny' },
    ],
    egress: [
      {
        action: 'Allow',
        protocol: 'SCTP',
        source: {
          selector: 'has(a)',
          notSelector: 'has(b)',
          namespaceSelector: 'global()',
          nets: ['10.0.0.0/8'],
          notNets: ['10.1.0.0/16'],
          ports: ['1:9'],
          notPorts: [5],
          serviceAccounts: { names: ['robot'], selector: 'kind == "robot"' },
        },
        destination: { services: { name: 'kube-dns', namespace: 'kube-system' } },
      },
    ],
  });
});

test('peers are narrowed step by step, and the one started from stays as it was', () => {
  const web = Peer.of(Selector.label('app').equals('web'));
  const narrowed = web.inNamespacesNamed('shop', 'test').onPorts(Port.of(80)).onPorts(Port.of(443)).exceptPorts(Port.of(81))
    .exceptNets(Cidr.parse('10.0.0.0/8')).except(Selector.label('old').exists());
  expect(web._toManifest()).toEqual({ selector: 'app == "web"' });
  expect(narrowed._toManifest()).toEqual({
    selector: 'app == "web"',
    notSelector: 'has(old)',
    namespaceSelector: 'projectcalico.org/name in {"shop", "test"}',
    notNets: ['10.0.0.0/8'],
    ports: [80, 443],
    notPorts: [81],
  });
  expect(Peer.namespacesNamed('shop')._toManifest()).toEqual({ namespaceSelector: 'projectcalico.org/name == "shop"' });
  expect(Peer.nets(Cidr.parse('10.0.0.0/8'))._toManifest()).toEqual({ nets: ['10.0.0.0/8'] });
  expect(Peer.serviceAccounts('a', 'b')._toManifest()).toEqual({ serviceAccounts: { names: ['a', 'b'] } });
});

test.each<[string, { ingress?: Rule[]; egress?: Rule[]; types?: PolicyType[] }, string[]]>([
  ['no rules', {}, ['Ingress']],
  ['ingress rules', { ingress: [Rule.allow()] }, ['Ingress']],
  ['egress rules', { egress: [Rule.allow()] }, ['Egress']],
  ['both', { ingress: [Rule.allow()], egress: [Rule.allow()] }, ['Ingress', 'Egress']],
  ['types of its own', { ingress: [Rule.allow()], types: [PolicyType.INGRESS, PolicyType.EGRESS] }, ['Ingress', 'Egress']],
])('types are explicit for a policy with %s', (_, props, types) => {
  expect(specOf(new NetworkPolicy(chart, 'policy', props))).toMatchObject({ types });
  expect(specOf(new GlobalNetworkPolicy(chart, 'global', props))).toMatchObject({ types });
});

test('rules that are added come after those that are there, and change the types', () => {
  const policies = [new NetworkPolicy(chart, 'policy', { ingress: [Rule.deny()] }), new GlobalNetworkPolicy(chart, 'global', { ingress: [Rule.deny()] })];
  for (const policy of policies) {
    policy.addIngress(Rule.log(), Rule.allow());
    policy.addEgress(Rule.pass());
    expect(specOf(policy)).toEqual({
      selector: 'all()',
      types: ['Ingress', 'Egress'],
      ingress: [{ action: 'Deny' }, { action: 'Log' }, { action: 'Allow' }],
      egress: [{ action: 'Pass' }],
    });
  }
});

test('a policy is put in a tier by the object, or by the name of one that is there', () => {
  const tier = new Tier(chart, 'security', { metadata: { name: 'security' }, order: 100, defaultAction: TierDefaultAction.PASS });
  expect(specOf(tier)).toEqual({ order: 100, defaultAction: 'Pass' });
  expect(specOf(new NetworkPolicy(chart, 'policy', { tier, order: 10 }))).toMatchObject({ tier: 'security', order: 10 });
  expect(specOf(new NetworkPolicy(chart, 'other', { tier: Tier.fromTierName('platform') }))).toMatchObject({ tier: 'platform' });
  expect([Tier.DEFAULT, Tier.KUBE_ADMIN, Tier.KUBE_BASELINE].map(({ tierName }) => tierName)).toEqual(['default', 'kube-admin', 'kube-baseline']);
});

test('every field of a global policy can be set', () => {
  expect(specOf(new GlobalNetworkPolicy(chart, 'policy', {
    selector: Selector.label('role').equals('edge'),
    namespaceSelector: Selector.label('team').exists(),
    serviceAccountSelector: Selector.label('kind').equals('robot'),
    doNotTrack: false,
    preDnat: true,
    applyOnForward: true,
    performanceHints: [PerformanceHint.ASSUME_NEEDED_ON_EVERY_NODE],
  }))).toEqual({
    selector: 'role == "edge"',
    namespaceSelector: 'has(team)',
    serviceAccountSelector: 'kind == "robot"',
    types: ['Ingress'],
    doNotTrack: false,
    preDNAT: true,
    applyOnForward: true,
    performanceHints: ['AssumeNeededOnEveryNode'],
  });
});

describe('constructs as subject and peer', () => {
  const container = { image: 'web' };

  test('a Deployment of cdk8s-plus', () => {
    const web = new kplus.Deployment(chart, 'web', { metadata: { namespace: 'shop' }, containers: [container] });
    const policy = new NetworkPolicy(chart, 'policy', { subject: web, ingress: [Rule.allow({ source: Peer.ofConstruct(web) })] });
    const address = web.matchLabels['cdk8s.io/metadata.addr'];
    expect(policy.toJson()).toMatchObject({
      metadata: { namespace: 'shop' },
      spec: {
        selector: `cdk8s.io/metadata.addr == "${address}"`,
        ingress: [
          { source: { selector: `cdk8s.io/metadata.addr == "${address}"`, namespaceSelector: 'projectcalico.org/name == "shop"' } },
        ],
      },
    });
  });

  test('a selection of pods of cdk8s-plus', () => {
    const pods = kplus.Pods.select(chart, 'pods', {
      labels: { app: 'web' },
      expressions: [kplus.LabelExpression.in('tier', ['front', 'edge'])],
      namespaces: kplus.Namespaces.select(chart, 'spaces', { labels: { team: 'shop' } }),
    });
    expect(Peer.ofConstruct(pods)._toManifest()).toEqual({
      selector: '(app == "web" && tier in {"edge", "front"})',
      namespaceSelector: 'team == "shop"',
    });
    expect(Peer.ofConstruct(kplus.Pods.all(chart, 'all'))._toManifest()).toEqual({ selector: 'all()' });
  });

  test('namespaces of cdk8s-plus', () => {
    const shop = new kplus.Namespace(chart, 'shop', { metadata: { name: 'shop' } });
    expect(Peer.ofConstruct(shop)._toManifest()).toEqual({ namespaceSelector: 'projectcalico.org/name == "shop"' });
    expect(Peer.ofConstruct(kplus.Namespaces.all(chart, 'all'))._toManifest()).toEqual({ namespaceSelector: 'all()' });
    expect(Peer.ofConstruct(kplus.Namespaces.select(chart, 'some', { names: ['a', 'b'], labels: { team: 'x' } }))._toManifest())
      .toEqual({ namespaceSelector: '(projectcalico.org/name in {"a", "b"} && team == "x")' });
    expect(new NetworkPolicy(chart, 'policy', { subject: shop }).toJson()).toMatchObject({ metadata: { namespace: 'shop' }, spec: { selector: 'all()' } });
    expect(specOf(new GlobalNetworkPolicy(chart, 'global', { subject: shop }))).toEqual({
      selector: 'all()', types: ['Ingress'], namespaceSelector: 'projectcalico.org/name == "shop"',
    });
  });

  test('service accounts of cdk8s-plus', () => {
    const robot = new kplus.ServiceAccount(chart, 'robot', { metadata: { name: 'robot', namespace: 'shop' } });
    expect(Peer.ofConstruct(robot)._toManifest()).toEqual({
      namespaceSelector: 'projectcalico.org/name == "shop"', serviceAccounts: { names: ['robot'] },
    });
    expect(new NetworkPolicy(chart, 'policy', { subject: robot }).toJson()).toMatchObject({
      metadata: { namespace: 'shop' },
      spec: { selector: 'all()', serviceAccountSelector: 'projectcalico.org/name == "robot"' },
    });
  });

  test('IP blocks of cdk8s-plus', () => {
    const block = kplus.NetworkPolicyIpBlock.ipv4(chart, 'block', '10.0.0.0/8', ['10.1.0.0/16']);
    expect(Peer.ofConstruct(block)._toManifest()).toEqual({ nets: ['10.0.0.0/8'], notNets: ['10.1.0.0/16'] });
    expect(Peer.ofConstruct(kplus.NetworkPolicyIpBlock.anyIpv4(chart, 'any'))._toManifest()).toEqual({ nets: ['0.0.0.0/0'] });
  });

  test.each<[string, object, object]>([
    ['Pod', { kind: 'Pod', metadata: { namespace: 'shop', labels: { app: 'web' } } },
      { selector: 'app == "web"', namespaceSelector: 'projectcalico.org/name == "shop"' }],
    ['Deployment', { kind: 'Deployment', spec: { template: { metadata: { labels: { app: 'web' } } } } }, { selector: 'app == "web"' }],
    ['CronJob', { kind: 'CronJob', spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: 'web' } } } } } } }, { selector: 'app == "web"' }],
    ['Namespace', { kind: 'Namespace', metadata: { name: 'shop' } }, { namespaceSelector: 'projectcalico.org/name == "shop"' }],
    ['ServiceAccount', { kind: 'ServiceAccount', metadata: { name: 'robot' } }, { serviceAccounts: { names: ['robot'] } }],
  ])('an API object of kind %s', (_, props, peer) => {
    const object = new ApiObject(chart, 'object', { apiVersion: 'v1', ...props } as never);
    expect(Peer.ofConstruct(object)._toManifest()).toEqual(peer);
  });

  test('labels that are added later count', () => {
    const pod = new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { labels: { app: 'web' } } });
    const policy = new NetworkPolicy(chart, 'policy', { metadata: { namespace: 'shop' }, ingress: [Rule.allow({ source: Peer.ofConstruct(pod) })] });
    pod.metadata.addLabel('tier', 'front');
    expect(specOf(policy)).toMatchObject({ ingress: [{ source: { selector: '(app == "web" && tier == "front")' } }] });
  });

  test('rejects what traffic neither comes from nor goes to', () => {
    const config = new kplus.ConfigMap(chart, 'config');
    expect(() => Peer.ofConstruct(config)._toManifest()).toThrow('test/config is a ConfigMap: a policy can select pods');
    const secret = new ApiObject(chart, 'secret', { apiVersion: 'v1', kind: 'Secret' });
    expect(() => Peer.ofConstruct(secret)._toManifest()).toThrow('test/secret is a ApiObject: a policy can select pods');
  });

  test('rejects pods without labels', () => {
    const pod = new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod' });
    expect(() => Peer.ofConstruct(pod)._toManifest()).toThrow('have no labels, so no selector can pick them out');
  });

  test('rejects a subject in another namespace than the policy, and a subject with a selector', () => {
    const web = new kplus.Deployment(chart, 'web', { metadata: { namespace: 'shop' }, containers: [container] });
    expect(() => new NetworkPolicy(chart, 'policy', { metadata: { namespace: 'app' }, subject: web })).toThrow(
      'test/policy: the policy is in namespace "app", its subject in "shop"');
    expect(() => new NetworkPolicy(chart, 'both', { subject: web, selector: Selector.all() })).toThrow('test/both: give either selector or subject');
  });
});

test('a chart of policies synthesises in the order of declaration', () => {
  new NetworkPolicy(chart, 'b', { metadata: { namespace: 'app' }, selector: Selector.label('app').equals('b') });
  new NetworkPolicy(chart, 'a', { metadata: { namespace: 'app' }, selector: Selector.label('app').equals('a') });
  expect(Testing.synth(chart).map((object) => object.metadata.name)).toEqual(['test-b', 'test-a']);
});
