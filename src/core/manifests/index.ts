export * from './cluster';
export * from './expand-lists';
export * from './expectation';
export * from './manifest';
