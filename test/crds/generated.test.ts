import { join } from 'path';
import { generatedFiles, staleFiles } from '../../scripts/generate/outputs';

test('everything that follows from crds/ is committed as the generator makes it', () => {
  const root = join(__dirname, '../..');

  expect(staleFiles(root, generatedFiles(root))).toEqual([]);
});
