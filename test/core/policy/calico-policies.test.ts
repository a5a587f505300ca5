import { ask, basics, calico, modelOf, pod, policy } from './asking';
import { JsonObject } from '../../../src/core/manifests';

const OUTSIDE = '203.0.113.1';
const one = pod('a/one', '10.0.0.1', { app: 'x' });
const dual = { ...pod('a/dual', undefined, { app: 'x' }), status: { podIPs: [{ ip: '10.0.0.2' }, { ip: 'fd00::2' }] } };
const base = [...basics, one, dual];

/** What a rule of one policy does with a flow from outside. */
function ingress(rule: object, source = OUTSIDE, destination = 'a/one', rest: object = {}): string | undefined {
  return ask(modelOf(...base, policy('a/p', { ingress: [rule] })), source, destination, rest).by.at(-1)?.split(' ').slice(1).join(' ');
}

const ALLOWED = 'tier:default policy:NetworkPolicy/a/p rule:0 allow';
const DENIED = 'tier:default default deny';

test('a rule is none for a version that one of its lists of nets leaves out (FilterRuleToIPVersion in felix/rules/policy.go)', () => {
  const allow = (source: object): object => ({ action: 'Allow', source });
  expect(ingress(allow({ notNets: ['2001:db8::/32'] }))).toBe(DENIED);
  expect(ingress(allow({ notNets: ['2001:db8::/32', '198.51.100.0/24'] }))).toBe(ALLOWED);
  expect(ingress(allow({ notNets: ['0.0.0.0/0'] }))).toBe(DENIED);
  expect(ingress(allow({ nets: ['2001:db8::/32', '203.0.113.0/24'] }))).toBe(ALLOWED);
  expect(ingress(allow({ nets: ['not a net'] }))).toBe(ALLOWED);
  expect(ingress(allow({ nets: ['2001:db8::/32'] }), '2001:db8::1', 'a/dual')).toBe(ALLOWED);
  expect(ingress({ action: 'Allow', ipVersion: 4 }, '2001:db8::1', 'a/dual')).toBe(DENIED);
  expect(ingress({ action: 'Allow', protocol: 'ICMP' }, '2001:db8::1', 'a/dual', { protocol: 'ICMP' })).toBe(DENIED);
  expect(ingress({ action: 'Allow', protocol: 1 }, '2001:db8::1', 'a/dual', { protocol: 'ICMP' })).toBe(ALLOWED);
  expect(ingress({ action: 'Allow', protocol: 'ICMPv6' }, '2001:db8::1', 'a/dual', { protocol: 'icmpv6' })).toBe(ALLOWED);
});

test('an ICMP code without type asks nothing (parsedRuleToProtoRule in felix/calc/rule_convert.go)', () => {
  const icmp = { protocol: 'ICMP', destinationPort: undefined, icmpType: 8, icmpCode: 0 };
  expect(ingress({ action: 'Allow', protocol: 'ICMP', icmp: { code: 7 } }, OUTSIDE, 'a/one', icmp)).toBe(ALLOWED);
  expect(ingress({ action: 'Allow', protocol: 'ICMP', icmp: { type: 8, code: 7 } }, OUTSIDE, 'a/one', icmp)).toBe(DENIED);
  expect(ingress({ action: 'Allow', protocol: 'ICMP', notICMP: { type: 8, code: 0 } }, OUTSIDE, 'a/one', icmp)).toBe(DENIED);
});

test('ports match only protocols that have them', () => {
  const rule = { action: 'Allow', destination: { ports: ['web', '1:65535'] } };
  expect(ingress(rule, OUTSIDE, 'a/one', { protocol: 'UDPLite' })).toBe(DENIED);
  expect(ingress({ ...rule, destination: { notPorts: [80] } }, OUTSIDE, 'a/one', { protocol: 'UDPLite' })).toBe(ALLOWED);
});

test('rejects policies that Calico drops, and says why', () => {
  const what = (spec: object): string => modelOf(policy('a/p', spec)).notes[0].what.replace('the policy is left out, as Calico drops it: ', '');
  expect([
    what({ ingress: [{ action: 'Accept' }] }), what({ ingress: [{ action: 'Allow', protocol: 'TPC' }] }), what({ egress: [{ action: 'Allow', destination: { ports: ['9:8'] } }] }),
    what({ ingress: ['all'] }),
  ]).toEqual([
    'the action "Accept" is none of Allow, Deny, Pass and Log', 'there is no protocol "TPC"', '"9:8" is no port or range of ports', 'spec.ingress[0] is no object',
  ]);
  expect(what({ selector: 'a =' })).toContain('the selector');
});

test('a namespace or service account selector that is invalid selects nothing in particular (parseSelectorAttachPrefix gives no text)', () => {
  expect(ingress({ action: 'Allow', source: { namespaceSelector: 'a =', serviceAccounts: { names: ["it's"] } } })).toBe(ALLOWED);
});

