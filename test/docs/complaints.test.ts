import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files';
import { ALL_RULES } from '../../src/core/checks';

interface Complaint {
  readonly number: number;
  readonly threads: readonly string[];
  /** Ids of checks. */
  readonly checks: readonly string[];
  /** Tests that show what no check has to find. */
  readonly tests: readonly string[];
}

const COMPLAINTS = readFileSync(join(ROOT, 'docs', 'complaints.md'), 'utf8').split('\n').flatMap((line): Complaint[] => {
  const [, number, , threads, answer] = line.split('|').map((cell) => cell.trim());
  if (!/^\d+$/.test(number ?? '')) {
    return [];
  }
  const named = [...answer.matchAll(/`([^`]+)`/g)].map(([, text]) => text).filter((text) => text.includes('/'));
  return [{
    number: Number(number),
    threads: threads.split(' '),
    checks: named.filter((text) => !text.startsWith('test/')),
    tests: named.filter((text) => text.startsWith('test/')),
  }];
});

const IDS = ALL_RULES.map(({ id }) => id);

test('each of the 41 complaints has its row', () => {
  expect(COMPLAINTS.map(({ number }) => number)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
});

test.each(COMPLAINTS.map((complaint) => [complaint.number, complaint] as const))('complaint %i is answered by checks that there are, or by a test', (_, { checks, tests }) => {
  expect(checks.filter((id) => !IDS.includes(id))).toEqual([]);
  expect(tests.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  expect(checks.length + tests.length).toBeGreaterThan(0);
});

test.each(COMPLAINTS.filter(({ checks }) => checks.length > 0).map((complaint) => [complaint.number, complaint] as const))(
  'the threads of complaint %i are named on the page of a check', (_, { checks, threads }) => {
    const pages = checks.map((id) => readFileSync(join(ROOT, 'docs', 'checks', `${id}.md`), 'utf8')).join('\n');
    expect(threads.filter((thread) => pages.includes(thread))).not.toEqual([]);
  });
