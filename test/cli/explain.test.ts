import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, runCli } from './run-cli';
import { ClusterModel, FlowEnd } from '../../src';
import { fencesOf } from '../docs/fences';
import { ROOT } from '../docs/files';

function pod(name: string, ip: string, more: object = {}): object {
  return {
    apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop', labels: { app: name } }, spec: { containers: [], ...more }, status: { podIPs: [{ ip }] },
  };
}

function workload(kind: string, name: string, namespace: string, labels: object): object {
  return { apiVersion: 'apps/v1', kind, metadata: { name, namespace }, spec: { template: { metadata: { labels }, spec: { containers: [] } } } };
}

const NAMESPACES = ['shop', 'bank'].flatMap((name) => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: name } },
]);
const POLICY = {
  apiVersion: 'projectcalico.org/v3',
  kind: 'NetworkPolicy',
  metadata: { name: 'api', namespace: 'shop' },
  spec: { selector: 'app == "api"', ingress: [{ action: 'Allow', protocol: 'TCP', source: { selector: 'app == "web"' }, destination: { ports: [8080] } }] },
};
const OBJECTS = [
  ...NAMESPACES,
  pod('web', '10.1.0.1'),
  pod('agent', '10.20.0.1', { hostNetwork: true }),
  { ...pod('over', '10.1.0.9'), status: { phase: 'Succeeded' } },
  workload('Deployment', 'web', 'shop', { app: 'other' }),
  workload('Deployment', 'api', 'shop', { app: 'api' }),
  workload('StatefulSet', 'api-cache', 'shop', {}),
  workload('DaemonSet', 'ledger', 'bank', {}),
  { ...workload('DaemonSet', 'proxy', 'bank', {}), spec: { template: { spec: { hostNetwork: true } } } },
  workload('Rollout', 'unknown', 'bank', {}),
  { apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint', metadata: { name: 'node-a' }, spec: { node: 'a', interfaceName: '*', expectedIPs: ['10.20.0.1'] } },
  POLICY,
];

const before = process.cwd();
const folder = folderOf({
  'shop.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: OBJECTS }),
  'project/dist/shop.json': JSON.stringify(OBJECTS[0]),
  'project/dist/web.yaml': JSON.stringify(OBJECTS[4]),
  'project/cdk8s.out/other.yaml': JSON.stringify(OBJECTS[8]),
  'older/cdk8s.out/web.yaml': JSON.stringify(OBJECTS[4]),
  'mixed/settings.json': '{ // a comment\n "a": [1,] }',
  'mixed/web.yaml': JSON.stringify(OBJECTS[4]),
  'broken.yaml': 'apiVersion: v1\nkind: [Pod\n',
  'values.yaml': 'replicas: 3\n',
  'endless.yaml': `${JSON.stringify(OBJECTS[4])}\n---\n${Array.from({ length: 22 }, (_, index) => `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: "unread-${index}\\e[31m", namespace: shop }
spec: { selector: "app = web" }
`).join('---\n')}`,
});
beforeAll(() => process.chdir(folder));
afterAll(() => process.chdir(before));

function explain(from: string, to: string, ...more: string[]): ReturnType<typeof runCli> {
  return runCli(['explain', '--from', from, '--to', to, ...more]);
}

const ALLOWED = `allowed  Pod shop/web (10.1.0.1) -> Deployment shop/api  TCP 8080

egress of Pod shop/web: allow
  no policy selects it
  profile         kns.shop                                      spec.egress[0]: allow

ingress of Deployment shop/api: allow
  tier default    NetworkPolicy shop/api                        spec.ingress[0]: allow

certain: nothing that is missing from the manifests could change it
`;

test('ends with 0 where the flow is allowed, and prints the walk', async () => {
  expect(await explain('shop/web', 'shop/api', '--port', '8080', 'shop.json')).toEqual({ output: ALLOWED, errors: '', status: 0 });
});

