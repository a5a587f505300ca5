import { Event, parseEvents, YAMLException } from 'js-yaml';
import { repairIndentation } from './indent-repair';

/**
 * How deep a document may nest. go-yaml stops at 10,000; no kind of Kubernetes' comes near this, and whoever walks the objects
 * by recursion stays far from the end of the stack.
 */
export const DEEPEST = 500;

/** The start of the parser's reason where it met `DEEPEST`. */
export const TOO_DEEP = 'nesting exceeded';

/** Our own reason, beside those of the parser. */
export const UNCLOSED = 'unclosed';

/** Why and where the parser gave up, in the document's text. */
export class ParseFailure extends Error {
  constructor(public readonly reason: string, public readonly offset: number) {
    super(reason);
  }
}

/** A document as the parser sees it. */
export interface ParsedDocument {
  readonly events: readonly Event[];
  /** The text that the offsets of the events count in: the document's, or one that is indented more. */
  readonly source: string;
  /** The offset in the document's text. */
  readonly originalOffset: (offset: number) => number;
  /** Where the document's end mark stands; the length of the text where there is none. */
  readonly end: number;
}

/** The events of a document, up to its end mark `...`. Throws `ParseFailure`. Grows with the text. */
export function parseDocument(whole: string): ParsedDocument {
  const end = endMark(whole);
  const text = end < whole.length ? whole.slice(0, end) : whole;
  const events = tryParse(text, same);
  if (!(events instanceof ParseFailure)) {
    return { events, source: text, originalOffset: same, end };
  }
  if (events.reason.startsWith(TOO_DEEP)) {
    throw events;
  }
  const { repaired, unclosed } = repairIndentation(text);
  if (unclosed !== undefined) {
    // More help than the place where the parser noticed, which may be far below.
    throw new ParseFailure(UNCLOSED, unclosed);
  }
  if (repaired === undefined) {
    throw events;
  }
  const again = tryParse(repaired.text, repaired.originalOffset);
  if (again instanceof ParseFailure) {
    throw again;
  }
  return { events: again, source: repaired.text, originalOffset: repaired.originalOffset, end };
}

function tryParse(text: string, originalOffset: (offset: number) => number): readonly Event[] | ParseFailure {
  try {
    return parseEvents(text, { maxDepth: DEEPEST });
  } catch (error) {
    if (error instanceof YAMLException) {
      return new ParseFailure(error.reason, originalOffset(Math.min(error.mark?.position ?? 0, text.length)));
    }
    throw error;
  }
}

function endMark(text: string): number {
  for (let at = text.indexOf('\n...'); at >= 0; at = text.indexOf('\n...', at + 4)) {
    if (/^\s?$/.test(text.slice(at + 4, at + 5))) {
      return at + 1;
    }
  }
  return text.length;
}

function same(offset: number): number {
  return offset;
}
