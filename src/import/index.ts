export { importManifests } from './import-manifests';
export type { ImportedProgram, ImportOptions } from './import-manifests';
export { CannotImport } from './write-object';
