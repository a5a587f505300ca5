/**
 * A text of which parts can be had more than once; a string is one. Offsets count UTF-16 code units.
 * Undefined where the part is no more what it was.
 */
export interface SourceText {
  slice(start: number, end: number): string | undefined;
}

/** A document and where it stands. Its text is had again when somebody asks for it, so holding the document needn't hold the text. */
export class SourceDocument {
  /** How often its places were listed: see `placeOfField`. */
  public timesIndexed = 0;

  /**
   * @param source the whole text
   * @param start where the document starts in it
   * @param end the offset after it
   * @param line of its first character, from 1
   * @param file the name of the text
   * @param column characters before it on its first line
   */
  constructor(
    private readonly source: SourceText,
    private readonly start: number,
    private readonly end: number,
    public readonly line: number,
    public readonly file: string | undefined,
    public readonly column = 0,
  ) {}

  public get length(): number {
    return this.end - this.start;
  }

  /** The text. Undefined where it can't be had any more. */
  public get text(): string | undefined {
    return this.source.slice(this.start, this.end);
  }

  /** A part of the document as a document of its own; offsets and line count from the document's start. */
  public part(start: number, end: number, line: number, column: number): SourceDocument {
    return new SourceDocument(this.source, this.start + start, this.start + end, this.line + line, this.file, column);
  }
}
