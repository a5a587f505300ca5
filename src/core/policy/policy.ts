import { CompiledSelector } from './label-view';
import { Rule } from './rule';
import { Manifest } from '../manifests';

/** Where in Felix's chains a policy acts (`tierInfoToProtoTierInfo` in felix/calc/event_sequencer.go). Workloads meet only `normal` ones. */
export type PolicyStage = 'normal' | 'untracked' | 'preDnat';

/** A policy of any kind. */
export interface Policy {
  /** As Felix names it: the manifest's kind, with `Kubernetes` before the kinds of Kubernetes. */
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly tier: string;
  /** Infinite where none is given. */
  readonly order: number;
  /** What it applies to. */
  readonly selector: CompiledSelector;
  /** Undefined where the policy doesn't govern the direction. */
  readonly ingress: readonly Rule[] | undefined;
  readonly egress: readonly Rule[] | undefined;
  readonly stage: PolicyStage;
  /** Whether it governs traffic that a host forwards. */
  readonly appliesOnForward: boolean;
  /** Enforces nothing. */
  readonly isStaged: boolean;
  /** What enforcing a staged policy would do: `Set`, `Delete`, `Learn` or `Ignore`. */
  readonly stagedAction: string | undefined;
  readonly manifest: Manifest;
}

/** `PolKVLess` in felix/calc/policy_sorter.go: by order, then name, namespace and kind as one text, so that `a-b` comes before `a`. */
export function comparePolicies(a: Policy, b: Policy): number {
  return a.order === b.order ? compareText(sortKey(a), sortKey(b)) : a.order - b.order;
}

function sortKey({ name, namespace, kind }: Policy): string {
  return `${name}/${namespace ?? ''}/${kind}`;
}

/** Names of objects are ASCII, where JavaScript orders as Go does. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Such as `NetworkPolicy/shop/allow`, or `GlobalNetworkPolicy//deny`: the middle is empty where there is no namespace. */
export function policyId({ kind, namespace, name }: Policy): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

/** Such as `NetworkPolicy shop/allow`. */
export function policyTitle({ kind, namespace, name }: Policy): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
