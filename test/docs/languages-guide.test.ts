import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fencesOf } from './fences';
import { filesBelow, ROOT } from './files';

const LANGUAGES = { python: ['.py', 'examples/org-policies-python'], java: ['.java', 'examples/org-policies-java'], go: ['.go', 'examples/org-policies-go'] };

/** The parts of a sample between lines that leave something out. */
function partsOf(sample: string): string[] {
  return sample.split(/^(?:#|\/\/) \.\.\.\n/m);
}

describe.each(Object.entries(LANGUAGES))('the samples of the guide to languages in %s', (language, [ending, folder]) => {
  test('are taken from the example, which is run', () => {
    const files = filesBelow(folder, ending).map((path) => readFileSync(join(ROOT, path), 'utf8'));
    const samples = fencesOf(readFileSync(join(ROOT, 'docs/guides/languages.md'), 'utf8')).filter((fence) => fence.language === language);
    expect(samples.length).toBe(2);
    const strange = samples.filter(({ text }) => !files.some((file) => partsOf(text).every((part) => file.includes(part))));
    expect(strange).toEqual([]);
  });
});
