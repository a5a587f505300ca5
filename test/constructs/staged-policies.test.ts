import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  Checks, Cidr, GlobalNetworkPolicy, NetworkPolicy, Peer, PolicyType, Port, Protocol, Rule, Selector, StagedAction, StagedGlobalNetworkPolicy,
  StagedKubernetesNetworkPolicy, StagedKubernetesNetworkPolicyProps, StagedNetworkPolicy, StagedNetworkPolicyProps, Tier,
} from '../../src';

let chart: Chart;

beforeEach(() => {
  chart = new Chart(new App(), 'test', { disableResourceNameHashes: true });
});

const web = Selector.label('app').equals('web');
const metadata = { name: 'web', namespace: 'shop', labels: { team: 'web' } };
const rule = Rule.allow({ protocol: Protocol.TCP, destination: Peer.ports(Port.of(80)) });
const printed = { action: 'Allow', protocol: 'TCP', destination: { ports: [80] } };

function errors(): unknown {
  return Checks.of(chart).report().findings.filter(({ severity }) => severity === 'error');
}

test('a policy turns into its staged twin and back by one call, and everything stays with it', () => {
  const policy = new NetworkPolicy(chart, 'policy', { metadata, selector: web, ingress: [rule] });
  const enforced = {
    apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata, spec: { selector: 'app == "web"', types: ['Ingress'], ingress: [printed] },
  };
  expect(policy.toJson()).toEqual(enforced);

  policy.stage();
  expect(policy.kind).toBe('StagedNetworkPolicy');
  expect(policy.toJson()).toEqual({ ...enforced, kind: 'StagedNetworkPolicy', spec: { ...enforced.spec, stagedAction: 'Set' } });
  expect(errors()).toEqual([]);

  policy.addEgress(Rule.deny());
  policy.metadata.addLabel('later', 'yes');
  policy.addJsonPatch(JsonPatch.add('/spec/order', 5));
  policy.enforce();
  expect(policy.kind).toBe('NetworkPolicy');
  expect(policy.toJson()).toEqual({
    ...enforced,
    metadata: { ...metadata, labels: { team: 'web', later: 'yes' } },
    spec: { ...enforced.spec, types: ['Ingress', 'Egress'], egress: [{ action: 'Deny' }], order: 5 },
  });
  expect(errors()).toEqual([]);
});

test('what turns after it was judged is judged and written as it turned', () => {
  const policy = new NetworkPolicy(chart, 'policy', { metadata, selector: web, ingress: [rule] });
  expect(Testing.synth(chart).map(({ kind }) => kind)).toEqual(['NetworkPolicy']);
  policy.stage(StagedAction.LEARN);
  expect(Testing.synth(chart).map(({ kind, spec }) => [kind, spec.stagedAction])).toEqual([['StagedNetworkPolicy', 'Learn']]);
});

test('a staged policy has the fields of the policy, and turns into it', () => {
  const tier = Tier.fromTierName('security');
  const staged = new StagedNetworkPolicy(chart, 'staged', { metadata, tier, order: 10, selector: web, egress: [rule], stagedAction: StagedAction.IGNORE });
  const spec = { tier: 'security', order: 10, selector: 'app == "web"', types: ['Egress'], egress: [printed] };
  expect(staged.toJson()).toEqual({
    apiVersion: 'projectcalico.org/v3', kind: 'StagedNetworkPolicy', metadata, spec: { ...spec, stagedAction: 'Ignore' },
  });
  staged.enforce();
  expect(staged.toJson()).toEqual({ apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata, spec });
});

test('a global policy turns with what only it has', () => {
  const policy = new StagedGlobalNetworkPolicy(chart, 'policy', {
    metadata: { name: 'edge' }, selector: web, namespaceSelector: Selector.label('team').exists(), applyOnForward: true, preDnat: true, ingress: [rule],
  });
  const spec = { selector: 'app == "web"', types: ['Ingress'], ingress: [printed], namespaceSelector: 'has(team)', preDNAT: true, applyOnForward: true };
  expect(policy.toJson()).toEqual({
    apiVersion: 'projectcalico.org/v3', kind: 'StagedGlobalNetworkPolicy', metadata: { name: 'edge' }, spec: { ...spec, stagedAction: 'Set' },
  });
  expect(errors()).toEqual([]);
  policy.enforce();
  expect(policy.toJson()).toEqual({ apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name: 'edge' }, spec });
  expect(errors()).toEqual([]);
});

