import { writeFileSync } from 'node:fs';
import { reasonOf } from './file-error';
import { CannotRun, Output } from './terminal';

/**
 * Writes chunk by chunk, as fast as the reader takes them. A reader that goes away, such as `head`, is no fault: the rest isn't written.
 */
export async function writeChunks(output: Output, chunks: Iterable<string>): Promise<void> {
  let gone: NodeJS.ErrnoException | undefined;
  let wake = () => {};
  output.on('error', (error) => {
    gone = error;
    wake();
  });
  for (const chunk of chunks) {
    if (gone !== undefined) {
      break;
    }
    if (!output.write(chunk)) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        output.once('drain', resolve);
      });
    }
  }
  if (gone !== undefined && gone.code !== 'EPIPE') {
    throw new CannotRun(`can't write the report: ${reasonOf(gone)}`);
  }
}

/** Writes a report to a file. */
export function writeFile(file: string, chunks: Iterable<string>): void {
  try {
    writeFileSync(file, [...chunks].join(''));
  } catch (error) {
    throw new CannotRun(`can't write ${file}: ${reasonOf(error)}`);
  }
}
