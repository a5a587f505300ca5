import { ask, basics, modelOf, namespace, pod } from './asking';
import { JsonObject } from '../../../src/core/manifests';
import { Note } from '../../../src/core/policy';

/* Sources: conversion.go and clusternetworkpolicy.go in libcalico-go/lib/backend/k8s/conversion. */

const OUTSIDE = '203.0.113.1';
const pods = [pod('a/one', '10.0.0.1', { app: 'x' }, { containers: [{ ports: [{ name: 'http', containerPort: 8080 }] }] }), pod('b/two', '10.1.0.1', { app: 'y' })];

function kubernetes(spec: object, name = 'k'): JsonObject {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'a' }, spec };
}

function cluster(spec: object, name = 'c'): JsonObject {
  return { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name }, spec: { tier: 'Admin', priority: 1, ...spec } };
}

function by(policy: JsonObject, source: string, destination: string, rest: object = {}): string | undefined {
  return ask(modelOf(...basics, ...pods, policy), source, destination, rest).by.at(-1);
}

const whatOf = (notes: readonly Note[]): string[] => notes.map(({ what }) => what);

describe('a NetworkPolicy of Kubernetes', () => {
  const DENIED = 'ingress tier:default default deny';
  const rule = (index: number): string => `ingress tier:default policy:KubernetesNetworkPolicy/a/k rule:${index} allow`;

  test('becomes one rule a protocol, in the order of their names, and peer', () => {
    const policy = kubernetes({
      podSelector: {},
      ingress: [
        {
          ports: [{ protocol: 'UDP' }, { port: 80 }, { port: 443 }, { port: 'http' }, { port: 90, endPort: 99 }, { protocol: 'UDP', port: 5 }],
          from: [
            { podSelector: { matchLabels: { app: 'y' } } }, { namespaceSelector: {} }, { ipBlock: { cidr: '203.0.113.0/24', except: ['203.0.113.128/25'] } },
          ],
        },
      ],
    });
    expect(by(policy, 'b/two', 'a/one', { destinationPort: 443 })).toBe(rule(1));
    expect(by(policy, 'b/two', 'a/one', { destinationPort: 8080 })).toBe(rule(1));
    expect(by(policy, OUTSIDE, 'a/one', { destinationPort: 95 })).toBe(rule(2));
    expect(by(policy, OUTSIDE, 'a/one', { protocol: 'UDP', destinationPort: 5000 })).toBe(rule(5));
    expect(by(policy, '203.0.113.200', 'a/one')).toBe(DENIED);
    expect(by(policy, OUTSIDE, 'a/one', { destinationPort: 89 })).toBe(DENIED);
  });

  test('opens everything with an empty rule, and governs ingress unless it says otherwise', () => {
    expect(by(kubernetes({ ingress: [{}] }), OUTSIDE, 'a/one', { protocol: '47' })).toBe(rule(0));
    expect(by(kubernetes({ podSelector: {} }), OUTSIDE, 'a/one')).toBe(DENIED);
    expect(by(kubernetes({ podSelector: {}, policyTypes: ['Egress'] }), OUTSIDE, 'a/one')).toBe('ingress profile:kns.a rule:0 allow');
    expect(by(kubernetes({ podSelector: {}, egress: [{ to: [{ podSelector: {} }] }] }), 'a/one', 'b/two')).toBe('egress tier:default default deny');
  });

  test('loses a rule with a port that is none, and opens to everybody with a block that is none', () => {
    const model = modelOf(...basics, ...pods, kubernetes({ ingress: [{ ports: [{ port: 70000 }] }, { ports: [{ port: 9, endPort: 8 }] }, { ports: [{ port: 'a b' }] }] }));
    expect(whatOf(model.notes)).toEqual([
      'spec.ingress[0] is left out, as Calico does: "70000" is no port, range of ports or name of one',
      'spec.ingress[1] is left out, as Calico does: "9:8" is no port, range of ports or name of one',
      'spec.ingress[2] is left out, as Calico does: "a b" is no port, range of ports or name of one',
    ]);
    expect(ask(model, OUTSIDE, 'a/one').by).toEqual([DENIED]);
    expect(by(kubernetes({ ingress: [{ from: [{ ipBlock: { cidr: 'bad' } }] }] }), OUTSIDE, 'a/one')).toBe(rule(0));
    expect(by(kubernetes({ ingress: [{ from: [{ ipBlock: { cidr: '203.0.113.0/24', except: ['bad', '203.0.113.1/32'] } }] }] }), OUTSIDE, 'a/one')).toBe(rule(0));
  });

  test('knows every operator of label selectors, and protocols that it doesn\'t know match nothing', () => {
    const selecting = (...matchExpressions: object[]): string | undefined => by(kubernetes({ podSelector: { matchExpressions } }), OUTSIDE, 'a/one');
    expect(selecting({ key: 'app', operator: 'In', values: ['x'] }, { key: 'app', operator: 'NotIn', values: ['y'] }, { key: 'app', operator: 'Exists' },
      { key: 'role', operator: 'DoesNotExist' }, { key: 'app', operator: 'Gt' })).toBe(DENIED);
    expect(selecting({ key: 'app', operator: 'In' })).toBe('ingress profile:kns.a rule:0 allow');
    const model = modelOf(...basics, ...pods, kubernetes({ ingress: [{ ports: [{ protocol: 'QUIC' }] }] }));
    expect(whatOf(model.notes)).toEqual(['the policy is left out, as Calico drops it: there is no protocol "QUIC"']);
  });

  test('that is staged enforces nothing', () => {
    const staged = { apiVersion: 'projectcalico.org/v3', kind: 'StagedKubernetesNetworkPolicy', metadata: { name: 's', namespace: 'a' }, spec: { stagedAction: 'Learn' } };
    const model = modelOf(...basics, ...pods, staged);
    expect(ask(model, OUTSIDE, 'a/one').by).toEqual(['ingress profile:kns.a rule:0 allow']);
    expect(model.staged.map(({ kind, stagedAction }) => ({ kind, stagedAction }))).toEqual([{ kind: 'StagedKubernetesNetworkPolicy', stagedAction: 'Learn' }]);
  });
});