describe('order', () => {
  const by = (...policies: JsonObject[]): string | undefined => ask(modelOf(...base, ...policies), OUTSIDE, 'a/one').by.at(-1);
  const allow = { ingress: [{ action: 'Allow' }] };

  test('without number is last, and ties end by name, namespace and kind as one text (PolKVLess in felix/calc/policy_sorter.go)', () => {
    expect(by(policy('a', { ...allow, selector: 'all()' }), policy('a/a-b', allow))).toContain('NetworkPolicy/a/a-b');
    expect(by(policy('a/z', { ...allow, order: 5 }), policy('a/a', allow))).toContain('NetworkPolicy/a/z');
    expect(by({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'z', namespace: 'a' }, spec: { ingress: [{}] } }, policy('a/a', allow)))
      .toContain('KubernetesNetworkPolicy/a/z');
  });

  test('of tiers puts one without number beside default, and one that nobody made last, with Deny at its end', () => {
    const deny = { ingress: [{ action: 'Deny' }] };
    expect(by(calico('Tier', 'aaa', {}), policy('a/p', deny), policy('a/q', { ...allow, tier: 'aaa' }))).toContain('tier:aaa');
    expect(by(calico('Tier', 'zzz', { defaultAction: 'Pass' }), policy('a/p', allow), policy('a/q', { tier: 'zzz' }))).toContain('tier:default policy:NetworkPolicy/a/p');
    expect(by(policy('a/p', { ingress: [{ action: 'Pass' }] }), policy('a/q', { tier: 'lost' }))).toBe('ingress tier:lost default deny');
    expect(modelOf(policy('a/q', { tier: 'lost' })).notes).toEqual([
      { kind: 'assumed', what: "tier lost isn't among the manifests: Calico asks it after all others, and it ends with Deny" },
    ]);
    expect(by(calico('Tier', 'kube-admin', { order: 1, defaultAction: 'Pass' }), policy('a/q', { ...allow, tier: 'kube-admin' }))).toContain('tier:kube-admin');
  });
});

test('pods that are over have no address, and addresses come from the status or the annotations of the CNI plugin', () => {
  const annotated = pod('a/noted', undefined);
  const model = modelOf(...basics, { ...one, status: { ...(one.status as object), phase: 'Succeeded' } },
    { ...annotated, metadata: { ...(annotated.metadata as object), annotations: { 'cni.projectcalico.org/podIPs': '10.0.0.7/32,fd00::7/128' } } },
    { ...pod('a/single', undefined), status: { podIP: '10.0.0.8' } });
  expect(model.endpoints.map(({ name, addresses }) => [name, addresses.map(String)])).toEqual([
    ['noted', ['10.0.0.7/32', 'fd00::7/128']], ['single', ['10.0.0.8/32']],
  ]);
});

test('every kind of workload gives its pods as one, unless they are on the network of the host', () => {
  const template = { metadata: { labels: { app: 'x' } }, spec: {} };
  const workload = (kind: string, spec: object): JsonObject => ({
    apiVersion: kind.endsWith('Job') ? 'batch/v1' : kind === 'ReplicationController' ? 'v1' : 'apps/v1', kind, metadata: { name: kind.toLowerCase(), namespace: 'a' }, spec,
  });
  const kinds = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'ReplicationController'];
  const model = modelOf(...basics, ...kinds.map((kind) => workload(kind, { template })), workload('CronJob', { jobTemplate: { spec: { template } } }),
    workload('Deployment', {}), workload('DaemonSet', { template: { spec: { hostNetwork: true } } }));
  expect(model.endpoints.map(({ kind }) => kind)).toEqual([...kinds, 'CronJob']);
});

test('the version of a flow is one that both ends have', () => {
  const six = pod('a/six', 'fd00::6');
  const model = modelOf(...base, six);
  expect(ask(model, 'a/dual', 'a/six').allowed).toBe(true);
  expect(ask(model, 'a/dual', 'a/one').allowed).toBe(true);
  expect(() => ask(model, 'a/one', 'a/six')).toThrow('Pod a/six has no IPv4 address, but fd00::6');
  expect(ask(model, 'a/dual', 'a/dual', { protocol: 'ICMPv6' }).allowed).toBe(true);
});

test('an address that two endpoints share is an end at the first of them, with the labels of both', () => {
  const model = modelOf(...base, pod('a/also', '10.0.0.1', { role: 'f' }), policy('a/p', {
    selector: 'role == "f"',
    ingress: [
      { action: 'Allow', destination: { selector: 'app == "x"' } },
    ],
  }));
  expect(ask(model, OUTSIDE, '10.0.0.1').by).toEqual(['ingress tier:default policy:NetworkPolicy/a/p rule:0 allow']);
});
