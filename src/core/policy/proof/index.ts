/** Proofs over all pods, of any labels: is there a flow, does one model allow what another doesn't. */
export * from './find-flow';
export * from './question';
export { ProofFault } from './placed-end';
