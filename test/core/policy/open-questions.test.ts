import fc from 'fast-check';
import { ask, basics, calico, endOf, modelOf, namespace, openOf, pod, policy } from './asking';
import { JsonObject } from '../../../src/core/manifests';
import { ASSUMED_NO, ASSUMED_YES, both, decide, either, holds, isAssumed, Match, matchOf, negate, NO, resolveFlow, YES } from '../../../src/core/policy';

const OUTSIDE = '203.0.113.1';
const workload = (name: string, labels: object = {}): JsonObject =>
  ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'a' }, spec: { template: { metadata: { labels }, spec: {} } } });

describe('what may match', () => {
  const all: readonly Match[] = [NO, YES, ASSUMED_NO, ASSUMED_YES];

  test('is joined as the answers are, and is certain only if no other answer changes it', () => {
    // An assumed answer may be either; a joined one is assumed if both results are possible.
    const worlds = (match: Match): boolean[] => (isAssumed(match) ? [true, false] : [holds(match)]);
    for (const a of all) {
      expect(worlds(negate(a)).sort()).toEqual(worlds(a).map((one) => !one).sort());
      expect(holds(negate(a))).toBe(!holds(a));
      for (const b of all) {
        for (const [join, joined] of [[both, (x: boolean, y: boolean) => x && y], [either, (x: boolean, y: boolean) => x || y]] as const) {
          const results = new Set(worlds(a).flatMap((x) => worlds(b).map((y) => joined(x, y))));
          expect([isAssumed(join(a, b)), holds(join(a, b))]).toEqual([results.size === 2, joined(holds(a), holds(b))]);
        }
      }
    }
    expect([matchOf(true), matchOf(false)]).toEqual([YES, NO]);
  });
});

describe('an open question', () => {
  const rules = (source: object, ...more: object[]): JsonObject => policy('a/p', { selector: 'app == "x"', ingress: [{ action: 'Allow', source }, ...more] });
  const target = pod('a/x', '10.0.0.1', { app: 'x' });
  const asked = (source: object, ...more: JsonObject[]): { allowed: boolean; certain: boolean } => {
    const { allowed, certain } = ask(modelOf(...basics, target, workload('w'), rules(source), ...more), 'a/*w', 'a/x');
    return { allowed, certain };
  };

  test('is where a workload\'s address lies, unless all addresses are named', () => {
    const feed = { selector: 'feed == "t"', namespaceSelector: 'global()' };
    expect(asked({ nets: ['10.0.0.0/8'] })).toEqual({ allowed: false, certain: false });
    expect(asked({ notNets: ['10.0.0.0/8'] })).toEqual({ allowed: true, certain: false });
    expect(asked({ nets: ['0.0.0.0/0'] })).toEqual({ allowed: true, certain: true });
    expect(asked({ nets: ['0.0.0.0/1', '128.0.0.0/1'] })).toEqual({ allowed: true, certain: true });
    expect(asked(feed, calico('GlobalNetworkSet', 's', { nets: ['10.0.0.0/8'] }, { feed: 't' }))).toEqual({ allowed: false, certain: false });
    expect(asked(feed, calico('GlobalNetworkSet', 's', { nets: ['0.0.0.0/0'] }, { feed: 't' }))).toEqual({ allowed: true, certain: true });
    expect(asked(feed, calico('GlobalNetworkSet', 's', { nets: ['10.0.0.0/8'] }))).toEqual({ allowed: false, certain: true });
  });

  test('is a label of a namespace or service account that isn\'t among the manifests, and one that a controller adds', () => {
    const lost = pod('lost/one', '10.9.0.1', {}, { serviceAccountName: 'robot' });
    const from = (source: object): object => {
      const { allowed, certain } = ask(modelOf(...basics, target, lost, rules(source)), 'lost/one', 'a/x');
      return { allowed, certain };
    };
    expect(from({ namespaceSelector: 'team == "red"' })).toEqual({ allowed: false, certain: false });
    expect(from({ namespaceSelector: 'team != "red"' })).toEqual({ allowed: true, certain: false });
    expect(from({ namespaceSelector: '!(team != "red" || has(projectcalico.org/name))' })).toEqual({ allowed: false, certain: true });
    expect(from({ namespaceSelector: 'kubernetes.io/metadata.name == "lost" && all()' })).toEqual({ allowed: true, certain: true });
    expect(from({ namespaceSelector: 'projectcalico.org/name == "lost" && team == "red"' })).toEqual({ allowed: false, certain: false });
    expect(from({ namespaceSelector: 'all()', serviceAccounts: { selector: 'sa == "m"' } })).toEqual({ allowed: false, certain: false });
    expect(from({ namespaceSelector: 'all()', serviceAccounts: { names: ['robot'] } })).toEqual({ allowed: true, certain: true });
    expect(asked({ selector: 'has(pod-template-hash)' })).toEqual({ allowed: false, certain: false });
    expect(asked({ selector: 'global()' })).toEqual({ allowed: true, certain: true });
  });

  test('is a port or type that isn\'t given', () => {
    const open = (rest: object, protocol: string): object => {
      const model = modelOf(...basics, target, policy('a/p', { ingress: [rest] }));
      const { allowed, certain } = ask(model, OUTSIDE, 'a/x', { protocol, destinationPort: undefined });
      return { allowed, certain };
    };
    expect(open({ action: 'Allow', protocol: 'TCP', destination: { ports: [80] } }, 'TCP')).toEqual({ allowed: false, certain: false });
    expect(open({ action: 'Allow', protocol: 'TCP', destination: { ports: ['0:65535'] } }, 'TCP')).toEqual({ allowed: true, certain: true });
    expect(open({ action: 'Allow', protocol: 'TCP', source: { notPorts: [80] } }, 'TCP')).toEqual({ allowed: true, certain: false });
    expect(open({ action: 'Allow', protocol: 'ICMP', icmp: { type: 8, code: 0 } }, 'ICMP')).toEqual({ allowed: false, certain: false });
    expect(open({ action: 'Allow', protocol: 'TCP', destination: { ports: ['web'] } }, 'TCP')).toEqual({ allowed: false, certain: true });
    const named = pod('a/named', '10.0.0.5', {}, { containers: [{ ports: [{ name: 'web', containerPort: 80 }] }] });
    const model = modelOf(...basics, named, policy('a/p', { ingress: [{ action: 'Allow', protocol: 'TCP', destination: { ports: ['web'] } }] }));
    expect(ask(model, OUTSIDE, 'a/named', { destinationPort: undefined })).toMatchObject({ allowed: false, certain: false });
  });

  test('doesn\'t matter where every answer leads to the same end', () => {
    const nets = { nets: ['10.0.0.0/8'] };
    const certain = (...rest: object[]): boolean => ask(modelOf(...basics, target, workload('w'), rules(nets, ...rest)), 'a/*w', 'a/x').certain;
    expect(certain({ action: 'Allow' })).toBe(true);
    expect(certain({ action: 'Deny' })).toBe(false);
    expect(certain({ action: 'Pass' })).toBe(true);
    expect(certain({ action: 'Log' })).toBe(false);
  });

  test('is whether a policy selects at all', () => {
    const lost = pod('lost/one', '10.9.0.1');
    const subject = { namespaceSelector: 'team == "red"' };
    const asking = (spec: object, ...more: JsonObject[]): object => {
      const model = modelOf(lost, policy('p', { ...subject, ...spec }), ...more);
      const { allowed, certain, by } = ask(model, OUTSIDE, 'lost/one');
      return { allowed, certain, by: by[0] };
    };
    expect(asking({ ingress: [{ action: 'Deny' }] })).toEqual({ allowed: true, certain: false, by: 'ingress profile:kns.lost rule:0 allow' });
    expect(asking({ ingress: [] })).toEqual({ allowed: true, certain: false, by: 'ingress profile:kns.lost rule:0 allow' });
    expect(asking({ ingress: [{ action: 'Allow' }] })).toMatchObject({ allowed: true, certain: true });
    expect(asking({ ingress: [{ action: 'Pass' }] })).toMatchObject({ allowed: true, certain: true });
    expect(asking({ namespaceSelector: 'team != "red"', ingress: [] })).toEqual({ allowed: false, certain: false, by: 'ingress tier:default default deny' });
    expect(asking({ tier: 't', ingress: [] }, calico('Tier', 't', { defaultAction: 'Pass' }))).toMatchObject({ allowed: true, certain: true });
    expect(openOf(modelOf(lost, policy('p', { ...subject, ingress: [] })), OUTSIDE, 'lost/one')).toEqual(["whether GlobalNetworkPolicy p selects the end isn't known"]);
  });
});

