/**
 * All files that are generated from `crds/`, as text by path, and which of them the work tree doesn't hold as they should be.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Crd, readCompactCrds, readCrds } from './crd';
import { printFelixSettings } from './felix-settings';
import { printReference } from './reference-pages';
import { printResources } from './resource-classes';
import { printSchemaConstants } from './schema-constants';
import { readModel } from './structs';
import { digestOf } from './structure';
import { CrdGroup, customResourceDefinitions } from '../../src/core/schema/crds/custom-resource-definition';

/** Path (relative to the project) to text. */
export type GeneratedFiles = Map<string, string>;

/** Folders that hold nothing but generated files, apart from the files named. */
const GENERATED_FOLDERS: Record<string, string[]> = {
  'src/resources': ['cluster-scope.ts', 'plain-values.ts', 'rename-fields.ts'],
  'docs/reference': [],
};

export function generatedFiles(root: string): GeneratedFiles {
  const calico = readCrds(join(root, 'crds/projectcalico.org'));
  const operator = readCompactCrds(join(root, 'crds/operator.tigera.io.yaml'));
  const models = [readModel(calico), readModel(operator)];
  return new Map([
    ['src/core/schema/kinds.generated.ts', printSchemaConstants(calico, 'calicoKinds')],
    ['src/core/schema/operator-kinds.generated.ts', printSchemaConstants(operator, 'operatorKinds')],
    ...printResources(models),
    printFelixSettings(models),
    ...printReference(models),
  ]);
}

/** Paths whose text differs, is missing, or shouldn't be there. */
export function staleFiles(root: string, files: GeneratedFiles): string[] {
  const stale: string[] = [];
  for (const [path, text] of files) {
    if (!existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text) stale.push(path);
  }
  for (const [folder, written] of Object.entries(GENERATED_FOLDERS)) {
    for (const file of existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []) {
      if (!written.includes(file) && !files.has(`${folder}/${file}`)) stale.push(`${folder}/${file}`);
    }
  }
  return stale;
}

/** Writes the digest of each CRD's structure for the tests. Only for a change of structure that is meant. */
export function writeDigests(root: string): void {
  const groups: CrdGroup[] = ['projectcalico.org', 'crd.projectcalico.org', 'operator.tigera.io'];
  const crds = groups.flatMap((group) => customResourceDefinitions(group) as unknown as Crd[]);
  const digests = Object.fromEntries(crds.map((crd) => [crd.metadata.name, digestOf(crd)]));
  writeFileSync(join(root, 'test/crds/structure.digest.json'), JSON.stringify(digests, undefined, 2) + '\n');
}
