import { blocksOfRange } from './address-set';
import { Prefix } from './prefix';
import { scanAddress } from './scan-address';

/** Reads `first-last`, a notation of other tools, as the blocks that make it up; undefined where it is something else. */
export function readRange(text: string): Prefix[] | undefined {
  const dash = text.indexOf('-');
  if (dash < 0) {
    return undefined;
  }
  const ends = [text.slice(0, dash).trim(), text.slice(dash + 1).trim()].map((end) => scanAddress(end, 0, end.length));
  const [first, last] = ends;
  if (!(first instanceof Prefix) || !(last instanceof Prefix) || first.family !== last.family || first.compare(last) > 0) {
    return undefined;
  }
  return blocksOfRange(first, last);
}