test('a certain verdict stays when what was missing is added, whatever it is', () => {
  const label = fc.constantFrom({}, { team: 'red' }, { team: 'blue' });
  const selector = fc.constantFrom('team == "red"', 'team != "red"', '!has(team)', 'all()', 'has(team) || team == "x"');
  const action = fc.constantFrom('Allow', 'Deny', 'Pass', 'Log');
  const rule = fc.tuple(action, fc.option(selector, { nil: undefined }), fc.option(fc.constantFrom('10.0.0.0/8', '0.0.0.0/0'), { nil: undefined }))
    .map(([chosen, namespaceSelector, net]) => (
      { action: chosen, source: { ...(namespaceSelector && { namespaceSelector }), ...(net && { nets: [net] }) } }));
  const policies = fc.array(fc.tuple(fc.option(selector, { nil: undefined }), fc.constantFrom('default', 't'), fc.array(rule, { maxLength: 3 })), { maxLength: 4 });
  fc.assert(fc.property(policies, label, label, fc.constantFrom('10.0.0.9', '192.0.2.9'), (given, first, second, address) => {
    const objects = [calico('Tier', 't', { order: 1, defaultAction: 'Pass' }), ...given.map(([namespaceSelector, tier, ingress], index) =>
      policy(`p${index}`, { tier, order: index, types: ['Ingress'], ingress, ...(namespaceSelector && { namespaceSelector }) }))];
    const verdict = (ip: string | undefined, ...more: JsonObject[]): { allowed: boolean; certain: boolean } => {
      const model = modelOf(...objects, ...more, pod('from/one', ip), pod('to/two', '10.1.0.1'));
      return decide(model, resolveFlow(model, { source: endOf('from/one'), destination: endOf('to/two'), protocol: 'TCP', destinationPort: 80 }));
    };
    const before = verdict(undefined);
    const after = verdict(address, namespace('from', first), namespace('to', second));
    expect(after.certain).toBe(true);
    expect(before.certain && before.allowed !== after.allowed).toBe(false);
  }), { numRuns: 600, seed: 6 });
});