test('ends with 1 where it is denied', async () => {
  expect(await explain('10.1.0.1', 'shop/api', '-p', '81', 'shop.json')).toEqual({
    output: `denied  Pod shop/web (10.1.0.1) -> Deployment shop/api  TCP 81

egress of Pod shop/web: allow
  no policy selects it
  profile         kns.shop                                      spec.egress[0]: allow

ingress of Deployment shop/api: deny
  tier default    NetworkPolicy shop/api                        no rule matches
                  end of tier                                   deny

certain: nothing that is missing from the manifests could change it
`,
    errors: '',
    status: 1,
  });
});

test('says what isn\'t certain, and ends with 2 for it where that is asked for', async () => {
  const lenient = await explain('shop/web', 'shop/api', 'shop.json');
  expect(lenient.output).toContain('\nnot certain:\n  whether spec.ingress[0] of NetworkPolicy shop/api matches isn\'t known\n');
  expect(lenient.output).not.toContain('\ncertain');
  expect(lenient.status).toBe(1);
  expect(await explain('shop/web', 'shop/api', '--strict', 'shop.json')).toEqual({ ...lenient, status: 2 });
  expect(await explain('shop/web', 'shop/api', '-s', '-p', '8080', 'shop.json')).toMatchObject({ status: 0 });
});

test('says what the library says, as JSON', async () => {
  const { output, status } = await explain(
    'shop/web', 'shop/api', '--port', '8080', '--source-port', '999', '--protocol', 'udp', '--ip-version', '4', '--format', 'json', 'shop.json');
  const model = ClusterModel.ofManifests(OBJECTS);
  const { allowed, certain, by, trace, openQuestions } = model.verdict({
    source: FlowEnd.pod('shop', 'web'), destination: FlowEnd.workload('shop', 'api'), destinationPort: 8080, sourcePort: 999, protocol: 'UDP',
  });
  expect(JSON.parse(output)).toEqual({
    version: 1,
    flow: {
      source: { endpoint: 'Pod shop/web', address: '10.1.0.1' },
      destination: { endpoint: 'Deployment shop/api' },
      ipVersion: 4,
      protocol: 'UDP',
      destinationPort: 8080,
      sourcePort: 999,
    },
    allowed,
    certain,
    by,
    openQuestions,
    trace,
    notes: model.notes,
  });
  expect({ allowed, status }).toEqual({ allowed: false, status: 1 });
});

test('understands what a flow has beside ports', async () => {
  const icmp = await explain('shop/web', '2001:db8::1', '--protocol', 'icmpv6', '--icmp-type', '128', '--icmp-code', '0', '-f', 'json', 'shop.json');
  expect(icmp).toMatchObject({ output: '', status: 2, errors: 'cdk8s-calico: Pod shop/web has no IPv6 address, but 10.1.0.1\n' });
  const flows = [
    ['--protocol', 'ICMP', '--icmp-type', '8', '--icmp-code', '0'],
    ['--port', '80', '--http-method', 'GET'],
    ['--port', '80', '--http-path', '/'],
    ['--protocol', '47', '--ip-version', '6'],
  ];
  const read = await Promise.all(flows.map(async (more) => {
    const { output } = await explain('bank/ledger', 'shop/api', '-f', 'json', 'shop.json', ...more);
    return (JSON.parse(output) as { flow: object }).flow;
  }));
  const ends = { source: { endpoint: 'DaemonSet bank/ledger' }, destination: { endpoint: 'Deployment shop/api' } };
  expect(read).toEqual([
    { ...ends, ipVersion: 4, protocol: 'ICMP', icmpType: 8, icmpCode: 0 },
    { ...ends, ipVersion: 4, protocol: 'TCP', destinationPort: 80, http: { method: 'GET' } },
    { ...ends, ipVersion: 4, protocol: 'TCP', destinationPort: 80, http: { path: '/' } },
    { ...ends, ipVersion: 6, protocol: '47' },
  ]);
});

