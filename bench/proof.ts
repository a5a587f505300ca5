/*
 * Proofs over pods of any labels, by the time they take. Run: npx tsx bench/proof.ts [policies], bundled first for true figures as
 * bench/connectivity.ts says.
 *
 * As many workloads as policies, in namespaces of 20; three tiers, every second policy global, with Pass, Deny, named ports, nets and network sets.
 * Questions are over all protocols and ports, and most over every namespace that there could be.
 */
import { Manifest } from '../src/core/manifests';
import { buildModel, PolicyModel } from '../src/core/policy';
import { findExcess, findFlow, FlowQuestion, PodQuestion } from '../src/core/policy/proof';

const PER_NAMESPACE = 20;

type Objects = Record<string, unknown>[];

function cluster(policies: number): Objects {
  const groups = Math.ceil(policies / PER_NAMESPACE);
  const objects: Objects = [
    { apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name: 'security' }, spec: { order: 100 } },
    { apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name: 'platform' }, spec: { order: 200 } },
    { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkSet', metadata: { name: 'partners', labels: { feed: 'partners' } }, spec: { nets: ['203.0.113.0/24'] } },
    {
      apiVersion: 'projectcalico.org/v3',
      kind: 'GlobalNetworkPolicy',
      metadata: { name: 'nobody-without-team' },
      spec: {
        tier: 'security',
        order: 1,
        selector: 'has(projectcalico.org/namespace)',
        types: ['Ingress', 'Egress'],
        ingress: [{ action: 'Deny', source: { namespaceSelector: 'all()', selector: '!has(team)' } }, { action: 'Pass' }],
        egress: [{ action: 'Pass' }],
      },
    },
  ];
  for (let group = 0; group < groups; group++) {
    objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: `ns-${group}`, labels: { zone: `zone-${group % 5}` } } });
    objects.push({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: `ns-${group}` } });
  }
  for (let index = 0; index < policies; index++) {
    const namespace = `ns-${Math.floor(index / PER_NAMESPACE)}`;
    const app = `app-${index % PER_NAMESPACE}`;
    const next = `app-${(index + 1) % PER_NAMESPACE}`;
    objects.push({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: app, namespace },
      spec: { template: { metadata: { labels: { app, team: `team-${index % 7}` } }, spec: { containers: [{ ports: [{ name: 'http', containerPort: 8080 }] }] } } },
    });
    const isGlobal = index % 2 === 1;
    objects.push({
      apiVersion: 'projectcalico.org/v3',
      kind: isGlobal ? 'GlobalNetworkPolicy' : 'NetworkPolicy',
      metadata: { name: `${isGlobal ? `${namespace}-` : ''}${app}`, ...(!isGlobal && { namespace }) },
      spec: {
        tier: isGlobal ? 'platform' : 'default',
        order: index % 10,
        selector: isGlobal ? `app == '${app}' && projectcalico.org/namespace == '${namespace}'` : `app == '${app}'`,
        types: ['Ingress', 'Egress'],
        ingress: [
          { action: 'Allow', protocol: 'TCP', source: { selector: `app in {'${next}', 'probe'}` }, destination: { ports: ['http', 9000 + (index % 100)] } },
          { action: isGlobal ? 'Pass' : 'Deny', source: { selector: `team == 'team-${(index + 1) % 7}'`, namespaceSelector: `zone == 'zone-${index % 5}'` } },
        ],
        egress: [
          { action: 'Allow', destination: { selector: "feed == 'partners'" } },
          { action: 'Allow', protocol: 'TCP', destination: { nets: [`10.${index % 200}.0.0/16`], ports: [443] } },
          { action: 'Allow', protocol: 'UDP', destination: { ports: [53] } },
          ...(isGlobal ? [{ action: 'Pass' }] : [{ action: 'Allow', destination: { selector: `app == '${next}' || app == 'app-0'` } }]),
        ],
      },
    });
  }
  return objects;
}

function measure(policies: number): Record<string, string> {
  const manifests = cluster(policies).map((object) => new Manifest(object));
  const start = performance.now();
  const model = buildModel(manifests);
  const built = performance.now() - start;
  const any: PodQuestion = { kind: 'pod' };
  const target = { kind: 'endpoint', endpoint: model.endpointsNamed('ns-0', 'app-0')[0] } as const;
  return {
    'model, ms': built.toFixed(0),
    ...time(model, 'any pod of a namespace to a workload', { from: [{ kind: 'pod', namespace: 'ns-1' }], to: [target], wanted: 'allowed' }),
    ...time(model, 'any pod without a team to a workload: no', { from: [{ kind: 'pod', selector: '!has(team)' }], to: [target], wanted: 'allowed' }),
    ...time(model, 'any pod at all to any other', { from: [any], to: [any], wanted: 'allowed' }),
    ...time(model, 'any pod without a team to any other', { from: [{ kind: 'pod', selector: '!has(team)' }], to: [any], wanted: 'allowed' }),
    ...time(model, 'any pod to an address outside on TCP 22', { from: [any], to: [{ kind: 'outside' }], wanted: 'allowed', traffic: [{ protocol: 6, first: 22 }] }),
    ...excess('beyond itself', model, model),
    ...excess('beyond the same, said otherwise', buildModel(manifests.map(({ object }) => new Manifest(otherwise(object)))), model),
    ...excess('beyond one with a rule less', model, buildModel(manifests.map(({ object, name }) => new Manifest(name === 'app-2' ? withoutFirst(object) : object)))),
  };
}

/** The same policies with every set of two values as two comparisons. */
function otherwise(object: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(object).replace(/app in \{'([^']*)', '([^']*)'\}/g, "(app == '$2' || app == '$1')")) as Record<string, unknown>;
}

function withoutFirst(object: object): Record<string, unknown> {
  const copy = structuredClone(object) as { spec: { ingress?: unknown[] } };
  copy.spec.ingress?.shift();
  return copy as unknown as Record<string, unknown>;
}

function excess(title: string, model: PolicyModel, other: PolicyModel): Record<string, string> {
  const start = performance.now();
  const { answer } = findExcess(model, other);
  return { [`${title}, ms`]: `${(performance.now() - start).toFixed(0)} (${answer})` };
}

function time(model: PolicyModel, title: string, question: FlowQuestion): Record<string, string> {
  const start = performance.now();
  const { answer } = findFlow(model, question);
  return { [`${title}, ms`]: `${(performance.now() - start).toFixed(0)} (${answer})` };
}

const counts = process.argv[2] === undefined ? [500, 2000] : [Number(process.argv[2])];
const columns = counts.map((count) => [count, measure(count)] as const);
console.table(Object.fromEntries(Object.keys(columns[0][1]).map((title) => [title, Object.fromEntries(columns.map(([count, column]) => [`${count} policies`, column[title]]))])));
