import fc from 'fast-check';
import { findingsOf, policy, pool } from './judging';
import { Cidr } from '../../../src';
import { ALL_RULES, Check, CHECKS, judge, ResourceCheck, strictly } from '../../../src/core/checks';
import { Finding } from '../../../src/core/findings';
import { Cluster, Manifest } from '../../../src/core/manifests';
import { addressPlan } from '../../../src/values/network-ranges';
import { readManifests } from '../../../src/yaml';

/** Constructs with something wrong that each category sees. */
const OBJECTS: readonly [path: string, object: object][] = [
  ['a/wide', calico('IPPool', { name: 'wide' }, { cidr: '10.0.0.0/8' })],
  ['a/narrow', calico('IPPool', { name: 'narrow' }, { cidr: '10.1.0.0/16' })],
  ['b/narrower', calico('IPPool', { name: 'narrower' }, { cidr: '10.1.1.0/24', nodeSelector: 'zone = a' })],
  ['b/loop', calico('IPPool', { name: 'loop' }, { cidr: '127.0.0.0/16' })],
  ['c/web', calico('NetworkPolicy', { name: 'web' }, { selector: "app == 'web' && app == 'api'", types: ['Ingress'] })],
  ['c/web-again', calico('NetworkPolicy', { name: 'web' }, { selector: "projectcalico.org/name != 'web'", types: ['Inbound'] })],
  ['d/web-once-more', calico('NetworkPolicy', { name: 'web' }, { selector: 'all()', types: ['Ingress'] })],
];

function calico(kind: string, metadata: object, spec: object): object {
  return { apiVersion: 'projectcalico.org/v3', kind, metadata, spec };
}

function cluster(objects: readonly (readonly [string, object])[] = OBJECTS): Cluster {
  const plan = addressPlan('plan', { services: [Cidr.parse('10.96.0.0/12')], nodes: [Cidr.parse('10.97.0.0/16'), Cidr.parse('10.1.2.0/24')] });
  return { name: 'plan', manifests: objects.map(([path, object]) => new Manifest(object as { [key: string]: unknown }, { path })), plan };
}

function ids(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ id }) => id))];
}

describe('only', () => {
  const all = judge({ clusters: [cluster()] });

  test('selects nothing where it is not given', () => {
    expect(ids(all).sort()).toEqual([
      'cidr/plan-ranges-overlap', 'cidr/pool-in-special-range', 'cidr/pool-overlaps-network', 'cidr/pools-overlap', 'object/duplicate',
      'object/namespace-missing', 'resource/enum', 'selector/label-out-of-place', 'selector/never-matches', 'selector/syntax',
    ]);
  });

  test.each([
    ['the id of a check', ['cidr/pools-overlap'], ['cidr/pools-overlap']],
    ['the id of a rule for single resources', ['selector/syntax'], ['selector/syntax']],
    ['two ids', ['object/duplicate', 'resource/enum'], ['object/duplicate', 'resource/enum']],
    ['a category, with rules for single resources', ['selector'], ['selector/label-out-of-place', 'selector/never-matches', 'selector/syntax']],
    ['a category', ['cidr'], ['cidr/plan-ranges-overlap', 'cidr/pool-in-special-range', 'cidr/pool-overlaps-network', 'cidr/pools-overlap']],
    ['what one resource shows by itself', ['resource'], [
      'cidr/pool-in-special-range', 'object/namespace-missing', 'resource/enum', 'selector/label-out-of-place', 'selector/never-matches', 'selector/syntax',
    ]],
    ['nothing', [], []],
  ])('selects %s', (_, only, expected) => {
    const findings = judge({ clusters: [cluster()], only });
    expect(ids(findings).sort()).toEqual(expected);
    expect(findings).toEqual(all.filter(({ id }) => expected.includes(id)));
  });
});

