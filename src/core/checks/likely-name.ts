import { likelyMeant } from '../schema/printed-value';

/** Above this many names a near miss says little, and looking for it costs too much. */
const MOST_NAMES = 200;

/**
 * Finds the declared name that was likely meant by one that nothing has. Each name is looked for once, and nothing before the first is asked for:
 * most clusters lack no name.
 */
export function likelyNames(declared: () => Iterable<string>): (name: string) => string | undefined {
  const answers = new Map<string, string | undefined>();
  let names: readonly string[] | undefined;
  return (name) => {
    if (!answers.has(name)) {
      names ??= [...new Set(declared())].sort();
      answers.set(name, names.length > MOST_NAMES ? undefined : likelyMeant(name, names));
    }
    return answers.get(name);
  };
}
