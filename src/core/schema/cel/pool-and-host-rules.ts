import { CelRule } from './cel-rule';
import { has, holds, isFilled } from './policy-rules';
import { isObject, JsonObject } from '../../manifests';
import { SELECTOR_ON_NAMED, TWO_TABLE_RANGES } from '../calico/felix';
import { NO_INTERFACE, NO_NODE } from '../calico/host-endpoint';
import { IPIP_ON_IPV6, LOAD_BALANCER_ALONE, LOAD_BALANCER_OVERLAY, TWO_OVERLAYS } from '../calico/pool';

function isOff(self: JsonObject, mode: string): boolean {
  return !isFilled(self, mode) || self[mode] === 'Never';
}

/** CEL rules of pools, host endpoints and the configuration of Felix. */
export const POOL_AND_HOST_RULES: Readonly<Record<string, CelRule>> = {
  "self.metadata.name == 'default' || self.metadata.name.startsWith('node.') ? !has(self.spec.nodeSelector) : true": {
    holds: (self) => !isObject(self.metadata) || !isObject(self.spec) || !has(self.spec, 'nodeSelector')
      || typeof self.metadata.name !== 'string' || !(self.metadata.name === 'default' || self.metadata.name.startsWith('node.')),
    words: () => SELECTOR_ON_NAMED,
    below: () => ['spec', 'nodeSelector'],
  },
  '!has(self.routeTableRange) || !has(self.routeTableRanges)': {
    holds: (self) => !has(self, 'routeTableRange') || !has(self, 'routeTableRanges'),
    words: () => TWO_TABLE_RANGES,
    below: () => ['routeTableRange'],
  },
  '(has(self.interfaceName) && size(self.interfaceName) > 0) || (has(self.expectedIPs) && size(self.expectedIPs) > 0)': {
    holds: (self) => isFilled(self, 'interfaceName') || isFilled(self, 'expectedIPs'),
    words: () => NO_INTERFACE,
    below: () => ['interfaceName'],
  },
  'has(self.node) && size(self.node) > 0': {
    holds: (self) => isFilled(self, 'node'),
    words: () => NO_NODE,
    below: () => ['node'],
  },
  "!has(self.ipipMode) || !has(self.vxlanMode) || self.ipipMode == 'Never' || self.vxlanMode == 'Never' || size(self.ipipMode) == 0 || size(self.vxlanMode) == 0": {
    holds: (self) => isOff(self, 'ipipMode') || isOff(self, 'vxlanMode'),
    words: () => TWO_OVERLAYS,
    below: () => ['vxlanMode'],
  },
  "!has(self.allowedUses) || !self.allowedUses.exists(u, u == 'LoadBalancer') || (!has(self.ipipMode) || size(self.ipipMode) == 0 || self.ipipMode == 'Never') && (!has(self.vxlanMode) || size(self.vxlanMode) == 0 || self.vxlanMode == 'Never')": {
    holds: (self) => !holds(self, 'allowedUses', 'LoadBalancer') || (isOff(self, 'ipipMode') && isOff(self, 'vxlanMode')),
    words: () => LOAD_BALANCER_OVERLAY,
    below: (self) => [isOff(self, 'ipipMode') ? 'vxlanMode' : 'ipipMode'],
  },
  "!has(self.allowedUses) || !self.allowedUses.exists(u, u == 'LoadBalancer') || !self.allowedUses.exists(u, u == 'Workload' || u == 'Tunnel')": {
    holds: (self) => !holds(self, 'allowedUses', 'LoadBalancer') || !(holds(self, 'allowedUses', 'Workload') || holds(self, 'allowedUses', 'Tunnel')),
    words: () => LOAD_BALANCER_ALONE,
    below: () => ['allowedUses'],
  },
  "!self.cidr.contains(':') || !has(self.ipipMode) || self.ipipMode == 'Never' || size(self.ipipMode) == 0": {
    holds: (self) => typeof self.cidr !== 'string' || !self.cidr.includes(':') || isOff(self, 'ipipMode'),
    words: () => IPIP_ON_IPV6,
    below: () => ['ipipMode'],
  },
};
