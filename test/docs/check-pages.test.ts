import { HEADINGS, readPage } from './check-page';
import { filesBelow } from './files';
import { idsOf } from './run-sample';
import { ALL_RULES, CHECKS } from '../../src/core/checks';
import { READ_RULES } from '../../src/yaml';

const RULES = [...ALL_RULES, ...READ_RULES];
const IDS = RULES.map(({ id }) => id);

/** Further findings of Incorrect samples that can't be had without them, with the reason. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
};

function names(folder: string, ending: string): string[] {
  return filesBelow(folder, ending).map((path) => path.slice(folder.length + 1, -ending.length)).sort();
}

test('each rule has a page, and each page a rule', () => {
  expect(names('docs/checks', '.md').filter((name) => name !== 'README')).toEqual([...IDS].sort());
});

test('each check has a source file and a test file where its id says, and each test file a check', () => {
  const checks = CHECKS.map(({ id }) => id).sort();
  const inFolders = (name: string) => name.includes('/');
  const sources = names('src/core/checks', '.ts').filter(inFolders);
  expect(checks.filter((id) => !sources.includes(id))).toEqual([]);
  expect(names('test/core/checks', '.test.ts').filter(inFolders)).toEqual(checks);
});

test.each(names('src/core/checks', '.ts').filter((name) => name.includes('/')))('what %s exports as a check is in the catalogue under that id', (name) => {
  const exported = Object.values(jest.requireActual<object>(`../../src/core/checks/${name}`)).filter((value) => isCheck(value));
  expect(exported).toEqual(CHECKS.filter(({ id }) => id === name));
});

function isCheck(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'sees' in value && 'run' in value;
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has a page of the one form', () => {
    const page = readPage(id);
    expect(page.title).toBe(id);
    expect(page.intro).toBe(`${rule.severity[0].toUpperCase()}${rule.severity.slice(1)}. ${rule.summary}`);
    expect(page.headings).toEqual(HEADINGS);
    for (const heading of ['Why', 'Fix', 'Source'] as const) {
      expect(page.prose(heading)).toMatch(/\S/);
    }
  });

  test('fires, and alone, on each sample under Incorrect', () => {
    const samples = readPage(id).samples('Incorrect');
    expect(samples).not.toEqual([]);
    for (const sample of samples) {
      expect(where(id, sample.line, idsOf(sample))).toEqual(where(id, sample.line, [id, ...COMPANIONS[id] ?? []].sort()));
    }
  });

  test('finds nothing on each sample under Correct', () => {
    const samples = readPage(id).samples('Correct');
    expect(samples).not.toEqual([]);
    for (const sample of samples) {
      expect(where(id, sample.line, idsOf(sample))).toEqual(where(id, sample.line, []));
    }
  });
});

/** Carries the place of a sample into the message of a failure. */
function where(id: string, line: number, ids: readonly string[]): object {
  return { sample: `docs/checks/${id}.md:${line}`, ids };
}
