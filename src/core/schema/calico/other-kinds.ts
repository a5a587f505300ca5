import { LOG_LEVELS } from './bgp-configuration';
import { listRequired, missingWords, name, oneOf, range, unique } from './field-rules';
import { isObject, JsonObject } from '../../manifests';
import { goDuration } from '../go/duration';
import { goUint32, goUint64, rangeWords } from '../go/go-type';
import { Words } from '../resource-fault';
import { below, FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

const CONTROLLERS = 'resource/kube-controllers';
const STATUS = 'resource/node-status';

const CONTROLLER_SPEC: FieldTable = {
  'logSeverityScreen': { rules: [oneOf(CONTROLLERS, ...LOG_LEVELS)] },
  'healthChecks': { rules: [oneOf(CONTROLLERS, 'Enabled', 'Disabled')] },
  'etcdV3CompactionPeriod': { go: goDuration },
  'controllers.node.reconcilerPeriod': { go: goDuration },
  'controllers.node.leakGracePeriod': { go: goDuration },
  'controllers.node.syncLabels': { rules: [oneOf(CONTROLLERS, 'Enabled', 'Disabled')] },
  'controllers.node.hostEndpoint.autoCreate': { rules: [oneOf(CONTROLLERS, 'Enabled', 'Disabled')] },
  'controllers.node.hostEndpoint.createDefaultHostEndpoint': { rules: [oneOf(CONTROLLERS, 'Enabled', 'Disabled')] },
  'controllers.policy.reconcilerPeriod': { go: goDuration },
  'controllers.workloadEndpoint.reconcilerPeriod': { go: goDuration },
  'controllers.serviceAccount.reconcilerPeriod': { go: goDuration },
  'controllers.namespace.reconcilerPeriod': { go: goDuration },
  'controllers.loadBalancer.assignIPs': { rules: [oneOf(CONTROLLERS, 'AllServices', 'RequestedServicesOnly')] },
  'controllers.policyMigration.enabled': { rules: [oneOf(CONTROLLERS, 'Enabled', 'Disabled')] },
};

/** What Calico adds to the configuration of kube-controllers (kubecontrollersconfig.go). Templates aren't looked into. */
export const KUBE_CONTROLLERS_TABLE: FieldTable = { ...below('spec.', CONTROLLER_SPEC), ...below('status.runningConfig.', CONTROLLER_SPEC) };

/** And to the request for the status of a node (nodestatus.go). */
export const NODE_STATUS_TABLE: FieldTable = {
  'spec.node': { rules: [{ zero: '', judge: nodeOfStatus }] },
  'spec.classes': { rules: [listRequired(STATUS, 'give the classes: Agent, BGP, Routes'), unique(STATUS)] },
  'spec.updatePeriodSeconds': { go: goUint32, rules: [{ zero: null, judge: period }] },
};

function nodeOfStatus(text: string): Words | undefined {
  return text === '' ? missingWords(STATUS, 'give the name of the node') : name(STATUS, 'a node').judge(text);
}

function period(seconds: number | null): Words | undefined {
  return seconds === null ? missingWords(STATUS, 'give the period in seconds: 0 to 86400') : range(STATUS, 0, 86400).judge(seconds);
}

/** And to the configuration of address management (ipamconfig.go, `validateIPAMConfigSpec`). */
export const IPAM_TABLE: FieldTable = {
  'spec.maxBlocksPerHost': { rules: [{ judge: (blocks: number) => blocks >= 0 ? undefined : rangeWords(blocks, 0, undefined) }] },
};

/** Types of what Calico itself writes (ipamblocks.go). */
export const IPAM_BLOCK_TABLE: FieldTable = {
  'spec.sequenceNumber': { go: goUint64 },
  'spec.sequenceNumberForAllocation{}': { go: goUint64 },
};

/** `validateBlockAffinitySpec`. */
export function judgeBlockAffinity(object: JsonObject, walk: Walk): void {
  if (isObject(object.spec) && object.spec.deleted === true) {
    walk.refuse(undefined, {
      rule: 'resource/reserved',
      what: 'deleted is true',
      why: 'only Calico itself marks an affinity as deleted',
      fix: 'remove the field; Calico releases the block by itself',
    }, ['spec', 'deleted']);
  }
}