describe('a check that throws', () => {
  const manifest = new Manifest(calico('IPPool', { name: 'pods' }, { cidr: '10.0.0.0/8' }) as { [key: string]: unknown }, { path: 'chart/pods' });

  function crashing(sees: Check['sees'], error: unknown): Check {
    return {
      id: `test/${sees}`,
      severity: 'warning',
      summary: 'Throws.',
      refusedByCluster: false,
      sees,
      run: () => { throw error; },
    } as Check;
  }

  test('becomes a finding, and the others go on', () => {
    const last: ResourceCheck = {
      id: 'test/last',
      severity: 'advice',
      summary: 'Says something.',
      refusedByCluster: false,
      sees: 'resource',
      run: (_, report) => report({ what: 'still here', why: 'it is a test', fix: 'nothing' }),
    };
    const checks = [crashing('resource', new Error('no such field')), crashing('cluster', 'a text'), crashing('app', new Error('deep')), last];
    const why = 'what the check would have said of this is unknown, so nothing may be written';
    const fix = 'this is a fault of the check, not of your app: report it with the object, please; until then, acknowledge it with the reason';
    const docs = 'docs/checks/gate/check-crashed.md';
    const object = { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'pods' };
    expect(judge({ clusters: [{ name: '', manifests: [manifest] }], checks })).toEqual([
      { id: 'gate/check-crashed', severity: 'error', what: 'the check test/app failed: deep', why, fix, docs },
      { id: 'gate/check-crashed', severity: 'error', what: 'the check test/cluster failed: a text', why, fix, docs },
      { id: 'gate/check-crashed', severity: 'error', path: 'chart/pods', object, what: 'the check test/resource failed: no such field', why, fix, docs },
      {
        id: 'test/last',
        severity: 'advice',
        path: 'chart/pods',
        object,
        what: 'still here',
        why: 'it is a test',
        fix: 'nothing',
        docs: 'docs/checks/test/last.md',
      },
    ]);
  });

  test('keeps what it had found', () => {
    const check: ResourceCheck = {
      id: 'test/half',
      severity: 'warning',
      summary: 'Fails halfway.',
      refusedByCluster: false,
      sees: 'resource',
      run: (_, report) => {
        report({ field: ['spec', 'cidr'], what: 'found', why: 'it is a test', fix: 'nothing' });
        throw new Error('then it failed');
      },
    };
    expect(judge({ clusters: [{ name: '', manifests: [manifest] }], checks: [check] }).map(({ id, field }) => [id, field])).toEqual([
      ['gate/check-crashed', undefined], ['test/half', 'spec.cidr'],
    ]);
  });

  test('is a finding too where it is the validation of the resource', () => {
    const broken = { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', metadata: { name: 'pods' }, get spec(): unknown { throw new Error('gone'); } };
    expect(judge({ clusters: [{ name: '', manifests: [new Manifest(broken)] }], only: ['resource/pool'] }).map(({ id, what }) => ({ id, what }))).toEqual([
      { id: 'gate/check-crashed', what: 'the check resource failed: gone' },
    ]);
  });
});

test('the order of declaration changes nothing', () => {
  const expected = judge({ clusters: [cluster()] });
  expect(expected.length).toBeGreaterThan(10);
  fc.assert(fc.property(
    fc.shuffledSubarray([...OBJECTS], { minLength: OBJECTS.length }), fc.shuffledSubarray([...CHECKS], { minLength: CHECKS.length }),
    (objects, checks) => {
      expect(judge({ clusters: [cluster(objects)], checks })).toEqual(expected);
    },
  ), { seed: 20250701, numRuns: 60 });
});

test('the order of clusters changes nothing', () => {
  const clusters = ['east', 'north', 'west'].map((name, index): Cluster => ({
    name,
    manifests: [new Manifest(calico('IPPool', { name: 'pods' }, { cidr: `10.0.0.0/${8 + index}` }) as { [key: string]: unknown }, { path: `${name}/pods` })],
    plan: { ...addressPlan(name, { nodes: [Cidr.parse(`172.16.${index}.0/24`)] }), routedTo: ['east', 'north', 'west'].filter((other) => other !== name) },
  }));
  const expected = judge({ clusters });
  expect(ids(expected)).toEqual(['cidr/routed-clusters-overlap']);
  expect(expected).toHaveLength(3);
  fc.assert(fc.property(fc.shuffledSubarray(clusters, { minLength: 3 }), (shuffled) => {
    expect(judge({ clusters: shuffled })).toEqual(expected);
  }), { seed: 20250701, numRuns: 20 });
});

test('strictly makes each warning an error, and sorts anew', () => {
  const findings = judge({ clusters: [cluster()] });
  const strict = strictly(findings);
  expect(strict).toHaveLength(findings.length);
  expect([...new Set(findings.map(({ severity }) => severity))]).toEqual(['error', 'warning']);
  expect([...new Set(strict.map(({ severity }) => severity))]).toEqual(['error']);
  expect(strict.map(({ path }) => path)).toEqual([...strict.map(({ path }) => path)].sort());
});

test('strictly leaves advice', () => {
  const advice = findingsOf('selector/only-excludes', policy('web', "app != 'web'"));
  expect(strictly(advice)).toEqual(advice);
});

test('every id is there once, in kebab-case, with a summary of one sentence', () => {
  const all = ALL_RULES.map(({ id }) => id);
  expect(new Set(all).size).toBe(all.length);
  for (const { id, summary } of ALL_RULES) {
    expect(id).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/);
    expect(summary).toMatch(/^[^\n|]+[^.]\.$/);
  }
});

