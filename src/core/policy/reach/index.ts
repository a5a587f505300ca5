/** What policies select: namespaces, workloads, host endpoints, and what nobody declares yet. */
export * from './policy-reach';
export * from './print-reach';
export type { Share } from './selected-pods';
