/**
 * All files that are generated from `crds/`, as text by path, and which of them the work tree doesn't hold as they should be.
 */
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { readCrds } from './crd';
import { printSchemaConstants } from './schema-constants';

/** Path (relative to the project) to text. */
export type GeneratedFiles = Map<string, string>;

export function generatedFiles(root: string): GeneratedFiles {
  const calico = readCrds(join(root, 'crds/projectcalico.org'));
  return new Map([
    ['src/core/schema/kinds.generated.ts', printSchemaConstants(calico, 'calicoKinds')],
  ]);
}

/** Paths whose text differs, is missing, or shouldn't be there any more. */
export function staleFiles(root: string, files: GeneratedFiles): string[] {
  const stale: string[] = [];
  for (const [path, text] of files) {
    if (!existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text) stale.push(path);
  }
  return stale;
}
