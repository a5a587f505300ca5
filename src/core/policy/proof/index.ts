/** Proofs over all pods, of any labels: is there a flow, does one model allow what another doesn't. */
export { findExcess, type FlowSpace } from './containment';
export { findFlow } from './find-flow';
export * from './pod-cells';
export * from './print-proof';
export * from './question';
export * from './read-question';
export { ProofFault } from './placed-end';
