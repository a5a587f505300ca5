/**
 * What one resource shows by itself: whether an API server, Calico and `calicoctl create` take it. ARCHITECTURE.md says how the room is laid out.
 */
export { selectorFieldsOf } from './calico/selector-fields';
export type { SelectorField, SelectorRole } from './calico/selector-fields';
export { isNamespaced, kindNames } from './compiled-kind';
export { isKubernetesNetworkPolicy, validateKubernetesNetworkPolicy } from './kubernetes/network-policy';
export { layersOf } from './resource-fault';
export type { ResourceFault, ResourceLayer } from './resource-fault';
export { isResourceRule, RESOURCE_RULES } from './resource-rules';
export type { ResourceRule } from './resource-rules';
export * from './structural-schema';
export { isCalicoResource, validateResource } from './validate-resource';