test('a name is a pod before it is a workload, and without a namespace a host endpoint', async () => {
  for (const [from, title] of [['shop/web', 'Pod shop/web'], ['shop/api', 'Deployment shop/api'], ['node-a', 'HostEndpoint node-a']]) {
    expect((await explain(from, 'bank/ledger', '-p', '80', 'shop.json')).output).toContain(` ${title}`);
  }
});

describe('rejects an end', () => {
  const FORMS = 'give namespace/name for a pod or workload, an address, or the name of a host endpoint';

  test.each([
    ['shop/wbe', 'nothing is named shop/wbe in the manifests; there is Pod shop/web, Deployment shop/web'],
    ['shop/ledger', 'nothing is named shop/ledger in the manifests; there is DaemonSet bank/ledger'],
    ['bank/ledger-x7k2p', 'nothing is named bank/ledger-x7k2p in the manifests; there is DaemonSet bank/ledger'],
    ['shop/ap', 'nothing is named shop/ap in the manifests; there is Deployment shop/api'],
    ['ledger', 'nothing is named ledger in the manifests; there is DaemonSet bank/ledger'],
    ['node-b', 'nothing is named node-b in the manifests; there is HostEndpoint node-a'],
    ['far/away', `nothing is named far/away in the manifests; there is Pod shop/web, Deployment shop/web, Deployment shop/api and 3 more; ${FORMS}`],
    ['nowhere', `nothing is named nowhere in the manifests; there is Pod shop/web, Deployment shop/web, Deployment shop/api and 3 more; ${FORMS}`],
    ['bank/unknown', `nothing is named bank/unknown in the manifests; there is Pod shop/web, Deployment shop/web, Deployment shop/api and 3 more; ${FORMS}`],
    ['shop/agent', 'Pod shop/agent is on the network of its node, where no policy of a pod applies; give the address of the node'],
    ['bank/proxy', 'DaemonSet bank/proxy is on the network of its node, where no policy of a pod applies; give the address of the node'],
    ['shop/over', 'Pod shop/over is over: it has no address any more'],
    ['10.1.0.0/24', '10.1.0.0/24 is a block; give one address of it'],
    ['10.1.0.300', '"10.1.0.300" has a part over 255'],
    ['shop/deployment/api', `"shop/deployment/api" names no end; ${FORMS}`],
    ['shop/', `"shop/" names no end; ${FORMS}`],
    ['', `"" names no end; ${FORMS}`],
    ['\u001b[31m', `nothing is named \\u001b[31m in the manifests; there is Pod shop/web, Deployment shop/web, Deployment shop/api and 3 more; ${FORMS}`],
  ])('%j', async (end, message) => {
    expect(await explain(end, 'shop/api', 'shop.json')).toEqual({ output: '', errors: `cdk8s-calico: --from: ${message}\n`, status: 2 });
    expect(await explain('shop/api', end, 'shop.json')).toEqual({ output: '', errors: `cdk8s-calico: --to: ${message}\n`, status: 2 });
  });

  test('of a cluster without any', async () => {
    writeFileSync('namespace.json', JSON.stringify(OBJECTS[0]));
    expect((await explain('shop/web', 'shop/api', 'namespace.json')).errors).toBe(
      `cdk8s-calico: --from: nothing is named shop/web in the manifests; they hold no pod, workload or host endpoint; ${FORMS}\n`);
  });

  test('of a cluster with few, by all of them', async () => {
    expect((await explain('far/away', '1.2.3.4', 'mixed')).errors).toBe(
      `cdk8s-calico: --from: nothing is named far/away in the manifests; there is Pod shop/web; ${FORMS}\n`);
  });
});

