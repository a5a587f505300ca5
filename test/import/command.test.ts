import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparable, manifestsOf } from './run-program';
import { readManifests } from '../../src/yaml';
import { folderOf, runCli } from '../cli/run-cli';

const TIER = 'apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: { name: security }\nspec: { order: 10 }\n';
const POLICY = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: security.web }
spec: { tier: security, selector: app == 'web', types: [Ingress] }
`;
const LIST = `apiVersion: v1
kind: List
items:
- apiVersion: projectcalico.org/v3
  kind: GlobalNetworkSet
  metadata: { name: office }
  spec: { nets: [192.0.2.0/24] }
- apiVersion: v1
  kind: ConfigMap
  metadata: { name: settings, namespace: app }
  data: { a: b }
`;

const before = process.cwd();
const folder = folderOf({
  'tier.yaml': TIER,
  'policies/web.yaml': POLICY,
  'policies/more.yml': `# only a comment\n---\n${LIST}---\nreplicas: 3\n`,
  'policies/tsconfig.json': '{ // no manifest\n}',
  'bad.yaml': `${TIER.replace('10', '"10"')}`,
  'broken.yaml': `${TIER}---\nkind: Tier\n  metadata: {\n`,
  'values.yaml': 'replicas: 3\n',
  'there.ts': 'mine\n',
  'deep.yaml': `apiVersion: v1\nkind: Deep\nmetadata: { name: deep }\nspec: ${'['.repeat(300)}${']'.repeat(300)}\n`,
});
beforeAll(() => process.chdir(folder));
afterAll(() => process.chdir(before));

test('writes one program for files and folders to standard output, and what it did to standard error', async () => {
  const { output, errors, status } = await runCli(['import', 'tier.yaml', 'policies']);
  expect({ errors, status }).toEqual({ errors: 'Imported 4 objects, 3 of them by their own constructs.\n', status: 0 });
  expect(manifestsOf(output)).toEqual(comparable([TIER, POLICY, LIST].flatMap((yaml) => readManifests(yaml).manifests).map(({ object }) => object)));
});

test('reads standard input, and writes a file', async () => {
  expect(await runCli(['import', '-', '--output', 'main.ts', '--tidy'], { input: POLICY })).toEqual({
    output: 'Imported 1 object, 1 of them by their own constructs.\n', errors: '', status: 0,
  });
  expect(readFileSync('main.ts', 'utf8')).toContain(`
    new GlobalNetworkPolicy(this, 'security.web', {
      metadata: { name: 'security.web' },
      tier: Tier.fromTierName('security'),
      selector: Selector.label('app').equals('web'),
      types: [PolicyType.INGRESS],
    });
`);
});

test('replaces a file only where it is told to', async () => {
  expect(await runCli(['import', 'tier.yaml', '--output', 'there.ts'])).toEqual({
    output: '', errors: 'cdk8s-calico: there.ts exists already; name another file, or give --force to replace it\n', status: 2,
  });
  expect(readFileSync('there.ts', 'utf8')).toBe('mine\n');
  expect((await runCli(['import', 'tier.yaml', '--output', 'there.ts', '--force'])).status).toBe(0);
  expect(readFileSync('there.ts', 'utf8')).toContain('new Tier(this, \'security\'');
});

test('imports what checks refuse, and says so', async () => {
  const { output, errors, status } = await runCli(['import', 'bad.yaml']);
  expect({ errors, status }).toEqual({
    errors: 'Imported 1 object, 0 of them by their own constructs. Checks refuse 1: comments in the program say why, and its synth will fail until that is '
      + 'mended.\n',
    status: 0,
  });
  expect(output).toContain(`
    // error resource/type at spec.order: "10" isn't a number
    new ApiObject(this, 'security', {
`);
});

test('rejects input of which a document can\'t be read, and writes nothing', async () => {
  const { output, errors, status } = await runCli(['import', 'tier.yaml', 'broken.yaml', '--output', 'none.ts']);
  expect({ output, status, exists: existsSync(join(folder, 'none.ts')) }).toEqual({ output: '', status: 2, exists: false });
  expect(errors).toMatch(/^error {2}yaml\/syntax\n {2}at {5}broken\.yaml:\d+:\d+\n/);
  expect(errors).toMatch(/\ncdk8s-calico: nothing is written: the input can't be read as it should be\n$/);
});

test.each([
  ['no input', [], 'name the files or folders to import, or - for standard input; cdk8s-calico import --help has examples'],
  ['a file that isn\'t there', ['nowhere.yaml'], 'can\'t read nowhere.yaml: there is no such file or folder'],
  ['input without objects', ['values.yaml'], 'nothing is written: the input holds no object of Kubernetes'],
  ['what no program can render', ['deep.yaml'], 'nothing is written: Deep deep has more than 200 levels'],
])('rejects %s', async (_, inputs, message) => {
  expect(await runCli(['import', ...inputs])).toEqual({ output: '', errors: `cdk8s-calico: ${message}\n`, status: 2 });
});
