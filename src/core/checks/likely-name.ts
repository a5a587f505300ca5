import { likelyMeant } from '../schema/printed-value';

/** Above this many names a near miss says little, and looking for it costs too much. */
const MOST_NAMES = 200;

/** The declared name that was likely meant by one that nothing has. */
export function likelyName(name: string, declared: ReadonlySet<string>): string | undefined {
  return declared.size > MOST_NAMES ? undefined : likelyMeant(name, [...declared].sort());
}
