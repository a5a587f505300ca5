export * from './cluster';
export * from './expand-lists';
export * from './manifest';
