export * from './policy-template';
export * from './probe-cluster';
export * from './probe-set';
export * from './template-info';
export * from './baseline/namespace-default-deny/namespace-default-deny';
export * from './external/block-metadata-address/block-metadata-address';
export * from './external/block-metadata-address/metadata-service';