test('a staged deletion names the policy and its tier, whatever the policy holds', () => {
  const policy = new GlobalNetworkPolicy(chart, 'policy', { metadata: { name: 'security.edge' }, tier: Tier.fromTierName('security'), selector: web, ingress: [rule] });
  policy.stage(StagedAction.DELETE);
  expect(policy.toJson().spec).toEqual({ tier: 'security', stagedAction: 'Delete' });
  const staged = new StagedNetworkPolicy(chart, 'staged', { metadata, stagedAction: StagedAction.DELETE });
  expect(staged.toJson().spec).toEqual({ stagedAction: 'Delete' });
  policy.enforce();
  expect(policy.toJson().spec).toEqual({ tier: 'security', selector: 'app == "web"', types: ['Ingress'], ingress: [printed] });
});

test.each<[string, StagedNetworkPolicyProps, string]>([
  ['a selector', { selector: web }, 'selector'],
  ['rules and types', { ingress: [], types: [PolicyType.INGRESS], tier: Tier.DEFAULT }, 'ingress, types'],
])('rejects a staged deletion with %s', (_, props, given) => {
  const message = `test/staged: stagedAction is DELETE, and ${given} is given; a staged deletion names the policy that would go, and may name its tier: leave the rest out`;
  expect(() => new StagedNetworkPolicy(chart, 'staged', { ...props, stagedAction: StagedAction.DELETE })).toThrow(new Error(message));
  expect(() => new StagedGlobalNetworkPolicy(chart, 'staged', { ...props, stagedAction: StagedAction.DELETE })).toThrow(message);
});

test('the deletion of a policy is staged beside it', () => {
  const policy = new NetworkPolicy(chart, 'policy', { metadata, selector: web, ingress: [rule] });
  const staged = StagedNetworkPolicy.fromPolicy(chart, 'deletion', policy, StagedAction.DELETE);
  expect(staged.toJson()).toEqual({ apiVersion: 'projectcalico.org/v3', kind: 'StagedNetworkPolicy', metadata, spec: { stagedAction: 'Delete' } });
  expect(policy.toJson().kind).toBe('NetworkPolicy');
  expect(errors()).toEqual([]);
});

test('twins beside each other share their rules, those that are added to either later included', () => {
  const policy = new NetworkPolicy(chart, 'policy', { metadata, selector: web });
  const staged = StagedNetworkPolicy.fromPolicy(chart, 'staged', policy);
  const again = NetworkPolicy.fromStaged(new Chart(chart, 'later'), 'policy', staged);
  policy.addIngress(rule);
  staged.addIngress(Rule.deny());
  const spec = { selector: 'app == "web"', types: ['Ingress'], ingress: [printed, { action: 'Deny' }] };
  expect([policy, staged, again].map((object) => object.toJson())).toEqual([
    { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata, spec },
    { apiVersion: 'projectcalico.org/v3', kind: 'StagedNetworkPolicy', metadata, spec: { ...spec, stagedAction: 'Set' } },
    { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata, spec },
  ]);
});

test('twins of a global policy share what only it has, and its generated name', () => {
  const policy = new GlobalNetworkPolicy(chart, 'policy', { selector: web, namespaceSelector: Selector.all(), egress: [rule] });
  const staged = StagedGlobalNetworkPolicy.fromPolicy(chart, 'staged', policy, StagedAction.LEARN);
  const again = GlobalNetworkPolicy.fromStaged(chart, 'again', staged);
  const spec = { selector: 'app == "web"', types: ['Egress'], egress: [printed], namespaceSelector: 'all()' };
  expect([staged, again].map((object) => object.toJson())).toEqual([
    { apiVersion: 'projectcalico.org/v3', kind: 'StagedGlobalNetworkPolicy', metadata: { name: 'test-policy' }, spec: { ...spec, stagedAction: 'Learn' } },
    { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name: 'test-policy' }, spec },
  ]);
});

