import { EventEmitter } from 'node:events';
import { Output } from '../../src/cli/terminal';
import { writeChunks } from '../../src/cli/write-report';

/** Takes one chunk at a time; after `goodFor` chunks it fails with a code. */
class Slow extends EventEmitter implements Output {
  public readonly taken: string[] = [];

  constructor(private readonly goodFor = Infinity, private readonly code = 'EPIPE') {
    super();
  }

  public write(text: string): boolean {
    this.taken.push(text);
    setImmediate(() => this.taken.length > this.goodFor
      ? this.emit('error', Object.assign(new Error('broken'), { code: this.code }))
      : this.emit('drain'));
    return false;
  }
}

test('waits for a reader that is slow', async () => {
  const output = new Slow();
  await writeChunks(output, ['a', 'b', 'c']);
  expect(output.taken).toEqual(['a', 'b', 'c']);
});

test('stops where the reader is gone', async () => {
  const output = new Slow(1);
  await writeChunks(output, ['a', 'b', 'c']);
  expect(output.taken).toEqual(['a', 'b']);
});

test('rejects where it can\'t be written for another reason', async () => {
  await expect(writeChunks(new Slow(0, 'ENOSPC'), ['a'])).rejects.toThrow('can\'t write the report: no space is left');
});
