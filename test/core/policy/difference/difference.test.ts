import { JsonObject, Manifest } from '../../../../src/core/manifests';
import { PolicyModel } from '../../../../src/core/policy';
import {
  changedObjects, countObjects, differenceMarkdown, differenceText, enforceStaged, ListedDifference, listDifference,
} from '../../../../src/core/policy/difference';
import { account, basics, calico, modelOf, namespace, pod, policy } from '../asking';

const PODS = [pod('a/web', '10.0.0.1', { app: 'web' }), pod('a/api', '10.0.0.2', { app: 'api' }), pod('b/other', '10.0.1.1', { app: 'other' })];
const WORLD = [...basics, ...PODS];

const allow = (selector: string, rest: object = {}): object => ({ action: 'Allow', protocol: 'TCP', source: { selector }, ...rest });
const toApi = (...ingress: object[]): JsonObject => policy('a/api', { selector: "app == 'api'", types: ['Ingress'], ingress });

const compare = (before: readonly JsonObject[], after: readonly JsonObject[]): ListedDifference =>
  listDifference(modelOf(...before), modelOf(...after));
const text = (difference: ListedDifference): string[] => differenceText({ ...difference, open: [] }).split('\n').map((line) => line.replace(/ {3,}/g, ' | ')).slice(0, -1);
const lines = (before: readonly JsonObject[], after: readonly JsonObject[]): string[] => text(compare(before, after));

test('names the rule that allows now, and that allowed before', () => {
  const [closed, open] = [[...WORLD, toApi()], [...WORLD, toApi({ action: 'Log' }, allow("app == 'web'", { destination: { ports: [80] } }))]];
  expect(lines(closed, open)).toEqual([
    '+ allowed | Pod a/web  ->  Pod a/api  TCP 80 | NetworkPolicy a/api spec.ingress[1]', '1 change in meaning.',
  ]);
  expect(lines(open, closed)).toEqual([
    '- denied | Pod a/web  ->  Pod a/api  TCP 80 | NetworkPolicy a/api selects Pod a/api and names no rule for it; before: NetworkPolicy a/api spec.ingress[1]',
    '1 change in meaning.',
  ]);
});

test('names the rule that denies now, and who denied where nobody decides any more', () => {
  const deny = policy('deny', { selector: "app == 'web'", types: ['Egress'], egress: [{ action: 'Deny', protocol: 'UDP' }, { action: 'Allow' }] });
  expect(lines(WORLD, [...WORLD, deny])[0]).toBe(
    '- denied | Pod a/web  ->  Pod a/api, Pod b/other, any other pod in b, 0.0.0.0/0  UDP | GlobalNetworkPolicy deny spec.egress[0]');
  expect(lines([...WORLD, deny], WORLD)[0]).toBe('+ allowed | Pod a/web  ->  Pod a/api, Pod b/other, any other pod in b, 0.0.0.0/0  UDP | '
    + 'no policy selects Pod a/web; before: GlobalNetworkPolicy deny spec.egress[0]');
});

test('says who of several is the reason of what, and names a few where there are many', () => {
  const rules = [80, 443].map((port) => allow("app == 'web'", { destination: { ports: [port] } }));
  expect(lines([...WORLD, toApi()], [...WORLD, toApi(...rules)])[0]).toBe(
    '+ allowed | Pod a/web  ->  Pod a/api  TCP 80,443 | TCP 443: NetworkPolicy a/api spec.ingress[1]; and TCP 80: NetworkPolicy a/api spec.ingress[0]');
  const many = [1, 3, 5, 7, 9, 11].map((port) => allow("app == 'web'", { destination: { ports: [port] } }));
  const [{ causes, policies }] = compare([...WORLD, toApi()], [...WORLD, toApi(...many)]).changes;
  expect([causes.length, causes.at(-1), policies]).toEqual([5, '2 more like these', ['NetworkPolicy a/api']]);
});

