import { FieldPath } from '../findings';
import { CompiledSelector } from './label-view';
import { RuleNets } from './net-set';

export type Action = 'allow' | 'deny' | 'pass' | 'log';

export type Direction = 'egress' | 'ingress';

/** A range of ports, both ends among them. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** Numbers and names of ports: one of them has to match. */
export interface RulePorts {
  readonly ranges: readonly PortRange[];
  readonly names: readonly string[];
}

/** A Service by `namespace/name`. At a destination its ports count too, at a source only its addresses. */
export interface RuleService {
  readonly key: string;
  readonly withPorts: boolean;
}

/** What a rule asks of one end. Every part that is there has to match. */
export interface EntityMatch {
  /** Selector, namespace selector and service accounts in one; `notSelector` too, negated, where there is any of these. */
  readonly selector?: CompiledSelector;
  /** Only where `selector` is absent: then it rules out, and what is in no cluster matches. */
  readonly notSelector?: CompiledSelector;
  readonly nets?: RuleNets;
  readonly notNets?: RuleNets;
  readonly ports?: RulePorts;
  readonly notPorts?: RulePorts;
  readonly service?: RuleService;
}

export interface IcmpMatch {
  readonly type: number;
  readonly code?: number;
}

export interface HttpPath {
  readonly kind: 'exact' | 'prefix';
  readonly path: string;
}

export interface HttpMatch {
  readonly methods: readonly string[];
  readonly paths: readonly HttpPath[];
}

/** A rule as Felix evaluates it, whatever kind of policy it comes from. */
export interface Rule {
  readonly action: Action;
  /** The field of the manifest that the rule comes from. */
  readonly field: FieldPath;
  /** False where Felix doesn't render the rule for the family at all (`FilterRuleToIPVersion` in felix/rules/policy.go). */
  readonly matchesV4: boolean;
  readonly matchesV6: boolean;
  readonly protocol?: number;
  readonly notProtocol?: number;
  readonly icmp?: IcmpMatch;
  readonly notIcmp?: IcmpMatch;
  readonly source: EntityMatch;
  readonly destination: EntityMatch;
  readonly http?: HttpMatch;
}
