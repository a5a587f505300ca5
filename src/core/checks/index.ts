export * from './catalogue';
export * from './check';
export * from './gate-rules';
export * from './judge';
export * from './policy-model-of';
