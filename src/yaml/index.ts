export { decodeText } from './decode-text';
export { forgetPlaces } from './places';
export { readData } from './read-data';
export { READ_RULES, toFinding } from './read-fault';
export type { ReadFault, ReadRule, ReadRuleId } from './read-fault';
export { readDocuments, readManifests } from './read-manifests';
export type { DocumentResult, ReadOptions, ReadResult } from './read-manifests';
export { SourceDocument } from './source-document';
export type { SourceText } from './source-document';
