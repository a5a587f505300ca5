import { readFileSync } from 'fs';
import { join } from 'path';
import { canonicalise, evaluateSelector, Labels, parseSelector, printSelector, validateSelector } from '../../../src/core/selectors';

interface Case<Input, Expected> { readonly id: string; readonly input: Input; readonly expect: Expected }

function cases<Input, Expected>(file: string): Case<Input, Expected>[] {
  const text = readFileSync(join(__dirname, '..', '..', 'vectors', file), 'utf8');
  return text.trim().split('\n').map((line) => JSON.parse(line) as Case<Input, Expected>);
}

const selectors = cases<{ s: string }, { ok: boolean; validatorOk: boolean; canonical?: string; canonicalStable?: boolean }>('selectors.jsonl');
const evals = cases<{ s: string; labels: Labels }, { match: boolean }>('evals.jsonl');

describe('Calico\'s own answers', () => {
  test('agree on what is a selector, and on its printed form', () => {
    const ours = selectors.map(({ id, input }) => {
      const parsed = parseSelector(input.s);
      return parsed.ok ? { id, ok: true, canonical: printSelector(parsed.ast) } : { id, ok: false };
    });
    expect(ours).toEqual(selectors.map(({ id, expect: { ok, canonical } }) => ({ id, ok, ...(ok && { canonical }) })));
  });

  test('agree on what the validator takes', () => {
    const ours = selectors.filter(({ input }) => validateSelector(input.s) === undefined).map(({ id }) => id);
    expect(ours).toEqual(selectors.filter((given) => given.expect.validatorOk).map(({ id }) => id));
  });

  test('agree on what matches', () => {
    const ours = evals.map(({ id, input }) => {
      const parsed = parseSelector(input.s);
      return { id, match: parsed.ok && evaluateSelector(parsed.ast, input.labels) };
    });
    expect(ours).toEqual(evals.map(({ id, expect: { match } }) => ({ id, match })));
  });

  test('give a canonical form that is Calico\'s text where that is a fixed point, and a fixed point everywhere', () => {
    for (const { input, expect: { ok, canonical, canonicalStable } } of selectors.filter((given) => given.expect.ok)) {
      const parsed = parseSelector(input.s);
      const text = parsed.ok ? printSelector(canonicalise(parsed.ast)) : '';
      const again = parseSelector(text);
      expect({ ok, text: again.ok && printSelector(again.ast) }).toEqual({ ok: true, text });
      if (canonicalStable !== false) {
        expect(text).toBe(canonical);
      }
    }
  });

  test('offer corrections that parse', () => {
    for (const { input } of selectors.filter((given) => !given.expect.ok)) {
      const parsed = parseSelector(input.s);
      if (!parsed.ok && parsed.error.corrected !== undefined) {
        expect(validateSelector(parsed.error.corrected)).toBeUndefined();
      }
    }
  });
});
