import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../src/yaml/read-document';
import { Problem } from '../../src/yaml/read-fault';

/*
 * go-yaml.jsonl holds documents and what sigs.k8s.io/yaml 1.6.0, which kubectl 1.34 and calicoctl read YAML with, makes of them: `value` as JSON,
 * or `refused`; `strict: false` where only its strict reading (calicoctl's) refuses.
 */
interface Vector {
  readonly text: string;
  readonly value?: unknown;
  readonly refused?: true;
  readonly strict?: false;
}

const vectors: Vector[] = readFileSync(join(__dirname, 'go-yaml.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

function read(text: string): { value: unknown; errors: Problem[]; strict: boolean } {
  const problems: Problem[] = [];
  const value = readDocument(text, (problem) => problems.push(problem));
  return {
    value: JSON.parse(JSON.stringify(value ?? null)),
    // A tag that swallowed a value is read by Kubernetes; that it is an error is our own judgement.
    errors: problems.filter((problem) => (problem.severity ?? 'error') === 'error' && !problem.what.includes('read as a YAML tag')),
    strict: !problems.some((problem) => problem.severity === 'strict'),
  };
}

describe('the reader', () => {
  test.each(vectors)('reads $text as Kubernetes does', ({ text, value, refused, strict }) => {
    const result = read(text);
    if (refused) {
      expect(result.errors).toHaveLength(1);
    } else {
      expect(result).toEqual({ value, errors: [], strict: strict ?? true });
    }
  });

  test.each([
    ['kubectl takes these escapes in JSON, calicoctl nowhere', '{"a": "\\/"}', { value: { a: '/' }, errors: [], strict: false }],
    ['one half of a pair is an escape of JSON only', '{"a": "\\ud83d\\ude00"}', { value: { a: '😀' }, errors: [], strict: false }],
    ['as a number and as text the same key, of which Go takes either', '1: a\n"1": b', { value: { 1: 'b' }, errors: [], strict: false }],
  ])('differs with reason: %s', (_reason, text, result) => {
    expect(read(text)).toEqual(result);
  });

  test.each([
    ['go-yaml loses what follows a complete document in silence', ' a: 1\nb: 2'],
    ['go-yaml loses what follows a complete document in silence', '{a: 1} x'],
  ])('refuses with reason: %s', (_reason, text) => {
    expect(read(text).errors).toMatchObject([{ rule: 'yaml/syntax', what: 'the document is over before this line' }]);
  });
});

test('prints keys that are no finite numbers as go-yaml does', () => {
  expect(read('{.inf: 1, -.inf: 2, .nan: 3}').value).toEqual({ '.inf': 1, '-.inf': 2, '.nan': 3 });
});
