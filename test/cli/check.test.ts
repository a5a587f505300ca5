import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, runCli } from './run-cli';
import { Checks } from '../../src';

const POLICY = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: drop
spec:
  selector: app == 'web'
  types: [Ingress]
`;
const MISTYPED = `${POLICY}  order: first\n`;
const WARNED = `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web }
spec: { selector: all(), types: [Ingress] }
`;
const POOL = (name: string, cidr: string) => `apiVersion: projectcalico.org/v3
kind: IPPool
metadata: { name: ${name} }
spec: { cidr: ${cidr} }
`;
const OTHERS = `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { order: first }
---
replicas: 3
---
# nothing
`;

const before = process.cwd();
const folder = folderOf({
  'good.yaml': POLICY,
  'bad.yaml': MISTYPED,
  'warned.yml': WARNED,
  'pools/a.yaml': POOL('first', '10.0.0.0/16'),
  'pools/b.json': JSON.stringify({ apiVersion: 'projectcalico.org/v3', kind: 'IPPool', metadata: { name: 'second' }, spec: { cidr: '10.0.1.0/24' } }),
  'others.yaml': OTHERS,
  'plan.yaml': 'onPremises: [10.0.0.0/8]\n',
  'plan.json': '{"onPremises": ["10.0.0.0/8"]}',
  'bad-plan.yaml': 'onPremise: [10.0.0.0/8]\nvpc: [10.0.0.1/8, 10.0.0.0/99]\n',
  'empty/readme.txt': 'nothing here',
  'mixed/settings.json': '{ // a comment\n "a": [1,] }',
  'mixed/good.yaml': POLICY,
});
const synthesised = folderOf({ 'dist/a.yaml': POOL('first', '10.0.0.0/16'), 'b.yaml': MISTYPED });
beforeAll(() => process.chdir(folder));
afterAll(() => process.chdir(before));

test('says where and why in the text of the file, and ends with 1', async () => {
  expect(await runCli(['check', 'bad.yaml'])).toEqual({
    output: `error  resource/type
  at     bad.yaml:8:10  GlobalNetworkPolicy/drop  spec.order
  what   "first" isn't a number
               order: first
                      ^
  why    the field holds another type, so the object can't be read at all
  fix    give a number
  more   docs/checks/resource/type.md

1 error, 0 warnings. Checked 1 file, 1 object, 1 of them Calico's.
`,
    errors: '',
    status: 1,
  });
});

test('ends with 0 where nothing is wrong, and takes other kinds and other documents as they are', async () => {
  expect(await runCli(['check', 'good.yaml', 'others.yaml'])).toEqual({
    output: '0 errors, 0 warnings. Checked 2 files, 2 objects, 1 of them Calico\'s.\n', errors: '', status: 0,
  });
});

test('a warning is no failure, unless it is asked for', async () => {
  const lenient = await runCli(['check', 'warned.yml']);
  expect([lenient.output.split('\n')[0], lenient.status]).toEqual(['warning  object/namespace-missing', 0]);
  const strict = await runCli(['check', '--strict', 'warned.yml']);
  expect([strict.output.split('\n')[0], strict.status]).toEqual(['error  object/namespace-missing', 1]);
});

test('all inputs are one cluster, and places are found after the text was let go', async () => {
  const { output, status } = await runCli(['check', 'pools']);
  expect(output).toContain('error  cidr/pools-overlap\n  at     pools/b.json:1:98  IPPool/second  spec.cidr\n');
  expect(output).toContain('spec":{"cidr":"10.0.1.0/24"}}\n');
  expect(status).toBe(1);
});

test('finds what the library finds in the same text', async () => {
  const text = [MISTYPED, WARNED, POOL('first', '10.0.0.0/16'), POOL('second', '10.0.1.0/24'), OTHERS].join('---\n');
  const { output } = await runCli(['check', '-', '--format', 'json'], { input: text });
  const { findings } = JSON.parse(output) as { findings: { place: { file: string } }[] };
  const { findings: known } = Checks.ofYaml(text).toJson() as { findings: { place: object; what: string }[] };
  expect(findings).toEqual(known.map((finding) => ({
    ...finding, place: { file: 'stdin', ...finding.place }, what: finding.what.replace(/starts at line (\d+)/, 'starts at stdin:$1'),
  })));
  expect(findings).toHaveLength(3);
});

test('reads what is piped in, in pieces too, and shows lines of it', async () => {
  const bytes = Buffer.from(MISTYPED);
  const { output, status } = await runCli(['check', '-'], { input: [bytes.subarray(0, 50), bytes.subarray(50)] });
  expect(output).toContain('  at     stdin:8:10  GlobalNetworkPolicy/drop  spec.order\n');
  expect(output).toContain('order: first\n');
  expect(status).toBe(1);
});

test.each(['plan.yaml', 'plan.json'])('a plan gives the ranges around the cluster: %s', async (plan) => {
  const { output, status } = await runCli(['check', 'pools/a.yaml', '--plan', plan]);
  expect(output).toContain('what   pool 10.0.0.0/16 overlaps the on-premises range 10.0.0.0/8 of the plan\n');
  expect(status).toBe(1);
});

test('rejects a plan that is none, with every problem and its place', async () => {
  expect(await runCli(['check', 'good.yaml', '--plan', 'bad-plan.yaml'])).toEqual({
    output: '',
    errors: `cdk8s-calico: bad-plan.yaml can't be used as a plan:
  bad-plan.yaml:1:12  onPremise: a plan has no such key: write onPremises
  bad-plan.yaml:2:7  vpc[0]: "10.0.0.1/8" has host bits: the /8 that 10.0.0.1 is in starts at 10.0.0.0; write 10.0.0.0/8 for the network, or 10.0.0.1/32 for the one address
  bad-plan.yaml:2:19  vpc[1]: "10.0.0.0/99" has prefix length 99; write a prefix length from 0 to 32
