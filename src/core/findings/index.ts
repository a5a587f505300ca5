export * from './field-path';
export * from './finding';
