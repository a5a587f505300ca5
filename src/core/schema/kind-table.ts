import { isObject, JsonObject } from '../manifests';
import { BGP_CONFIGURATION_TABLE, judgeBgpConfiguration } from './calico/bgp-configuration';
import { BGP_FILTER_TABLE, judgeBgpFilter } from './calico/bgp-filter';
import { BGP_PEER_TABLE, judgeBgpPeer } from './calico/bgp-peer';
import { judgeFelix } from './calico/felix';
import { FELIX_TABLE } from './calico/felix-fields';
import { labels } from './calico/field-rules';
import { HOST_ENDPOINT_TABLE, judgeHostEndpoint } from './calico/host-endpoint';
import { judgeNetworkSet, NETWORK_SET_TABLE, RESERVATION_TABLE } from './calico/network-set';
import { IPAM_BLOCK_TABLE, IPAM_TABLE, judgeBlockAffinity, KUBE_CONTROLLERS_TABLE, NODE_STATUS_TABLE } from './calico/other-kinds';
import { judgePolicy, judgeRules, POLICY_TABLE, STAGED_TABLE } from './calico/policy';
import { RULE_TABLE } from './calico/policy-rule';
import { judgePool, POOL_TABLE } from './calico/pool';
import { selectorTable } from './calico/selector-fields';
import { judgeStagedKubernetesPolicy, STAGED_KUBERNETES_TABLE } from './calico/staged-kubernetes-policy';
import { judgeTier, TIER_TABLE } from './calico/tier';
import { FieldTable } from './structural/field-table';
import { Walk } from './structural/walk';

/** What Calico's validator adds to a kind's CRD. */
export interface KindRules {
  readonly fields: FieldTable;
  /** What fields have to do with each other. Sees the object as decoded, and only one that could be read. */
  readonly judge?: (object: JsonObject, walk: Walk) => void;
  /** True where Felix validates what the API server stored, and ignores in silence what it refuses (felix/calc/validation_filter.go). */
  readonly droppedInSilence?: true;
}

const POLICY: FieldTable = { ...POLICY_TABLE };
const STAGED: FieldTable = { ...POLICY_TABLE, ...STAGED_TABLE };

const RULES: Readonly<Record<string, KindRules>> = {
  BGPConfiguration: { fields: BGP_CONFIGURATION_TABLE, judge: judgeBgpConfiguration },
  BGPFilter: { fields: BGP_FILTER_TABLE, judge: judgeBgpFilter },
  BGPPeer: { fields: BGP_PEER_TABLE, judge: judgeBgpPeer },
  BlockAffinity: { fields: {}, judge: judgeBlockAffinity },
  CalicoNodeStatus: { fields: NODE_STATUS_TABLE },
  FelixConfiguration: { fields: FELIX_TABLE, judge: judgeFelix },
  GlobalNetworkPolicy: { fields: POLICY, judge: (object, walk) => judgePolicy(object, walk, 'global', false), droppedInSilence: true },
  GlobalNetworkSet: { fields: NETWORK_SET_TABLE, judge: judgeNetworkSet, droppedInSilence: true },
  HostEndpoint: { fields: HOST_ENDPOINT_TABLE, judge: judgeHostEndpoint, droppedInSilence: true },
  IPAMBlock: { fields: IPAM_BLOCK_TABLE },
  IPAMConfiguration: { fields: IPAM_TABLE },
  IPPool: { fields: POOL_TABLE, judge: judgePool, droppedInSilence: true },
  IPReservation: { fields: RESERVATION_TABLE },
  KubeControllersConfiguration: { fields: KUBE_CONTROLLERS_TABLE },
  NetworkPolicy: { fields: POLICY, judge: (object, walk) => judgePolicy(object, walk, 'namespaced', false), droppedInSilence: true },
  NetworkSet: { fields: NETWORK_SET_TABLE, judge: judgeNetworkSet, droppedInSilence: true },
  Profile: { fields: { ...RULE_TABLE, 'spec.labelsToApply': { rules: [labels('resource/label')] } }, judge: judgeProfile },
  StagedGlobalNetworkPolicy: { fields: STAGED, judge: (object, walk) => judgePolicy(object, walk, 'global', true), droppedInSilence: true },
  StagedKubernetesNetworkPolicy: { fields: STAGED_KUBERNETES_TABLE, judge: judgeStagedKubernetesPolicy, droppedInSilence: true },
  StagedNetworkPolicy: { fields: STAGED, judge: (object, walk) => judgePolicy(object, walk, 'namespaced', true), droppedInSilence: true },
  Tier: { fields: TIER_TABLE, judge: judgeTier, droppedInSilence: true },
};

function judgeProfile(object: JsonObject, walk: Walk): void {
  if (isObject(object.spec)) {
    walk.enter('spec');
    judgeRules(object.spec, walk);
    walk.leave();
  }
}

/** What Calico adds to a kind, its selectors included. */
export function kindRules(kind: string): KindRules {
  const rules = RULES[kind] ?? { fields: {} };
  return { ...rules, fields: { ...rules.fields, ...selectorTable(kind) } };
}
