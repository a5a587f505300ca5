import { CelRule } from './cel-rule';
import { has, isFilled } from './policy-rules';
import { meshWords } from '../calico/bgp-configuration';
import { CIDR_WITHOUT_OPERATOR, LENGTH_WITHOUT_CIDR, OPERATIONS_ON_REJECT, OPERATOR_WITHOUT_CIDR } from '../calico/bgp-filter';
import { exclusive, SELECTED_PEERS_KNOW_AS, WORKLOADS_NEED_AS } from '../calico/bgp-peer';

function needsMesh(field: string): CelRule {
  return {
    holds: (self) => !has(self, field) || !has(self, 'nodeToNodeMeshEnabled') || self.nodeToNodeMeshEnabled === true,
    words: () => meshWords(field),
    below: () => [field],
  };
}

function notBoth(field: string, other: string): CelRule {
  return {
    holds: (self) => !isFilled(self, field) || !isFilled(self, other),
    words: () => exclusive(field, other),
    below: () => [field],
  };
}

/** CEL rules of BGP peers, filters and configurations. */
export const BGP_RULES: Readonly<Record<string, CelRule>> = {
  '!has(self.nodeMeshPassword) || !has(self.nodeToNodeMeshEnabled) || self.nodeToNodeMeshEnabled == true': needsMesh('nodeMeshPassword'),
  '!has(self.nodeMeshMaxRestartTime) || !has(self.nodeToNodeMeshEnabled) || self.nodeToNodeMeshEnabled == true': needsMesh('nodeMeshMaxRestartTime'),
  '(has(self.cidr) && size(self.cidr) > 0) == (has(self.matchOperator) && size(self.matchOperator) > 0)': {
    holds: (self) => isFilled(self, 'cidr') === isFilled(self, 'matchOperator'),
    words: (self) => isFilled(self, 'cidr') ? CIDR_WITHOUT_OPERATOR : OPERATOR_WITHOUT_CIDR,
    below: (self) => [isFilled(self, 'cidr') ? 'matchOperator' : 'cidr'],
  },
  '!has(self.prefixLength) || (has(self.cidr) && size(self.cidr) > 0)': {
    holds: (self) => !has(self, 'prefixLength') || isFilled(self, 'cidr'),
    words: () => LENGTH_WITHOUT_CIDR,
    below: () => ['prefixLength'],
  },
  "!has(self.operations) || size(self.operations) == 0 || self.action == 'Accept'": {
    holds: (self) => !isFilled(self, 'operations') || self.action === 'Accept',
    words: () => OPERATIONS_ON_REJECT,
    below: () => ['operations'],
  },
  '(!has(self.node) || size(self.node) == 0) || (!has(self.nodeSelector) || size(self.nodeSelector) == 0)': notBoth('node', 'nodeSelector'),
  '(!has(self.peerIP) || size(self.peerIP) == 0) || (!has(self.peerSelector) || size(self.peerSelector) == 0)': notBoth('peerIP', 'peerSelector'),
  '(!has(self.peerSelector) || size(self.peerSelector) == 0) || !has(self.asNumber) || self.asNumber == 0': {
    holds: (self) => !isFilled(self, 'peerSelector') || !has(self, 'asNumber') || self.asNumber === 0,
    words: () => SELECTED_PEERS_KNOW_AS,
    below: () => ['asNumber'],
  },
  '(!has(self.localWorkloadSelector) || size(self.localWorkloadSelector) == 0) || (!has(self.peerIP) || size(self.peerIP) == 0)': notBoth('peerIP', 'localWorkloadSelector'),
  '(!has(self.localWorkloadSelector) || size(self.localWorkloadSelector) == 0) || (!has(self.peerSelector) || size(self.peerSelector) == 0)': notBoth('peerSelector', 'localWorkloadSelector'),
  '(!has(self.localWorkloadSelector) || size(self.localWorkloadSelector) == 0) || (has(self.asNumber) && self.asNumber != 0)': {
    holds: (self) => !isFilled(self, 'localWorkloadSelector') || (has(self, 'asNumber') && self.asNumber !== 0),
    words: () => WORKLOADS_NEED_AS,
    below: () => ['asNumber'],
  },
};
