import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './run-cli';
import { readInputFile, readStandardInput } from '../../src/cli/read-input';

const folder = folderOf({ 'a.yaml': 'kind: Tier\n', 'empty.yaml': '', 'long.yaml': '' });
truncateSync(join(folder, 'long.yaml'), 300_000_000);

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('kind: ');
  throw new Error('the pipe broke');
}

test('reads a whole file', () => {
  expect(readInputFile(join(folder, 'a.yaml')).toString()).toBe('kind: Tier\n');
  expect(readInputFile(join(folder, 'empty.yaml')).toString()).toBe('');
});

test('rejects what is longer than any manifest, before it is read', () => {
  expect(() => readInputFile(join(folder, 'long.yaml'))).toThrow(`can't read ${join(folder, 'long.yaml')}: it is longer than 256 MiB; split it`);
});

test('rejects a device without end', () => {
  expect(() => readInputFile('/dev/zero')).toThrow('can\'t read /dev/zero: it is longer than 256 MiB; split it');
});

test('rejects standard input that breaks off', async () => {
  await expect(readStandardInput(failing())).rejects.toThrow('can\'t read standard input: the pipe broke');
});