test('names policies that select and have no rule for it, a few of many; and tiers and profiles that decide', () => {
  const closed = ['p', 'q', 'r', 's'].map((name) => policy(`a/${name}`, { selector: "app == 'api'", types: ['Ingress'] }));
  expect(compare(WORLD, [...WORLD, ...closed]).changes[0].causes).toEqual([
    'NetworkPolicy a/p, NetworkPolicy a/q, NetworkPolicy a/r and 1 more select Pod a/api and name no rule for it',
  ]);
  const tier = calico('Tier', 'early', { order: 1, defaultAction: 'Deny' });
  const pass = (...ingress: object[]): JsonObject => policy('pass', { tier: 'early', selector: "app == 'api'", types: ['Ingress'], ingress });
  expect(compare([...WORLD, tier, pass()], [...WORLD, tier, pass({ action: 'Pass' })]).changes.flatMap(({ causes }) => causes)).toEqual([
    'no policy decides, and profile kns.b does; before: GlobalNetworkPolicy pass selects any other pod in b and names no rule for it',
    'no policy decides, and profile kns.a does; before: GlobalNetworkPolicy pass selects the destination and names no rule for it',
    'no policy decides, and profile kns.b does; before: GlobalNetworkPolicy pass selects the destination and names no rule for it',
  ]);
});

test('calls "may be" what rests on an address that isn\'t known, with the question', () => {
  const unplaced = [...basics, pod('a/web', undefined, { app: 'web' }), pod('a/api', '10.0.0.2', { app: 'api' })];
  const fromBlock = toApi({ action: 'Allow', protocol: 'TCP', source: { nets: ['192.0.2.0/24'] } });
  const difference = compare([...unplaced, toApi()], [...unplaced, fromBlock]);
  expect(text(difference)).toEqual([
    '+ allowed | 192.0.2.0/24  ->  Pod a/api  TCP | NetworkPolicy a/api spec.ingress[0]',
    '+ may be allowed | Pod a/web  ->  Pod a/api  TCP | NetworkPolicy a/api selects Pod a/api and names no rule for it; '
    + 'not known: whether spec.ingress[0] of NetworkPolicy a/api matches',
    '2 changes in meaning.',
    'Note: changes for pods that no manifest declares aren\'t listed where they depend on more than labels, such as the address of the pod.',
  ]);
  expect(differenceText({ ...difference, open: ['no address is known'] })).toContain('\nWhat isn\'t known, and may be why:\n  no address is known\n');
  const unknown = [account('c', 'default'), pod('c/x', '10.0.3.1'), policy('some', { namespaceSelector: "team == 'red'", types: ['Ingress'] })];
  const { changes } = compare([...WORLD, ...unknown.slice(0, 2)], [...WORLD, ...unknown]);
  expect(changes.map(({ isCertain, causes }) => [isCertain, ...causes])).toContainEqual([
    false, 'no policy decides, and profile kns.c does; not known: whether GlobalNetworkPolicy some selects the end',
  ]);
});

test('lists workloads that only one cluster has, with what passes there', () => {
  expect(lines(basics.concat(PODS.slice(0, 1)), basics.concat(PODS.slice(0, 2), toApi(allow("app == 'web'"))))).toEqual([
    '+ added | Pod a/api  ->  Pod a/web, any other pod, 0.0.0.0/0  everything',
    '+ added | Pod a/web  ->  Pod a/api  TCP',
    '+ added: Pod a/api',
    'no change in meaning, 1 end added.',
  ]);
  expect(lines(WORLD, WORLD.slice(0, -1)).slice(-2)).toEqual(['- removed: Pod b/other', 'no change in meaning, 1 end removed.']);
});

