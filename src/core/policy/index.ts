/**
 * What a cluster's policies mean: the model of a cluster from its manifests, the verdict of a flow, and the walk that led to it, as Calico 3.32
 * decides.
 */
export * from './build-model';
export * from './decide';
export * from './end';
export * from './endpoint';
export type { FailsafePort } from './failsafe';
export type { HttpRequest } from './http-path';
export type { Profile } from './inherited-labels';
export type { CompiledSelector, LabelView } from './label-view';
export * from './match';
export * from './match-rule';
export * from './net-set';
export * from './note';
export * from './policy';
export * from './policy-model';
export * from './policy-stack';
export * from './protocols';
export * from './resolve-flow';
export * from './route';
export * from './rule';
export { Unreadable } from './selector-pool';
export * from './selection-index';
export * from './print-trace';
export * from './record-trace';
export type { Station } from './station';
export type { Tier } from './tier';
export * from './trace';
export { TUNNELS } from './tunnel';
export * from './walk';
