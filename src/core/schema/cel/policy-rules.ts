import { CelRule } from './cel-rule';
import { isObject, JsonObject } from '../../manifests';
import { portsWithService } from '../calico/entity';
import { BOTH_EARLY, NOT_ON_FORWARD, PRE_DNAT_WITH_EGRESS, PRE_DNAT_WITH_EGRESS_TYPE } from '../calico/host-policy';
import { httpNeedsAllow, httpNeedsTcp } from '../calico/http-match';
import { CODE_WITHOUT_TYPE } from '../calico/icmp';
import { builtInActionWords } from '../calico/tier';

/** `has(self.field)`: the API server prunes null. */
export function has(self: JsonObject, field: string): boolean {
  return self[field] !== undefined && self[field] !== null;
}

/** `has(self.field) && size(self.field) > 0`, of text or a list. */
export function isFilled(self: JsonObject, field: string): boolean {
  const value = self[field];
  return (typeof value === 'string' || Array.isArray(value)) && value.length > 0;
}

/** `self.field.exists(item, item == value)`, false for an absent list. */
export function holds(self: JsonObject, field: string, value: string): boolean {
  const list = self[field];
  return Array.isArray(list) && list.includes(value);
}

function destinationOf(rule: JsonObject): JsonObject {
  return isObject(rule.destination) ? rule.destination : {};
}

function builtInTier(tier: string, action: string): CelRule {
  return {
    holds: ({ metadata, spec }) => !isObject(metadata) || !isObject(spec) || metadata.name !== tier || spec.defaultAction === action,
    words: ({ spec }) => builtInActionWords(tier, action, (spec as JsonObject).defaultAction),
    below: () => ['spec', 'defaultAction'],
  };
}

/** CEL rules of policies, their rules, and tiers. */
export const POLICY_RULES: Readonly<Record<string, CelRule>> = {
  '!((has(self.doNotTrack) && self.doNotTrack) && (has(self.preDNAT) && self.preDNAT))': {
    holds: (self) => !(self.doNotTrack === true && self.preDNAT === true),
    words: () => BOTH_EARLY,
    below: () => ['preDNAT'],
  },
  '(!has(self.preDNAT) || !self.preDNAT) || !has(self.egress) || size(self.egress) == 0': {
    holds: (self) => self.preDNAT !== true || !isFilled(self, 'egress'),
    words: () => PRE_DNAT_WITH_EGRESS,
    below: () => ['egress'],
  },
  "(!has(self.preDNAT) || !self.preDNAT) || !has(self.types) || !self.types.exists(t, t == 'Egress')": {
    holds: (self) => self.preDNAT !== true || !holds(self, 'types', 'Egress'),
    words: () => PRE_DNAT_WITH_EGRESS_TYPE,
    below: () => ['types'],
  },
  '(has(self.applyOnForward) && self.applyOnForward) || ((!has(self.doNotTrack) || !self.doNotTrack) && (!has(self.preDNAT) || !self.preDNAT))': {
    holds: (self) => self.applyOnForward === true || (self.doNotTrack !== true && self.preDNAT !== true),
    words: () => NOT_ON_FORWARD,
    below: () => ['applyOnForward'],
  },
  "!has(self.http) || !has(self.protocol) || self.protocol == 'TCP' || self.protocol == 6": {
    holds: (self) => !has(self, 'http') || !has(self, 'protocol') || self.protocol === 'TCP' || self.protocol === 6,
    words: (self) => httpNeedsTcp(self.protocol),
    below: () => ['protocol'],
  },
  "self.action == 'Allow' || !has(self.http)": {
    holds: (self) => self.action === 'Allow' || !has(self, 'http'),
    words: (self) => httpNeedsAllow(self.action),
    below: () => ['http'],
  },
  '!has(self.destination) || !has(self.destination.services) || (!has(self.destination.ports) || size(self.destination.ports) == 0) && (!has(self.destination.notPorts) || size(self.destination.notPorts) == 0)': {
    holds: (self) => !has(destinationOf(self), 'services') || (!isFilled(destinationOf(self), 'ports') && !isFilled(destinationOf(self), 'notPorts')),
    words: (self) => portsWithService(isFilled(destinationOf(self), 'ports') ? 'ports' : 'notPorts'),
    below: (self) => ['destination', isFilled(destinationOf(self), 'ports') ? 'ports' : 'notPorts'],
  },
  '!has(self.code) || has(self.type)': {
    holds: (self) => !has(self, 'code') || has(self, 'type'),
    words: () => CODE_WITHOUT_TYPE,
    below: () => ['code'],
  },
  "self.metadata.name == 'kube-admin' ? (has(self.spec.defaultAction) && self.spec.defaultAction == 'Pass') : true": builtInTier('kube-admin', 'Pass'),
  "self.metadata.name == 'kube-baseline' ? (has(self.spec.defaultAction) && self.spec.defaultAction == 'Pass') : true": builtInTier('kube-baseline', 'Pass'),
  "self.metadata.name == 'default' ? (has(self.spec.defaultAction) && self.spec.defaultAction == 'Deny') : true": builtInTier('default', 'Deny'),
};
