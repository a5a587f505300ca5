import { decodeText } from './decode-text';
import { splitJson } from './json-stream';
import { encodingProblem, Explanation, LIST_DOCUMENT, missingKind, notAnObject } from './object-problems';
import { placeOfField, placeOfOffset } from './places';
import { readDocument } from './read-document';
import { Problem, ReadFault, ReadRuleId } from './read-fault';
import { SourceDocument, SourceText } from './source-document';
import { splitDocuments } from './split-documents';
import { FieldPath, TextPlace } from '../core/findings';
import { expandLists, isObject, JsonObject, Manifest } from '../core/manifests';

/** What is known of a text. */
export interface ReadOptions {
  /** Its name, for places. @default - none */
  readonly file?: string;
  /** The number of its first line. @default 1 */
  readonly startLine?: number;
  /**
   * Gives the text, which is handed in without a byte order mark, a form that needn't stay in memory. Not asked where bytes are damaged.
   *
   * @default - places hold the text
   */
  readonly source?: (text: string) => SourceText;
}

/** What a text holds. */
export interface ReadResult {
  /** Every object with apiVersion and kind, in the order of the text; `List`s are expanded. */
  readonly manifests: Manifest[];
  /** What couldn't be read, or is read by Kubernetes in a way that surprises. */
  readonly faults: ReadFault[];
  /** Number of documents that are YAML but no manifests, such as the values of a chart. */
  readonly otherDocuments: number;
}

/** What a document holds. */
export interface DocumentResult extends ReadResult {
  /** How much of the text is read, from 0 to 1. */
  readonly share: number;
}

/**
 * Reads the manifests of a YAML or JSON text as kubectl and calicoctl read them.
 *
 * A document that can't be read is a fault and leaves the others alone. Each manifest finds the place of its fields, by reading its
 * document once more when it is first asked. Time grows with the text; beside the result, memory grows with the largest document.
 */
export function readManifests(input: string | Uint8Array, options: ReadOptions = {}): ReadResult {
  const whole = { manifests: [] as Manifest[], faults: [] as ReadFault[], otherDocuments: 0 };
  for (const { manifests, faults, otherDocuments } of readDocuments(input, options)) {
    manifests.forEach((manifest) => whole.manifests.push(manifest));
    faults.forEach((fault) => whole.faults.push(fault));
    whole.otherDocuments += otherDocuments;
  }
  return whole;
}

/** The same, a document at a time: whoever needs a manifest only once needn't hold all of them. */
export function* readDocuments(input: string | Uint8Array, options: ReadOptions = {}): Generator<DocumentResult> {
  const decoded = typeof input === 'string' ? { text: input, damaged: false } : decodeText(input);
  // A byte order mark is no part of the first line.
  const text = decoded.text.startsWith('\uFEFF') ? decoded.text.slice(1) : decoded.text;
  const { file, startLine = 1 } = options;
  const source = decoded.damaged || options.source === undefined ? text : options.source(text);
  for (const part of splitDocuments(text, startLine)) {
    const reader = new Reader(decoded.damaged);
    if (part.problem !== undefined) {
      reader.report(new SourceDocument('', 0, 0, part.separatorLine, file), [part.problem], true);
    }
    const end = part.start + part.text.length;
    reader.read(new SourceDocument(source, part.start, end, part.line, file), part.text);
    yield { manifests: reader.manifests, faults: reader.faults, otherDocuments: reader.otherDocuments, share: end / text.length };
  }
}

type Locate = (field: FieldPath) => TextPlace;

/** Manifests hold what finds their places for as long as they live: functions that hold the document, and nothing else of the reader's. */
function locator(document: SourceDocument): Locate {
  return (field) => placeOfField(document, field);
}

function locatorBelow(locate: Locate, index: number): Locate {
  return (field) => locate([index, ...field]);
}

class Reader {
  public readonly manifests: Manifest[] = [];
  public readonly faults: ReadFault[] = [];
  public otherDocuments = 0;

  constructor(private readonly damaged: boolean) {}

  public read(document: SourceDocument, text: string): void {
    const broken = this.damaged ? text.indexOf('\uFFFD') : -1;
    if (broken >= 0) {
      this.report(document, [encodingProblem(broken)], true);
      return;
    }
    const problems: Problem[] = [];
    const value = readDocument(text, (problem) => problems.push(problem));
    const values = problems.some(({ rule }) => rule === 'yaml/syntax') ? splitJson(text) : undefined;
    if (values !== undefined) {
      for (const { start, end, line, column } of values) {
        this.read(document.part(start, end, line, column), text.slice(start, end));
      }
      return;
    }
    const before = this.manifests.length;
    this.take(value, locator(document));
    this.report(document, problems, this.manifests.slice(before).some((manifest) => manifest.isCalico));
  }

  public report(document: SourceDocument, problems: readonly Problem[], isCalico: boolean): void {
    for (const { rule, offset, what, why, fix, severity } of problems) {
      const place = placeOfOffset(document, offset);
      this.faults.push({ rule, severity: severity === 'strict' ? (isCalico ? 'error' : 'warning') : severity ?? 'error', place, what, why, fix });
    }
  }

  /** Takes what a document holds: an object, or a list of them as calicoctl allows. */
  private take(value: unknown, locate: Locate): void {
    if (value === undefined) {
      return;
    }
    if (Array.isArray(value)) {
      this.fault('yaml/not-an-object', locate([]), LIST_DOCUMENT);
      value.forEach((item: unknown, index) => this.takeOne(item, locatorBelow(locate, index)));
    } else {
      this.takeOne(value, locate);
    }
  }

  private takeOne(value: unknown, locate: Locate): void {
    if (!isObject(value)) {
      this.fault('yaml/not-an-object', locate([]), notAnObject(value, 'this document'));
    } else if (looksLikeManifest(value)) {
      const stray = (item: unknown, place: TextPlace | undefined) => this.fault('yaml/not-an-object', place!, notAnObject(item, 'an item of this List'));
      expandLists(new Manifest(value, { locate }), stray).forEach((manifest) => this.add(manifest));
    } else {
      this.otherDocuments++;
    }
  }

  private add(manifest: Manifest): void {
    if (manifest.apiVersion === '' || manifest.kind === '') {
      const field = manifest.apiVersion === '' ? 'apiVersion' : 'kind';
      this.fault('yaml/no-kind', manifest.origin.locate!([field])!, missingKind(manifest, field));
    } else {
      this.manifests.push(manifest);
    }
  }

  private fault(rule: ReadRuleId, place: TextPlace, explanation: Explanation): void {
    this.faults.push({ rule, severity: 'error', place, ...explanation });
  }
}

/** Values of a chart, a kustomization and other YAML have none of what makes a manifest. */
function looksLikeManifest(object: JsonObject): boolean {
  return object.apiVersion !== undefined || object.kind !== undefined || (isObject(object.metadata) && isObject(object.spec));
}
