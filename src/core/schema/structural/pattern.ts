/**
 * The patterns of the CRDs are Go's (RE2, linear time); JavaScript's engine backtracks. Each pattern of the CRDs was read for that:
 * those listed here have more than one way to match the same text, so they are replaced by a form that matches the same texts in one way.
 */
const ONE_WAY: Readonly<Record<string, string>> = {
  '^(([0-9]*(\\.[0-9]*)?(ms|s|h|m|us)+)+|Auto)$': '^(?:(?:[0-9]*(?:\\.[0-9]*)?(?:us|[hms]))+|Auto)$',
};

const compiled = new Map<string, RegExp>();

/** A Go pattern as a JavaScript one: `(?i)` becomes a flag, and what can backtrack badly is replaced. */
export function goPattern(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    const source = ONE_WAY[pattern] ?? pattern;
    expression = source.includes('(?i)') ? new RegExp(source.replace('(?i)', ''), 'i') : new RegExp(source);
    compiled.set(pattern, expression);
  }
  return expression;
}

const CHOICE = /^\^\(\?i\)\(([A-Za-z|]+)\)\?\$$/;

/** The words that a pattern of the form `^(?i)(A|B)?$` allows; undefined for every other pattern. */
export function choicesOf(pattern: string): string[] | undefined {
  return CHOICE.exec(pattern)?.[1].split('|');
}
