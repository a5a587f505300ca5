import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { reasonOf } from './file-error';
import { CannotRun } from './terminal';

/** More text than this is no manifest; a string of Node's can't be much longer. */
const MOST_BYTES = 268_435_456;
const CHUNK = 1_048_576;

/** Reads a file, a pipe too. @throws CannotRun */
export function readInputFile(name: string): Buffer {
  let file: number | undefined;
  try {
    file = openSync(name, 'r');
    return readAll(file, name);
  } catch (error) {
    throw error instanceof CannotRun ? error : new CannotRun(`can't read ${name}: ${reasonOf(error)}`);
  } finally {
    if (file !== undefined) {
      closeSync(file);
    }
  }
}

/** Reads what is piped in. @throws CannotRun */
export async function readStandardInput(input: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of input) {
      chunks.push(chunk);
      length += chunk.length;
      refuseLong(length, 'standard input');
    }
  } catch (error) {
    throw error instanceof CannotRun ? error : new CannotRun(`can't read standard input: ${reasonOf(error)}`);
  }
  return Buffer.concat(chunks);
}

function readAll(file: number, name: string): Buffer {
  const stat = fstatSync(file);
  refuseLong(stat.size, name);
  const chunks: Buffer[] = [];
  let length = 0;
  // The size says nothing of a pipe. One byte more than the size finds the end of a file in one turn.
  for (let room = Math.max(stat.size + 1, stat.isFile() ? 1 : CHUNK); ; room = CHUNK) {
    const chunk = Buffer.allocUnsafeSlow(room);
    const read = readSync(file, chunk, 0, room, null);
    if (read === 0) {
      return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    }
    chunks.push(chunk.subarray(0, read));
    length += read;
    refuseLong(length, name);
  }
}

function refuseLong(length: number, name: string): void {
  if (length > MOST_BYTES) {
    throw new CannotRun(`can't read ${name}: it is longer than ${MOST_BYTES / 1024 / 1024} MiB; split it`);
  }
}
