/**
 * How an install of Calico is, from what read-only calls of kubectl and calicoctl print. Whoever calls hands in a function that asks the tools.
 */
export * from './ask';
export * from './examine-health';
export * from './find-install';
export * from './health-result';
export * from './install-shape';
export * from './print-health';
export * from './reading';
export * from './connection';
export * from './runbook';
