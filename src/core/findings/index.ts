export * from './caret';
export * from './field-path';
export * from './finding';