test('finds what changes only for pods that nobody declares, and says of which kind they are', () => {
  const tenants = ['1', '2', '3', '4', '5'].flatMap((name) => [namespace(`tenant-${name}`, { tenant: name }), account(`tenant-${name}`, 'default')]);
  const egress = (...ports: number[]): JsonObject => policy('tenants', {
    namespaceSelector: 'has(tenant)', types: ['Egress'], egress: [{ action: 'Allow', protocol: 'TCP', destination: { selector: "app == 'api'", ports } }],
  });
  expect(lines([...WORLD, ...tenants, egress(80)], [...WORLD, ...tenants, egress(80, 8080)])[0]).toBe(
    '+ allowed | any other pod in tenant-1, tenant-2, tenant-3 and 2 more namespaces  ->  Pod a/api, any other pod in b, '
    + 'any other pod in tenant-1, tenant-2, tenant-3 and 2 more namespaces, such as one with app=api  TCP 8080 | GlobalNetworkPolicy tenants spec.egress[0]');
  expect(lines([...WORLD, egress(80)], [...WORLD, egress(80, 8080)])[0]).toContain('in a namespace with tenant=x that no manifest declares');
  const byAccount = (...ports: number[]): JsonObject => toApi(allow('all()', { source: { serviceAccounts: { selector: "role == 'ci'" } }, destination: { ports } }));
  expect(lines([...WORLD, byAccount(80)], [...WORLD, byAccount(80, 443)])[0]).toContain(' of service account x with role=ci');
});

test('says that pods which nobody declares aren\'t compared where there are too many kinds of them', () => {
  const many = (count: number): JsonObject[] => Array.from({ length: count }, (_, index) => policy(`p${index}`, { selector: `has(l${index})`, types: ['Ingress'] }));
  expect(compare([...WORLD, ...many(9)], WORLD).leftOut).toEqual(['pods that no manifest declares aren\'t compared: there are more than 256 kinds of them']);
  expect(compare([...WORLD, ...many(501)], WORLD).leftOut).toEqual(['pods that no manifest declares aren\'t compared: there are more than 500 selectors']);
});

test('names the host endpoints on the way', () => {
  const host = calico('HostEndpoint', 'node', { node: 'one', interfaceName: '*', expectedIPs: ['10.200.0.1'] }, { role: 'node' });
  const hosts = [...basics, pod('a/web', '10.0.0.1', { app: 'web' }, { nodeName: 'two' }), host];
  const rule = (...ingress: object[]): JsonObject => policy('node', { selector: "role == 'node'", types: ['Ingress'], ingress });
  expect(lines([...hosts, rule()], [...hosts, rule({ action: 'Allow', protocol: 'TCP', destination: { ports: [9100] } })])[0]).toBe(
    '+ allowed | Pod a/web, any other pod, 0.0.0.0/0  ->  HostEndpoint node, any other pod in a, any other pod in b, such as one with role=node  TCP 9100 | '
    + 'GlobalNetworkPolicy node spec.ingress[0]; and HostEndpoint node: GlobalNetworkPolicy node spec.ingress[0]');
  const untracked = policy('raw', { selector: "role == 'node'", doNotTrack: true, applyOnForward: true, types: ['Ingress'], ingress: [{ action: 'Deny', protocol: 'UDP' }] });
  const allowAll = rule({ action: 'Allow' });
  expect(lines([...hosts, allowAll], [...hosts, allowAll, untracked]).some((line) => line.includes('HostEndpoint node (untracked): GlobalNetworkPolicy raw spec.ingress[0]'))).toBe(true);
  expect(lines([...hosts, allowAll, untracked], [...hosts, allowAll]).some((line) => line.includes('has no policies any more; before: HostEndpoint node (untracked): GlobalNetworkPolicy raw'))).toBe(true);
});

