import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Checks, Cidr, Report } from '../../src';

const POLICY = `
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: drop
spec:
  selector: app = x
  types: [Ingress]
`;

const POOLS = `
apiVersion: projectcalico.org/v3
kind: IPPool
metadata: { name: pods }
spec: { cidr: 10.0.0.0/16 }
---
apiVersion: projectcalico.org/v3
kind: IPPool
metadata: { name: more }
spec: { cidr: 10.0.1.0/24 }
`;

function ids(report: Report): string[] {
  return report.findings.map(({ id }) => id);
}

test('a finding of a text has a place, a span and a corrected value', () => {
  expect(Checks.ofYaml(POLICY).findings).toEqual([
    {
      id: 'selector/syntax',
      severity: 'error',
      place: { line: 7, column: 13 },
      object: { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', name: 'drop' },
      field: 'spec.selector',
      what: expect.stringContaining('expected'),
      why: expect.any(String),
      fix: 'app == "x"',
      docs: 'docs/checks/selector/syntax.md',
      span: { text: 'app = x', start: 4, end: 5 },
      corrected: 'app == "x"',
      layer: 'calico',
      outcome: 'dropped',
    },
  ]);
});

test('objects are judged as text is', () => {
  const object = { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name: 'drop' }, spec: { selector: 'app = x', types: ['Ingress'] } };
  expect(ids(Checks.ofManifests([object]))).toEqual(['selector/syntax']);
  expect(ids(Checks.ofManifests([{ apiVersion: 'v1', kind: 'List', items: [object] }]))).toEqual(['selector/syntax']);
});

test('rejects items that are no objects', () => {
  expect(() => Checks.ofManifests([{}, null])).toThrow('Checks.ofManifests: item 1 is null, not an object');
});

test('only picks checks by id, by category, or all that one resource shows', () => {
  expect(ids(Checks.ofYaml(POLICY + '---' + POOLS))).toEqual(['selector/syntax', 'cidr/pools-overlap']);
  expect(ids(Checks.ofYaml(POLICY + '---' + POOLS, { only: ['cidr'] }))).toEqual(['cidr/pools-overlap']);
  expect(ids(Checks.ofYaml(POLICY + '---' + POOLS, { only: ['selector/syntax'] }))).toEqual(['selector/syntax']);
  expect(ids(Checks.ofYaml(POLICY + '---' + POOLS, { only: ['resource'] }))).toEqual(['selector/syntax']);
  expect(ids(Checks.ofYaml(POLICY + '---' + POOLS, { only: [] }))).toEqual([]);
});

test('rejects an only that names no check', () => {
  expect(() => Checks.ofYaml('', { only: ['selectors'] })).toThrow('only: there is no check or category "selectors"');
});

test('a plan gives the ranges around manifests that come as text', () => {
  const report = Checks.ofYaml(POOLS, { plan: { vpc: [Cidr.parse('10.0.1.0/24')] }, only: ['cidr/pool-overlaps-network'] });
  expect(report.findings.map(({ what }) => what)).toEqual([
    'pool 10.0.0.0/16 overlaps the VPC range 10.0.1.0/24 of the plan',
    'pool 10.0.1.0/24 overlaps the VPC range 10.0.1.0/24 of the plan',
  ].sort());
});

test('strict makes warnings errors', () => {
  const text = 'apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: a }\nspec: { selector: all() }\n';
  expect(Checks.ofYaml(text).findings.map(({ severity }) => severity)).toEqual(['warning']);
  expect(Checks.ofYaml(text).hasErrors).toBe(false);
  expect(Checks.ofYaml(text, { strict: true }).findings.map(({ severity }) => severity)).toEqual(['error']);
  expect(Checks.ofYaml(text, { strict: true }).hasErrors).toBe(true);
});

test('what cannot be read is a finding whatever only asks for, and hides nothing else', () => {
  expect(ids(Checks.ofYaml('a: [\n---' + POLICY, { only: ['selector'] }))).toEqual(['yaml/syntax', 'selector/syntax']);
});

test('a report is text, plain data, and findings by severity', () => {
  const report = Checks.ofYaml(POLICY);
  expect(report.toText()).toContain('error  selector/syntax\n  at     line 7, column 13');
  expect(report.toJson().findings).toHaveLength(1);
  expect(report.withSeverity('error')).toHaveLength(1);
  expect(report.withSeverity('advice')).toEqual([]);
  expect(() => report.withSeverity('fatal')).toThrow('there is no severity "fatal": it is one of error, warning, advice');
});

test('nothing of a manifest reaches the text raw', () => {
  const text = Checks.ofManifests([{
    apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name: 'a\u001b[31mred\u202e\nb', namespace: 'app' }, spec: { selector: 'a = \u001b[2J' },
  }]).toText();
  expect(text).toContain('\\u001b');
  // eslint reads control characters in expressions as mistakes, so they are looked for one by one.
  expect([...text].filter((character) => character !== '\n' && (character < ' ' || character === '\u202e'))).toEqual([]);
});

// Policies that run in production; the folder lies beside the checkout where the project is developed.
const CORPUS = join(__dirname, '..', '..', '..', 'shared', 'corpus');
if (existsSync(CORPUS)) {
  const sets = readdirSync(CORPUS).filter((name) => !name.includes('.'))
    .flatMap((region) => readdirSync(join(CORPUS, region)).map((side) => join(CORPUS, region, side)));

  test.each(sets)('policies that run in production have no error: %s', (set) => {
    const text = readdirSync(set).map((file) => readFileSync(join(set, file), 'utf8')).join('\n---\n');
    const errors = Checks.ofYaml(text).withSeverity('error').map(({ object, what }) => `${object?.kind}: ${what}`);
    expect(errors.filter((error) => !error.startsWith('HostEndpoint: ') || !error.includes('<'))).toEqual([]);
  });
}
