import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { SourceText } from '../yaml';

/** Characters between two places of the file that are known in bytes. */
const STEP = 65_536;

interface Step {
  readonly character: number;
  readonly byte: number;
}

/**
 * The text of a UTF-8 file, which parts can be had of after the text itself was let go: they are read from the file again, as long
 * as nobody changed it. A part costs what it and one step on either side hold, not what the file holds.
 */
export class FileText implements SourceText {
  /**
   * @param path the file
   * @param bytes what it held
   * @param text the same, decoded, without a byte order mark
   * @returns undefined where the file isn't UTF-8, or can't be read a second time: a pipe
   */
  public static of(path: string, bytes: Uint8Array, text: string): FileText | undefined {
    const stamp = stampOf(path);
    const mark = bytes[0] === 0xEF && bytes[1] === 0xBB && bytes[2] === 0xBF ? 3 : 0;
    const steps = stepsOf(text, mark);
    return stamp === undefined || steps[steps.length - 1].byte !== bytes.length ? undefined : new FileText(path, stamp, steps, text);
  }

  private constructor(
    private readonly path: string,
    private readonly stamp: string,
    /** Where each step starts, and last where the text ends. */
    private readonly steps: readonly Step[],
    private text: string | undefined,
  ) {}

  /** Lets go of the text. */
  public drop(): void {
    this.text = undefined;
  }

  public slice(start: number, end: number): string | undefined {
    if (this.text !== undefined) {
      return this.text.slice(start, end);
    }
    const first = this.steps[Math.floor(start / STEP)];
    const last = this.steps[Math.min(Math.ceil(end / STEP), this.steps.length - 1)];
    return this.read(first.byte, last.byte)?.toString('utf8').slice(start - first.character, end - first.character);
  }

  private read(from: number, to: number): Buffer | undefined {
    if (stampOf(this.path) !== this.stamp) {
      return undefined;
    }
    let file: number | undefined;
    try {
      file = openSync(this.path, 'r');
      const bytes = Buffer.allocUnsafe(to - from);
      return readSync(file, bytes, 0, bytes.length, from) === bytes.length ? bytes : undefined;
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) {
        closeSync(file);
      }
    }
  }
}

/** A step that would cut a character of two code units in two begins before it: so no part of a text begins between a step and its multiple. */
function stepsOf(text: string, mark: number): Step[] {
  const steps = [{ character: 0, byte: mark }];
  while (steps[steps.length - 1].character < text.length) {
    const { character, byte } = steps[steps.length - 1];
    const next = Math.min(steps.length * STEP, text.length);
    const end = next < text.length && isLowSurrogate(text.charCodeAt(next)) ? next - 1 : next;
    steps.push({ character: end, byte: byte + Buffer.byteLength(text.slice(character, end)) });
  }
  return steps;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

/** What tells one state of a file from the next; undefined where it is no regular file. */
function stampOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat?.isFile() ? `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeNs}` : undefined;
}
