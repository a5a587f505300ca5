export { READ_RULES, toFinding } from './read-fault';
export type { ReadFault, ReadRule, ReadRuleId } from './read-fault';
export { readManifests } from './read-manifests';
export type { ReadOptions, ReadResult } from './read-manifests';