test.each<[string, string]>([
  ['a pool', pool('pods', '192.168.0.0/16')],
  ['pools of both families', pool('pods', '192.168.0.0/16') + pool('pods-v6', 'fd00:10:244::/64\n  ipipMode: Never')],
  ['a policy with peers of every kind', `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata:
  name: allow-frontend-to-api
  namespace: app
spec:
  order: 100
  selector: app == 'web-api'
  serviceAccountSelector: has(team)
  types: [Ingress, Egress]
  ingress:
  - action: Allow
    protocol: TCP
    source:
      selector: app == 'frontend' && projectcalico.org/orchestrator == 'k8s'
      namespaceSelector: projectcalico.org/name == 'shop'
      serviceAccounts:
        names: [frontend]
    destination:
      ports: [8080, 9000:9010, metrics]
  - action: Deny
    source:
      notNets: [10.0.0.0/8]
  egress:
  - action: Allow
    protocol: UDP
    destination:
      namespaceSelector: kubernetes.io/metadata.name == 'kube-system'
      selector: k8s-app == 'kube-dns'
      ports: [53]
  - action: Allow
    destination:
      services: {name: database, namespace: app}
  - action: Pass
`],
  ['policies for all pods and for none', `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: default-deny
spec:
  selector: all()
  namespaceSelector: has(projectcalico.org/name) && projectcalico.org/name not in {'kube-system', 'calico-system'}
  types: [Ingress]
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: switched-off
spec:
  selector: "!all()"
  types: [Ingress]
`],
  ['network sets', `apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata:
  name: partners
  labels: {role: partner}
spec:
  nets: [203.0.113.0/24, 198.51.100.7]
---
apiVersion: projectcalico.org/v3
kind: NetworkSet
metadata:
  name: partners
  namespace: app
spec:
  nets: ['2001:db8::/32']
`],
  ['objects of Kubernetes and of others', `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  selector: app = x
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
`],
])('no check fires falsely on %s', (_, yaml) => {
  const { manifests, faults } = readManifests(yaml);
  expect(faults).toEqual([]);
  expect(judge({ clusters: [{ name: '', manifests, plan: addressPlan('plan', { nodes: [Cidr.parse('10.20.0.0/16')], services: [Cidr.parse('10.96.0.0/12')] }) }] }))
    .toEqual([]);
});