test('names what Felix lets pass between nodes, and drops from elsewhere', () => {
  const hosts = ['n1', 'n2'].map((name, index) => calico('HostEndpoint', name, { node: name, interfaceName: 'eth0', expectedIPs: [`192.0.2.${index + 1}`] }, { node: name }));
  const nodes = ['n1', 'n2'].map((name, index): JsonObject =>
    ({ apiVersion: 'v1', kind: 'Node', metadata: { name }, status: { addresses: [{ type: 'InternalIP', address: `192.0.2.${index + 1}` }] } }));
  const policies = [
    policy('open', { selector: "node == 'n1'", ingress: [{ action: 'Allow' }], egress: [{ action: 'Allow' }] }),
    policy('closed', { selector: "node == 'n2'", types: ['Ingress'] }),
  ];
  const of = (ipipEnabled: boolean): JsonObject[] => [...hosts, ...nodes, ...policies, calico('FelixConfiguration', 'default', { ipipEnabled, vxlanEnabled: false })];
  const outside = '0.0.0.0/0 but 192.0.2.1/32, 192.0.2.2/32';
  expect(lines(of(false), of(true)).slice(0, 3)).toEqual([
    '+ allowed | HostEndpoint n1  ->  HostEndpoint n2  protocol 4 | HostEndpoint n2: nodes use it among themselves, and Felix lets it pass before normal policies',
    '+ allowed | HostEndpoint n2  ->  HostEndpoint n1  protocol 4 | HostEndpoint n2: nodes use it among themselves, and Felix lets it pass before normal policies',
    `- denied | ${outside}  ->  HostEndpoint n1  protocol 4 | Felix drops IP in IP that doesn't come from a node of the cluster`,
  ]);
  expect(lines(of(true), of(false))[0])
    .toBe(`+ allowed | ${outside}  ->  HostEndpoint n1  protocol 4 | no longer: Felix drops IP in IP that doesn't come from a node of the cluster`);
});

test('joins what changes alike for both versions of the protocol', () => {
  const dual = (name: string, four: string, six: string, app: string): JsonObject =>
    ({ ...pod(`a/${name}`, undefined, { app }), status: { podIPs: [{ ip: four }, { ip: six }] } });
  const world = [...basics, dual('web', '10.0.0.1', 'fd00::1', 'web'), dual('api', '10.0.0.2', 'fd00::2', 'api')];
  expect(compare([...world, toApi()], [...world, toApi(allow("app == 'web'"))]).changes.map(({ ipVersions }) => ipVersions)).toEqual([[4, 6]]);
  const six = toApi({ ...allow("app == 'web'"), ipVersion: 6 });
  expect(lines([...world, toApi()], [...world, six])[0]).toBe('+ allowed | Pod a/web  ->  Pod a/api  IPv6 TCP | NetworkPolicy a/api spec.ingress[0]');
  expect(differenceMarkdown({ ...compare([...world, toApi()], [...world, six]), open: [] })).toContain('| `IPv6`, `TCP` |');
});

describe('staged policies, enforced', () => {
  const kinds = (model: PolicyModel): string[][] => [model.policies, model.staged].map((list) => list.map(({ kind, name }) => `${kind} ${name}`));
  const staged = (name: string, spec: object): JsonObject => ({ apiVersion: 'projectcalico.org/v3', kind: 'StagedNetworkPolicy', metadata: { name, namespace: 'a' }, spec });

  test('are set where that is asked for or nothing is, and replace the policy of their name', () => {
    const model = modelOf(...WORLD, toApi(), staged('api', { selector: "app == 'api'", tier: 'default', ingress: [{ action: 'Allow' }] }),
      calico('StagedGlobalNetworkPolicy', 'new', { stagedAction: 'Set', selector: "app == 'web'", order: 1 }),
      { apiVersion: 'projectcalico.org/v3', kind: 'StagedKubernetesNetworkPolicy', metadata: { name: 'k8s', namespace: 'b' }, spec: { podSelector: {} } });
    const enforced = enforceStaged(model);
    expect(kinds(enforced)).toEqual([['GlobalNetworkPolicy new', 'KubernetesNetworkPolicy k8s', 'NetworkPolicy api'], []]);
    expect(enforced.policies.find(({ name }) => name === 'api')!.ingress).toHaveLength(1);
    expect(kinds(model)[0]).toEqual(['NetworkPolicy api']);
  });

  test('delete the policy of their name, and learn or ignore nothing', () => {
    const model = modelOf(...WORLD, toApi(), staged('api', { stagedAction: 'Delete' }), staged('other', { stagedAction: 'Delete' }),
      staged('l', { stagedAction: 'Learn', selector: 'all()' }), staged('i', { stagedAction: 'Ignore', selector: 'all()' }));
    expect(kinds(enforceStaged(model))).toEqual([[], ['StagedNetworkPolicy i', 'StagedNetworkPolicy l']]);
  });
});

