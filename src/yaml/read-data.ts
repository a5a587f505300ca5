import { decodeText } from './decode-text';
import { placeOfField, placeOfOffset } from './places';
import { readDocument } from './read-document';
import { Problem, ReadFault } from './read-fault';
import { SourceDocument } from './source-document';
import { splitDocuments } from './split-documents';
import { FieldPath, TextPlace } from '../core/findings';

/** A document of a text that holds no manifests. */
export interface DataDocument {
  readonly value: unknown;
  readonly locate: (field: FieldPath) => TextPlace;
}

/** What a text without manifests holds. */
export interface DataResult {
  readonly documents: readonly DataDocument[];
  readonly faults: readonly ReadFault[];
}

/** Reads the documents of a YAML or JSON text that holds no manifests, such as a plan. Empty documents are left out. */
export function readData(input: string | Uint8Array, file?: string): DataResult {
  const { text } = typeof input === 'string' ? { text: input } : decodeText(input);
  const documents: DataDocument[] = [];
  const faults: ReadFault[] = [];
  for (const part of splitDocuments(text, 1)) {
    const document = new SourceDocument(text, part.start, part.start + part.text.length, part.line, file);
    const report = ({ rule, offset, severity, what, why, fix }: Problem) => {
      const place = placeOfOffset(document, offset);
      faults.push({ rule, severity: severity === 'strict' ? 'error' : severity ?? 'error', place, what, why, fix });
    };
    const value = readDocument(part.text, report);
    if (value !== undefined) {
      documents.push({ value, locate: (field) => placeOfField(document, field) });
    }
  }
  return { documents, faults };
}
