import { DocumentIndex } from './document-index';
import { LineIndex } from './line-index';
import { SourceDocument } from './source-document';
import { FieldPath, TextPlace } from '../core/findings';

interface Indexes {
  readonly text: string;
  readonly lines: LineIndex;
  fields?: DocumentIndex;
}

/** How much text the indexes in memory may cover, and how many documents. The last one asked for always stays. */
const CHARACTERS_KEPT = 4_000_000;
const DOCUMENTS_KEPT = 32;

/**
 * A document that is this long is indexed so often at most, and after that has its start for a place. Findings come in the order of
 * documents, so that happens only where many findings each name the places of several huge documents.
 */
const LONG = 1_000_000;
const MOST_INDEXED = 8;

/** The indexes used last, oldest first: a finding is seldom alone in its document, but no file's index stays for long. */
const recent = new Map<SourceDocument, Indexes>();
let charactersKept = 0;

/** The place of a field of a document that was read; its first line where its text can't be had any more. */
export function placeOfField(document: SourceDocument, field: FieldPath): TextPlace {
  const indexes = indexesOf(document);
  if (indexes === undefined) {
    return { ...named(document), line: document.line, column: 1 };
  }
  indexes.fields ??= new DocumentIndex(indexes.text);
  return placeIn(indexes, document, indexes.fields.offsetOf(field));
}

/** The place of an offset into a document's text. */
export function placeOfOffset(document: SourceDocument, offset: number): TextPlace {
  const indexes = indexesOf(document);
  return indexes === undefined ? { ...named(document), line: document.line, column: 1 } : placeIn(indexes, document, offset);
}

/** Lets go of all indexes, and of the texts that they hold. */
export function forgetPlaces(): void {
  recent.clear();
  charactersKept = 0;
}

function placeIn({ lines }: Indexes, document: SourceDocument, offset: number): TextPlace {
  const { line, column } = lines.locate(offset);
  return { ...named(document), line: document.line + line, column: line === 0 ? document.column + column : column };
}

function named({ file }: SourceDocument): { file?: string } {
  return file === undefined ? {} : { file };
}

function indexesOf(document: SourceDocument): Indexes | undefined {
  const indexes = recent.get(document) ?? makeIndexes(document);
  if (indexes === undefined) {
    return undefined;
  }
  charactersKept += recent.delete(document) ? 0 : document.length;
  recent.set(document, indexes);
  for (const oldest of recent.keys()) {
    if (oldest === document || (charactersKept <= CHARACTERS_KEPT && recent.size <= DOCUMENTS_KEPT)) {
      break;
    }
    recent.delete(oldest);
    charactersKept -= oldest.length;
  }
  return indexes;
}

function makeIndexes(document: SourceDocument): Indexes | undefined {
  if (document.length > LONG && ++document.timesIndexed > MOST_INDEXED) {
    return undefined;
  }
  const { text } = document;
  return text === undefined ? undefined : { text, lines: new LineIndex(text) };
}
