/** Who reaches whom on what in a cluster, computed by classes of ends that no rule tells apart, and agreeing with every verdict. */
export * from './connections';
export * from './find-connectivity';
export { outsideOf, type PeerClass } from './peer-classes';
export * from './draw-connectivity';
export * from './list-connectivity';
export * from './pair-connections';
export * from './print-connections';
export * from './print-connectivity';
export * from './print-graph';
export { connectivityHtml } from './print-html';
