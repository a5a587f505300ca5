/** What two clusters let pass differently, who decides it, and what enforcing staged policies would change. */
export * from './changed-objects';
export * from './enforce-staged';
export * from './find-difference';
export * from './list-difference';
export * from './pieces';
export * from './print-difference';
export * from './print-markdown';