test('counts objects whose content differs, and those that no change names', () => {
  const objects = (...all: JsonObject[]): Manifest[] => all.map((object) => new Manifest(object));
  const before = [...WORLD, toApi(), { ...policy('a/kept', { selector: "app == 'web'", order: 5 }) }, calico('IPPool', 'pool', { cidr: '10.0.0.0/8', list: [1, { a: 1 }] })];
  const after = [...WORLD, toApi(allow("app == 'web'")), policy('a/kept', { order: 5, selector: "app == 'web'" }), calico('IPPool', 'pool', { cidr: '10.0.0.0/8', list: [1, { a: 2 }] })];
  const titles = changedObjects(objects(...before), objects(...after, calico('Tier', 'new', { order: 1 })));
  expect(titles).toEqual(['NetworkPolicy a/api', 'IPPool pool', 'Tier new']);
  const difference = compare(before, after);
  expect(countObjects(titles, difference)).toEqual({ changed: 3, unnamed: 2 });
  expect(differenceText({ ...difference, open: [], objects: { changed: 3, unnamed: 2 } })).toMatch(/1 change in meaning, 3 objects changed, of which no change names 2\.\n$/);
  expect(changedObjects(objects({ ...toApi(), kind: 'StagedNetworkPolicy' }, { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'k' } }), []))
    .toEqual(['NetworkPolicy a/api', 'KubernetesNetworkPolicy default/k']);
  expect(changedObjects(objects(calico('Tier', 't', { a: 1 }), calico('Tier', 'u', { a: 1 })), objects(calico('Tier', 't', { b: 1 }), calico('Tier', 'u', { a: 1, b: 1 }))))
    .toEqual(['Tier t', 'Tier u']);
});

test('writes Markdown that nothing in a manifest breaks out of, folds long lists, and cuts what a comment has no room for', () => {
  const change = {
    change: 'allowed',
    isCertain: true,
    ipVersions: [4],
    sources: { namespaces: [], workloads: ['Pod a/`|@everyone <b>\u202e'], blocks: [], outside: [] },
    destinations: { namespaces: Array.from({ length: 10 }, (_, index) => `n${index}`), workloads: [], blocks: [], outside: [] },
    connections: ['TCP 80'],
    causes: ['NetworkPolicy a/x spec.ingress[0]', 'another'],
    policies: [],
  } as const;
  const whole = differenceMarkdown({ changes: Array.from({ length: 25 }, () => change), added: ['Pod a/new'], removed: ['Pod a/old'], leftOut: ['why'], open: ['what'] });
  expect(whole.split('\n')[4]).toBe('| **allowed** | `Pod a/\\u0060\\u007c@everyone <b>\\u202e` | '
    + '`namespace n0`, `namespace n1`, `namespace n2`, `namespace n3`, `namespace n4`, `namespace n5`, `namespace n6`, `namespace n7` and 2 more | '
    + '`TCP 80` | `NetworkPolicy a/x spec.ingress[0]`<br>`another` |');
  expect(whole).toMatch(/^\*\*Network policies: 25 changes in meaning, 1 end added, 1 end removed\.\*\*\n/);
  expect(whole).toContain('<details><summary>5 more</summary>\n\n| change |');
  expect(whole).toContain('\n\nAdded: `Pod a/new`.\n\nRemoved: `Pod a/old`.\n\nNote: why.\n');
  const long = differenceMarkdown({ changes: Array.from({ length: 2_000 }, () => ({ ...change, isCertain: false })), added: [], removed: [], leftOut: [], open: ['what'] });
  expect(long.length).toBeLessThan(65_000);
  expect(long).toMatch(/\n1\d\d\d further changes have no room here: `cdk8s-calico diff` lists them\.\n/);
  expect(long).toContain('| may be allowed |');
  expect(long).toContain('<details><summary>What isn\'t known, and may be why</summary>\n\n- `what`\n\n</details>');
});
