import { ALL_RULES } from '../core/checks';
import { READ_RULES } from '../yaml';

/** Every rule that a report can name: of the checks, and of the reader. */
export const REPORTED_RULES = [...ALL_RULES, ...READ_RULES];

/** @throws where a text names neither a check, nor a category, nor `resource`. @param own ids of checks of the user's own */
export function checkOnly(only: readonly string[] | undefined, own: readonly string[] = []): void {
  const ids = [...REPORTED_RULES.map(({ id }) => id), ...own];
  const categories = new Set(ids.map((id) => id.slice(0, id.indexOf('/'))));
  const known = new Set([...ids, ...categories, 'resource']);
  for (const text of only ?? []) {
    if (!known.has(text)) {
      throw new Error(`only: there is no check or category ${JSON.stringify(text)}; categories are ${[...categories].join(', ')}, `
        + 'the ids of checks are in docs/checks/README.md');
    }
  }
}
