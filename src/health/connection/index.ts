export type { Connection, NamedEnd } from './connection';
export { judgePathTest, pathTestPod } from './direct-path';
export type { PathTest, PathTestOutcome } from './direct-path';
export * from './examine-connection';
