import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files';
import { idsIn, printReport, sourceGroups } from '../../scripts/generate/expected-findings';

const REPORTS = ['corpus', 'reference', 'examples'];

function committed(report: string): string {
  return readFileSync(join(ROOT, 'test', 'expected-findings', `${report}.txt`), 'utf8');
}

// The manifests of others lie beside the checkout where the project is developed.
const THERE = sourceGroups(ROOT).flatMap(({ report, sources }) => (sources ? [{ report, sources }] : []));

test.each(THERE)('the checks find in $report what was reviewed: else run scripts/generate-expected-findings.ts, and review it', ({ report, sources }) => {
  expect(printReport(sources)).toBe(committed(report));
});

test('the examples are always there, and nothing is found in them', () => {
  expect(THERE.map(({ report }) => report)).toContain('examples');
  expect(idsIn(committed('examples'))).toEqual([]);
});

test('each kind of finding in a report has its review, and each review its finding', () => {
  const page = readFileSync(join(ROOT, 'docs', 'expected-findings.md'), 'utf8');
  const reviewed = [...page.matchAll(/^## (\w+): (\S+)$/gm)].map(([, report, id]) => `${report}: ${id}`).sort();
  expect(reviewed).toEqual(REPORTS.flatMap((report) => idsIn(committed(report)).map((id) => `${report}: ${id}`)).sort());
});
