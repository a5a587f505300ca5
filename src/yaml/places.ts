import { DocumentIndex } from './document-index';
import { LineIndex } from './line-index';
import { FieldPath, TextPlace } from '../core/findings';

/** A document and where it stands. */
export interface SourceDocument {
  readonly text: string;
  /** Line of its first character, from 1. */
  readonly line: number;
  readonly file?: string;
}

interface Indexes {
  readonly lines: LineIndex;
  fields?: DocumentIndex;
}

/** How much text the indexes in memory may cover, and how many documents. The last one asked for always stays. */
const CHARACTERS_KEPT = 4_000_000;
const DOCUMENTS_KEPT = 32;

/** The indexes used last, oldest first: a finding is seldom alone in its document, but no file's index stays for long. */
const recent = new Map<SourceDocument, Indexes>();
let charactersKept = 0;

/** The place of a field of a document that was read. */
export function placeOfField(document: SourceDocument, field: FieldPath): TextPlace {
  const indexes = indexesOf(document);
  indexes.fields ??= new DocumentIndex(document.text);
  return placeOfOffset(document, indexes.fields.offsetOf(field));
}

/** The place of an offset into a document's text. */
export function placeOfOffset(document: SourceDocument, offset: number): TextPlace {
  const { line, column } = indexesOf(document).lines.locate(offset);
  return { ...(document.file !== undefined && { file: document.file }), line: document.line + line, column };
}

function indexesOf(document: SourceDocument): Indexes {
  const indexes = recent.get(document) ?? { lines: new LineIndex(document.text) };
  charactersKept += recent.delete(document) ? 0 : document.text.length;
  recent.set(document, indexes);
  for (const oldest of recent.keys()) {
    if (oldest === document || (charactersKept <= CHARACTERS_KEPT && recent.size <= DOCUMENTS_KEPT)) {
      break;
    }
    recent.delete(oldest);
    charactersKept -= oldest.text.length;
  }
  return indexes;
}