`,
    status: 2,
  });
});

test('only runs some checks, by id and by category', async () => {
  for (const args of [['--only', 'cidr,selector'], ['--only', 'cidr/pools-overlap', '--only', 'selector']]) {
    const { output } = await runCli(['check', 'pools', 'bad.yaml', 'warned.yml', ...args]);
    expect(output.match(/^\w+ {2}\S+\/\S+$/gm)).toEqual(['error  cidr/pools-overlap']);
  }
});

test('rejects an only that names no check', async () => {
  const { errors, status } = await runCli(['check', 'good.yaml', '--only', 'selectors']);
  expect(errors).toContain('cdk8s-calico: only: there is no check or category "selectors"; categories are');
  expect(status).toBe(2);
});

describe.each(['json', 'sarif', 'junit'])('--format %s', (format) => {
  test('prints the report alone, and ends with the same status', async () => {
    const { output, errors, status } = await runCli(['check', 'bad.yaml', '--format', format]);
    expect({ starts: output.slice(0, 1), errors, status }).toEqual({ starts: format === 'junit' ? '<' : '{', errors: '', status: 1 });
    expect(output).toContain('resource/type');
  });

  test('writes it to a file, and the summary to the terminal', async () => {
    const { output, status } = await runCli(['check', 'bad.yaml', '-f', format, '-o', `report.${format}`]);
    expect({ output, status }).toEqual({ output: '1 error, 0 warnings. Checked 1 file, 1 object, 1 of them Calico\'s.\n', status: 1 });
    expect(readFileSync(`report.${format}`, 'utf8')).toBe((await runCli(['check', 'bad.yaml', '-f', format])).output);
  });
});

test('a SARIF report knows every rule and the version', async () => {
  const { output } = await runCli(['check', 'good.yaml', '--format', 'sarif']);
  const { driver } = (JSON.parse(output) as { runs: { tool: { driver: { version: string; rules: { id: string }[] } } }[] }).runs[0].tool;
  expect(driver.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(driver.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['cidr/pools-overlap', 'resource/type', 'yaml/syntax', 'selector/syntax']));
});

test('reads what cdk8s wrote where no input is named', async () => {
  process.chdir(synthesised);
  try {
    expect(await runCli(['check'])).toEqual({ output: '0 errors, 0 warnings. Checked 1 file, 1 object, 1 of them Calico\'s.\n', errors: '', status: 0 });
  } finally {
    process.chdir(folder);
  }
});

test('what can\'t be read is said, leaves the rest alone, and ends with 2', async () => {
  expect(await runCli(['check', 'good.yaml', 'nowhere.yaml', 'empty'])).toEqual({
    output: '0 errors, 0 warnings. Checked 1 file, 1 object, 1 of them Calico\'s.\n',
    errors: 'cdk8s-calico: can\'t read nowhere.yaml: there is no such file or folder\ncdk8s-calico: empty holds no file that ends in .yaml, .yml, .json\n',
    status: 2,
  });
});

test.each([
  [['check'], 'name files or folders, or - for standard input: there is no folder dist or cdk8s.out here\n'],
  [['check', 'nowhere'], 'can\'t read nowhere: there is no such file or folder\n'],
  [['check', 'evil\u001b[2J'], 'can\'t read evil\\u001b[2J: there is no such file or folder\n'],
  [['check', 'good.yaml', '--plan', 'nowhere'], 'can\'t read nowhere: there is no such file or folder\n'],
  [['check', 'good.yaml', '--plan', 'empty'], 'can\'t read empty: it is a folder\n'],
  [['check', 'good.yaml', '-o', 'empty'], 'can\'t write empty: it is a folder\n'],
  [['check', 'good.yaml', '--format', 'xml'], 'option \'-f, --format <format>\' argument \'xml\' is invalid. Allowed choices are text, json, sarif, junit.\n(--help shows what it takes)\n'],
  [['check', 'good.yaml', '--stict'], 'unknown option \'--stict\'\n(Did you mean --strict?)\n(--help shows what it takes)\n'],
  [['chek'], 'unknown command \'chek\'\n(Did you mean check?)\n(--help shows what it takes)\n'],
])('rejects %j with 2', async (args, message) => {
  expect(await runCli(args)).toEqual({ output: '', errors: `cdk8s-calico: ${message}`, status: 2 });
});

test('prints help without arguments, and with examples', async () => {
  const help = await runCli([]);
  expect(help).toEqual(await runCli(['--help']));
  expect(help.output).toMatch(/^Usage: cdk8s-calico [^]*\n {2}check [^]*\nExamples:\n/);
  expect([help.errors, help.status]).toEqual(['', 0]);
  const check = await runCli(['check', '--help']);
  expect(check.output).toMatch(/^Usage: cdk8s-calico check [^]*--plan <file>[^]*\nExamples:\n[^]*\nExit status: 0 /);
  expect(check.status).toBe(0);
});

test('prints the version', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string };
  expect(await runCli(['--version'])).toEqual({ output: `${version}\n`, errors: '', status: 0 });
});

test('JSON in a folder that is no manifest is passed over; the same file is read where it is named', async () => {
  expect((await runCli(['check', 'mixed'])).output).toBe('0 errors, 0 warnings. Checked 1 file, 1 object, 1 of them Calico\'s.\n');
  expect((await runCli(['check', 'mixed/settings.json'])).output).toContain('error  yaml/');
});

test('a file that is reached twice is judged once', async () => {
  symlinkSync('good.yaml', 'again.yaml');
  expect((await runCli(['check', 'good.yaml', './good.yaml', 'again.yaml', join(folder, 'good.yaml')])).output)
    .toBe('0 errors, 0 warnings. Checked 1 file, 1 object, 1 of them Calico\'s.\n');
});

describe('colour', () => {
  const ESCAPE = '\u001b[';
  test.each([
    ['a pipe', {}, false],
    ['a terminal', { isTerminal: true }, true],
    ['a terminal with NO_COLOR', { isTerminal: true, environment: { NO_COLOR: '1' } }, false],
    ['a terminal with an empty NO_COLOR', { isTerminal: true, environment: { NO_COLOR: '' } }, true],
    ['a dumb terminal', { isTerminal: true, environment: { TERM: 'dumb' } }, false],
    ['a pipe with FORCE_COLOR', { environment: { FORCE_COLOR: '1' } }, true],
    ['a terminal with FORCE_COLOR=0', { isTerminal: true, environment: { FORCE_COLOR: '0' } }, false],
    ['FORCE_COLOR and NO_COLOR', { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } }, false],
  ])('on %s', async (_, surroundings, coloured) => {
    const { output } = await runCli(['check', 'bad.yaml'], surroundings);
    expect(output.includes(ESCAPE)).toBe(coloured);
    expect(output.split(ESCAPE).map((part, index) => (index === 0 ? part : part.replace(/^\d+m/, ''))).join('')).toBe((await runCli(['check', 'bad.yaml'])).output);
  });

  test('never in a file', async () => {
    await runCli(['check', 'bad.yaml', '-o', 'plain.txt'], { isTerminal: true });
    expect(readFileSync('plain.txt', 'utf8')).toBe((await runCli(['check', 'bad.yaml'])).output);
  });
});

test('text takes the width of the terminal', async () => {
  const { output } = await runCli(['check', 'pools'], { isTerminal: true, columns: 60, environment: { NO_COLOR: '1' } });
  const prose = output.split('\n').filter((line) => /^ {2}(why|fix) |^ {9}\S/.test(line));
  expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(60);
});