describe('a ClusterNetworkPolicy', () => {
  const everything = { namespaces: {} };
  const subject = everything;
  const rule = (index: number, action: string): string => `ingress tier:kube-admin policy:KubernetesClusterNetworkPolicy//c rule:${index} ${action}`;
  const PROFILE = 'ingress profile:kns.a rule:0 allow';

  test('matches peers by namespaces or pods, and ports by protocol, range or name', () => {
    const policy = cluster({
      subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: 'x' } } } },
      ingress: [
        { action: 'Deny', from: [{ namespaces: { matchLabels: { team: 'red' } } }] },
        {
          action: 'Accept',
          from: [{ pods: { podSelector: { matchLabels: { app: 'y' } } } }],
          protocols: [
            { tcp: { destinationPort: { number: 80 } } }, { tcp: { destinationPort: { range: { start: 90, end: 99 } } } }, { destinationNamedPort: 'http' }, { sctp: { destinationPort: {} } },
          ],
        },
        { action: 'Deny', from: [everything] },
      ],
    });
    expect(by(policy, 'a/one', 'a/one')).toBe(rule(0, 'deny'));
    expect(by(policy, 'b/two', 'a/one', { destinationPort: 8080 })).toBe(rule(1, 'allow'));
    expect(by(policy, 'b/two', 'a/one', { protocol: 'SCTP' })).toBe(rule(2, 'allow'));
    expect(by(policy, 'b/two', 'a/one', { destinationPort: 95 })).toBe(rule(3, 'allow'));
    expect(by(policy, 'b/two', 'a/one', { destinationPort: 443 })).toBe(rule(4, 'deny'));
    expect(by(policy, OUTSIDE, 'a/one')).toBe(PROFILE);
    expect(by(policy, 'a/one', 'b/two')).toBe('ingress profile:kns.b rule:0 allow');
  });

  test('passes to later tiers, of which the baseline is the last', () => {
    const pass = cluster({ subject, ingress: [{ action: 'Pass', from: [everything] }] });
    const baseline = cluster({ tier: 'Baseline', subject, ingress: [{ action: 'Deny', from: [everything], protocols: [{}] }] }, 'base');
    expect(ask(modelOf(...basics, ...pods, pass, baseline), 'b/two', 'a/one').by.at(-1)).toBe('ingress tier:kube-baseline policy:KubernetesClusterNetworkPolicy//base rule:0 deny');
    expect(by(cluster({ subject }), 'b/two', 'a/one')).toBe(PROFILE);
  });

  test('closes what it can\'t read of a rule that denies or passes, and drops one that accepts', () => {
    const bad = (action: string, rest: object): string | undefined => by(cluster({ subject, egress: [{ action, ...rest }] }), 'a/one', 'b/two');
    const DENY = 'egress tier:kube-admin policy:KubernetesClusterNetworkPolicy//c rule:0 deny';
    expect(bad('Deny', { to: [{ nodes: {} }] })).toBe(DENY);
    expect(bad('Pass', { to: [{ networks: ['bad'] }] })).toBe(DENY);
    expect(bad('Accept', { to: [{}] })).toBe('ingress profile:kns.b rule:0 allow');
    expect(bad('Refuse', { to: [everything] })).toBe('ingress profile:kns.b rule:0 allow');
    expect(bad('Deny', { to: [{ networks: ['10.1.0.0/16', 'fd00::/8'] }], protocols: [{ udp: {} }, { tcp: {} }] })).toBe(DENY);
    expect(whatOf(modelOf(...basics, cluster({ subject, ingress: [{ action: 'Accept', from: [{ networks: ['10.0.0.0/8'] }] }] })).notes)).toEqual([
      'spec.ingress[0] is left out, as Calico does: a peer names nothing that Calico knows, but networks',
    ]);
  });

  test('is left out without a tier or subject, as are the kinds that it replaces', () => {
    const removed = { apiVersion: 'policy.networking.k8s.io/v1alpha1', kind: 'AdminNetworkPolicy', metadata: { name: 'old' }, spec: {} };
    expect(whatOf(modelOf(cluster({ tier: 'Middle', subject }), cluster({ subject: {} }), removed).notes)).toEqual([
      'the policy is left out, as Calico drops it: spec.tier is "Middle", neither Admin nor Baseline',
      'the policy is left out, as Calico drops it: spec.subject names neither namespaces nor pods',
      'Calico 3.32 enforces no AdminNetworkPolicy any more: it acts on ClusterNetworkPolicy instead',
    ]);
  });
});

test('kinds of other groups are passed over', () => {
  const other = { apiVersion: 'example.com/v1', kind: 'NetworkPolicy', metadata: { name: 'x' }, spec: {} };
  const model = modelOf(other, { ...other, apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' }, { ...other, apiVersion: 'apps/v1', kind: 'ControllerRevision' },
    { ...other, apiVersion: 'discovery.k8s.io/v1', kind: 'Other' }, { apiVersion: 'v1', kind: 'constructor' }, namespace('a'));
  expect([model.policies, model.endpoints, model.notes]).toEqual([[], [], []]);
});
