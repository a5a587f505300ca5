import { Endpoint } from '../core/policy';

const MOST_SHOWN = 5;
const MOST_EDITS = 2;

/**
 * Endpoints that a name may have meant, the likeliest first: the same name in another namespace; the workload that a pod's name begins with;
 * a name that begins so; two letters more, fewer or other. Grows with the endpoints, times the length of a name.
 */
export function nearNames(text: string, endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const name = text.slice(text.indexOf('/') + 1);
  const near: { readonly endpoint: Endpoint; readonly rank: number }[] = [];
  for (const endpoint of endpoints) {
    const rank = rankOf(text, name, endpoint);
    if (rank !== undefined) {
      near.push({ endpoint, rank });
    }
  }
  return near.sort((a, b) => a.rank - b.rank).slice(0, MOST_SHOWN).map(({ endpoint }) => endpoint);
}

function rankOf(text: string, name: string, endpoint: Endpoint): number | undefined {
  const full = endpoint.namespace === undefined ? endpoint.name : `${endpoint.namespace}/${endpoint.name}`;
  if (endpoint.name === name) {
    return 0;
  }
  if (text.startsWith(`${full}-`)) {
    return 1;
  }
  if (full.startsWith(`${text}-`)) {
    return 2;
  }
  return isNear(text.toLowerCase(), full.toLowerCase()) ? 3 : undefined;
}

/** Whether few edits lead from one text to the other. Only a band of the table of distances is filled: grows with their length. */
function isNear(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > MOST_EDITS) {
    return false;
  }
  let before = Array.from({ length: right.length + 1 }, (_, column) => column);
  let now = before.slice();
  for (let row = 1; row <= left.length; row++) {
    const first = Math.max(1, row - MOST_EDITS);
    const last = Math.min(right.length, row + MOST_EDITS);
    now[first - 1] = first === 1 ? row : Infinity;
    for (let column = first; column <= last; column++) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      const above = column < row + MOST_EDITS ? before[column] : Infinity;
      now[column] = Math.min(before[column - 1] + same, above + 1, now[column - 1] + 1);
    }
    [before, now] = [now, before];
  }
  return before[right.length] <= MOST_EDITS;
}