describe('a staged policy of Kubernetes', () => {
  test('can have every field, and what is added comes after what is there', () => {
    const staged = new StagedKubernetesNetworkPolicy(chart, 'staged', {
      metadata,
      podSelector: web.toLabelSelector(),
      ingress: [{
        from: [
          { podSelector: { matchLabels: { app: 'front' } }, namespaceSelector: { matchLabels: { team: 'shop' } } },
          { ipBlock: { cidr: Cidr.parse('10.0.0.0/8'), except: [Cidr.parse('10.1.0.0/16')] } },
        ],
        ports: [{ port: Port.of(80) }, { port: Port.range(8000, 8999), protocol: Protocol.UDP }, { port: Port.named('http') }, { protocol: Protocol.SCTP }],
      }],
      egress: [{ to: [{ ipBlock: { cidr: Cidr.parse('192.0.2.0/24') } }], ports: [{ port: Port.of(53), protocol: Protocol.UDP }] }],
      policyTypes: [PolicyType.INGRESS, PolicyType.EGRESS],
      stagedAction: StagedAction.LEARN,
    });
    staged.addIngress({ from: [{ podSelector: {} }] });
    staged.addEgress({});
    const spec = {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [
            { podSelector: { matchLabels: { app: 'front' } }, namespaceSelector: { matchLabels: { team: 'shop' } } },
            { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
          ],
          ports: [{ port: 80 }, { port: 8000, endPort: 8999, protocol: 'UDP' }, { port: 'http' }, { protocol: 'SCTP' }],
        },
        { from: [{ podSelector: {} }] },
      ],
      egress: [{ to: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ port: 53, protocol: 'UDP' }] }, {}],
    };
    expect(staged.toJson()).toEqual({
      apiVersion: 'projectcalico.org/v3', kind: 'StagedKubernetesNetworkPolicy', metadata, spec: { ...spec, stagedAction: 'Learn' },
    });
    expect(staged.toKubernetesPolicy(chart, 'enforced').toJson()).toEqual({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec });
    expect(errors()).toEqual([]);
  });

  test.each<[string, StagedKubernetesNetworkPolicyProps, string[]]>([
    ['no rules', {}, ['Ingress']],
    ['egress rules', { egress: [{}] }, ['Ingress', 'Egress']],
    ['types of its own', { policyTypes: [PolicyType.EGRESS] }, ['Egress']],
  ])('has explicit types with %s', (_, props, policyTypes) => {
    expect(new StagedKubernetesNetworkPolicy(chart, 'staged', props).toJson().spec).toMatchObject({ podSelector: {}, policyTypes, stagedAction: 'Set' });
  });

  test('stages what a policy of cdk8s-plus holds, now and later', () => {
    const policy = new kplus.NetworkPolicy(chart, 'policy', { metadata: { name: 'web', namespace: 'shop' } });
    const staged = StagedKubernetesNetworkPolicy.fromPolicy(chart, 'staged', policy);
    policy.addIngressRule(kplus.NetworkPolicyIpBlock.ipv4(chart, 'block', '10.0.0.0/8'), [kplus.NetworkPolicyPort.tcp(80)]);
    staged.addEgress({ ports: [{ port: Port.of(443) }] });
    const { spec } = ApiObject.of(policy).toJson();
    expect(staged.toJson()).toEqual({
      apiVersion: 'projectcalico.org/v3',
      kind: 'StagedKubernetesNetworkPolicy',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { ...spec, egress: [{ ports: [{ port: 443 }] }], stagedAction: 'Set' },
    });
    expect(spec.ingress).toEqual([{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 80, protocol: 'TCP' }] }]);
    expect(errors()).toEqual([]);
  });

  test('stages the deletion of an API object', () => {
    const policy = new ApiObject(chart, 'policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: { podSelector: {} } } as never);
    const staged = StagedKubernetesNetworkPolicy.fromPolicy(chart, 'staged', policy, StagedAction.DELETE);
    expect(staged.toJson()).toEqual({ apiVersion: 'projectcalico.org/v3', kind: 'StagedKubernetesNetworkPolicy', metadata, spec: { stagedAction: 'Delete' } });
    expect(errors()).toEqual([]);
  });

  test('rejects a deletion that holds rules', () => {
    expect(() => new StagedKubernetesNetworkPolicy(chart, 'staged', { stagedAction: StagedAction.DELETE, podSelector: {}, egress: [] })).toThrow(
      new Error('test/staged: stagedAction is DELETE, and podSelector, egress is given; a staged deletion names the policy that would go: leave the rest out'));
  });

  test.each<[string, () => ApiObject | Chart]>([
    ['a policy of Calico', () => new NetworkPolicy(chart, 'other')],
    ['another kind', () => new ApiObject(chart, 'other', { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' })],
    ['no object', () => new Chart(chart, 'other')],
  ])('rejects %s to stage', (_, make) => {
    expect(() => StagedKubernetesNetworkPolicy.fromPolicy(chart, 'staged', make())).toThrow(
      new Error('test/other is no NetworkPolicy of networking.k8s.io; Calico\'s own policies have fromPolicy of StagedNetworkPolicy and StagedGlobalNetworkPolicy'));
  });
});
