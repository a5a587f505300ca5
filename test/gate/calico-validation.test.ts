import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CalicoValidation } from '../../src';

const ROOT = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'calico-validation-'));
afterAll(() => rmSync(folder, { recursive: true }));

const OBJECTS = {
  pool: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', metadata: { name: 'pods' }, spec: { cidr: '10.0.0.0/16' } },
  policy: { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name: 'drop' }, spec: { selector: 'app == "x"', types: ['Ingress'] } },
};

/** An app of plain API objects in a folder of its own, with this library as a plugin of the real cdk8s-cli. */
function synth(name: string, objects: object, properties: object): { status: number | null; text: string; report: any; manifest: string } {
  const app = join(folder, name);
  mkdirSync(app);
  symlinkSync(join(ROOT, 'node_modules'), join(app, 'node_modules'));
  writeFileSync(join(app, 'plugin.js'), `require('tsx/cjs');\nmodule.exports = require(${JSON.stringify(join(ROOT, 'src', 'index.ts'))});\n`);
  writeFileSync(join(app, 'app.js'), `
const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
const chart = new Chart(app, 'calico');
Object.entries(${JSON.stringify(objects)}).forEach(([id, object]) => new ApiObject(chart, id, object));
app.synth();
`);
  writeFileSync(join(app, 'cdk8s.yaml'), JSON.stringify({
    language: 'typescript', app: 'node app.js', validations: [{ package: './plugin.js', class: 'CalicoValidation', version: '1.0.0', properties }],
  }));
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s'), 'synth', '--validate', '--check-upgrade=false', '--validation-reports-output-file', 'report.json',
  ], { cwd: app, encoding: 'utf8', env: { ...process.env, HOME: app, CDK8S_CHECK_UPGRADE: 'false' } });
  const reports = JSON.parse(readFileSync(join(app, 'report.json'), 'utf8')) as { reports: unknown[] };
  return { status, text: stdout + stderr, report: reports.reports[0], manifest: readFileSync(join(app, 'dist', 'calico.k8s.yaml'), 'utf8') };
}

test('cdk8s synth --validate passes a good app', () => {
  const { status, text, report } = synth('good', OBJECTS, { strict: true });
  expect(text).toContain('Validations ended succesfully');
  expect(report).toMatchObject({ violations: [], summary: { status: 'success', metadata: { Errors: '0', Warnings: '0', Advice: '0' } } });
  expect(status).toBe(0);
});

test('cdk8s synth --validate refuses a bad app, and names constructs, fields and lines', () => {
  const { status, text, report, manifest } = synth('bad', { ...OBJECTS, other: { ...OBJECTS.pool, metadata: { name: 'more' } } }, {
    plan: { onPremises: ['10.0.0.0/8'] }, only: ['cidr'],
  });
  expect(status).toBe(2);
  expect(report.summary).toMatchObject({ status: 'failure', metadata: { Errors: '3', Warnings: '0', Advice: '0' } });
  const line = manifest.split('\n').findIndex((text_) => text_.includes('cidr')) + 1;
  expect(report.violations[0]).toEqual({
    ruleName: 'cidr/pool-overlaps-network',
    recommendation: expect.stringMatching(/^error: pool 10.0.0.0\/16 overlaps the on-premises range 10.0.0.0\/8 of the plan; both hold /),
    fix: expect.stringMatching(/^give `cidr` a range outside the plan.* \(docs\/checks\/cidr\/pool-overlaps-network.md\)$/),
    violatingConstructs: [
      { resourceName: 'pods', constructPath: 'calico/pool', manifestPath: 'dist/calico.k8s.yaml', locations: [`spec.cidr (line ${line}, column 9)`] },
      { resourceName: 'more', constructPath: 'calico/other', manifestPath: 'dist/calico.k8s.yaml', locations: [expect.stringMatching(/^spec.cidr \(line \d+, column 9\)$/)] },
    ],
  });
  expect(report.violations.map(({ ruleName }: { ruleName: string }) => ruleName)).toEqual(['cidr/pool-overlaps-network', 'cidr/pools-overlap']);
  expect(text).toContain('- Construct Path: calico/pool');
});

describe('by itself', () => {
  interface Submitted {
    readonly violations: { violatingResources: object[] }[];
    readonly status?: string;
  }

  function validate(text: string, properties: object): Submitted {
    const file = join(folder, 'manifest.yaml');
    writeFileSync(file, text);
    const submitted: { violations: any[]; status?: string } = { violations: [] };
    new CalicoValidation(properties).validate({
      manifests: [file],
      report: {
        addViolation: (violation: object) => submitted.violations.push(violation),
        submit: (status: string) => {
          submitted.status = status;
        },
      },
    });
    return submitted;
  }

  test('a finding of the plan names the plan, and one without a field its line', () => {
    const plan = join(folder, 'plan.yaml');
    writeFileSync(plan, 'services: [10.0.0.0/16]\nvpc: [10.0.0.0/8]\n');
    expect(validate('', { plan }).violations.map(({ violatingResources }) => violatingResources)).toEqual([
      [{ resourceName: plan, manifestPath: plan, locations: [] }],
    ]);
    expect(validate('a: [', {}).violations.map(({ violatingResources }) => violatingResources)).toEqual([
      [{ resourceName: 'N/A', manifestPath: join(folder, 'manifest.yaml'), locations: ['line 1, column 4'] }],
    ]);
  });

  test('warnings don\'t fail unless strict asks for it', () => {
    const text = 'apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: "a"}\nspec: {types: [Ingress]}\n';
    expect(validate(text, {})).toMatchObject({ status: 'success', violations: [{ ruleName: 'object/namespace-missing' }] });
    expect(validate(text, { strict: true })).toMatchObject({ status: 'failure', violations: [{ ruleName: 'object/namespace-missing' }] });
  });

  test.each([
    [{ stric: true }, 'CalicoValidation: there is no property "stric"; there are only, plan, strict'],
    [{ strict: 'yes' }, 'CalicoValidation: strict is true or false, not "yes"'],
    [{ only: 'cidr' }, 'CalicoValidation: only is a list of checks or categories, not "cidr"'],
    [{ plan: 7 }, 'CalicoValidation: plan is a path or an object of ranges, not 7'],
  ])('rejects %j', (properties, message) => {
    expect(() => new CalicoValidation(properties as object)).toThrow(message);
  });

  test('rejects a plan that is none, and an only that names no check', () => {
    expect(() => validate('', { plan: { vpc: ['10.0.0.1/8'], nodes: 1, otherClusters: [], further: { a: [2] } } })).toThrow([
      'the plan can\'t be used as a plan:',
      '  vpc[0]: "10.0.0.1/8" has host bits: the /8 that 10.0.0.1 is in starts at 10.0.0.0; write 10.0.0.0/8 for the network, or 10.0.0.1/32 for the one address',
      '  nodes: give a list of ranges',
      '  otherClusters: give an object of names, each with a list of ranges',
      '  further.a[0]: give ranges as text',
    ].join('\n'));
    expect(() => validate('', { only: ['cider'] })).toThrow('only: there is no check or category "cider"');
  });
});