test.each([
  [['--to', 'a/b'], 'required option \'--from <end>\' not specified'],
  [['--from', 'a/b'], 'required option \'--to <end>\' not specified'],
  [['--from', 'a/b', '--to', 'a/b', '--port', '0'], 'option \'-p, --port <number>\' argument \'0\' is invalid. It is a whole number from 1 to 65535.'],
  [['--from', 'a/b', '--to', 'a/b', '--icmp-type', '256'], 'option \'--icmp-type <number>\' argument \'256\' is invalid. It is a whole number from 0 to 255.'],
  [['--from', 'shop/web', '--to', 'shop/api', '--protocol', 'http', 'shop.json'], 'there is no protocol "http": give TCP,'],
  [['--from', 'a/b', '--to', 'a/b'], 'name files or folders, or - for standard input: there is no folder dist or cdk8s.out here'],
  [['--from', 'a/b', '--to', 'a/b', 'nowhere.yaml', 'neither.yaml'], 'can\'t read nowhere.yaml: there is no such file or folder\ncan\'t read neither.yaml:'],
  [['--from', 'a/b', '--to', 'a/b', 'values.yaml'], 'the input holds no object of Kubernetes'],
])('rejects %j', async (args, message) => {
  const { output, errors, status } = await runCli(['explain', ...args]);
  expect({ output, status }).toEqual({ output: '', status: 2 });
  expect(errors.startsWith(`cdk8s-calico: ${message}`)).toBe(true);
});

test('rejects a cluster of which a part can\'t be read, and shows where', async () => {
  const { output, errors, status } = await explain('shop/web', 'shop/api', 'shop.json', 'broken.yaml');
  expect({ output, status }).toEqual({ output: '', status: 2 });
  expect(errors).toMatch(/^error {2}yaml\/syntax\n {2}at {5}broken\.yaml:/);
  expect(errors).toContain('cdk8s-calico: nothing is said of a cluster of which a part can\'t be read\n');
});

test('reads dist without inputs, or else cdk8s.out', async () => {
  for (const project of ['project', 'older']) {
    process.chdir(join(folder, project));
    expect((await explain('shop/web', '203.0.113.7', '-p', '443')).output).toMatch(/^allowed {2}Pod shop\/web \(10\.1\.0\.1\) -> 203\.0\.113\.7 {2}TCP 443\n/);
  }
  process.chdir(folder);
});

test('reads standard input, and passes over other JSON of folders', async () => {
  const args = ['explain', '--from', 'shop/web', '--to', '203.0.113.7'];
  expect(await runCli([...args, '-'], { input: JSON.stringify(OBJECTS[4]) })).toMatchObject({ errors: '', status: 0 });
  expect(await runCli([...args, 'mixed'])).toMatchObject({ errors: '', status: 0 });
  expect((await runCli([...args, '-'], { input: 'a: [1\n' })).errors).toContain('stdin:');
});

test('lists what Calico drops, twenty of it, with nothing that moves the cursor', async () => {
  const { output } = await explain('shop/web', '203.0.113.7', 'endless.yaml');
  const [, dropped] = output.split('\nleft out, as Calico leaves it out:\n');
  const lines = dropped.trimEnd().split('\n');
  expect(lines).toHaveLength(21);
  expect(lines[0]).toMatch(/^ {2}NetworkPolicy shop\/unread-0\\u001b\[31m: /);
  expect(lines[20]).toBe('  and 2 more: --format json has them all');
});

const GUIDE = readFileSync(join(ROOT, 'docs', 'guides', 'explain.md'), 'utf8');
const fences = fencesOf(GUIDE);
const guided = folderOf({ 'dist/shop.yaml': fences[0].text });

test('the guide shows what is printed', async () => {
  process.chdir(guided);
  const commands = fences.filter(({ language }) => language === 'sh');
  for (const { text } of commands) {
    const { output } = await runCli(text.trim().split(' ').slice(2));
    expect(GUIDE).toContain(`\`\`\`sh\n${text}\`\`\`\n\n\`\`\`\n${output}\`\`\`\n`);
  }
  expect(commands).toHaveLength(2);
  process.chdir(folder);
});
