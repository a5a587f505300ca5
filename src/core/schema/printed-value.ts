const MOST_CODE_UNITS = 60;
const MOST_ALLOWED = 12;

/**
 * A value of a manifest as a finding shows it: text in quotes, long text cut, lists and objects by name only.
 * Takes the same time for any size and depth of value.
 */
export function printValue(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > MOST_CODE_UNITS ? `${value.slice(0, MOST_CODE_UNITS)}…` : value);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? 'an empty list' : 'a list';
  }
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** The allowed values in a row, at most a dozen of them: `A, B or C`. */
export function printAllowed(allowed: readonly (string | number)[]): string {
  const shown = allowed.filter((value) => value !== '').slice(0, MOST_ALLOWED).map(String);
  if (allowed.length > MOST_ALLOWED) {
    shown.push('…');
  }
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown[shown.length - 1]}`;
}

/** The allowed value that differs in case only, or in little more: what was likely meant. */
export function likelyMeant(value: string, allowed: readonly (string | number)[]): string | undefined {
  const folded = fold(value);
  const names = allowed.filter((name): name is string => typeof name === 'string' && name !== '');
  return names.find((name) => fold(name) === folded) ?? names.find((name) => folded.length >= 4 && withinOneEdit(fold(name), folded));
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[-_ ]/g, '');
}

/** True where one insertion, deletion or replacement leads from one text to the other. Grows with their length. */
function withinOneEdit(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) {
    return false;
  }
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) {
    start++;
  }
  let ends = 0;
  while (ends < left.length - start && ends < right.length - start && left[left.length - 1 - ends] === right[right.length - 1 - ends]) {
    ends++;
  }
  return Math.max(left.length, right.length) - start - ends <= 1;
}
