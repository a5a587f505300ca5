/**
 * Addresses: strict and Calico-like reading, blocks, overlaps, sets, free room, special ranges, and the faults of an address plan.
 * IPv4 and IPv6 throughout, without a bigint but for counts. ip-num serves where netmasks are understood (`correct-cidr.ts`) and, in the tests,
 * as an independent judge.
 */
export * from './address-plan';
export * from './address-set';
export * from './calico-reading';
export type { CidrFault, CidrFaultCode } from './diagnose-cidr';
export * from './free-blocks';
export * from './free-room';
export { HOST_LENGTH } from './print-address';
export type { Family } from './print-address';
export * from './prefix';
export * from './prefix-index';
export * from './special-ranges';
export * from './strict-cidr';
