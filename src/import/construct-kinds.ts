import { References } from './references';
import { Fields, listOf, memberOf, plain, text, ValueClass } from './snippet';
import { BGP_CONFIGURATION, BGP_FILTER, bgpPeer } from './write-bgp';
import { felixFields } from './write-felix';
import { KUBE_CONTROLLERS } from './write-kube-controllers';
import { STAGED_KUBERNETES_POLICY } from './write-kubernetes-policy';
import { rules } from './write-rule';
import { selector } from './write-selector';
import { cidr, cidrs, hostPort, ipAddress } from './write-values';
import { BgpConfiguration } from '../constructs/bgp-configuration';
import { BgpFilter } from '../constructs/bgp-filter';
import { BgpPeer } from '../constructs/bgp-peer';
import { FelixConfiguration } from '../constructs/felix-configuration';
import { GlobalNetworkPolicy, StagedGlobalNetworkPolicy } from '../constructs/global-network-policy';
import { HostEndpoint } from '../constructs/host-endpoint';
import { IpPool } from '../constructs/ip-pool';
import { IpReservation } from '../constructs/ip-reservation';
import { KubeControllersConfiguration } from '../constructs/kube-controllers-configuration';
import { NetworkPolicy, StagedNetworkPolicy } from '../constructs/network-policy';
import { GlobalNetworkSet, NetworkSet } from '../constructs/network-set';
import { Profile } from '../constructs/profile';
import { StagedKubernetesNetworkPolicy } from '../constructs/staged-kubernetes-network-policy';
import { Tier } from '../constructs/tier';
import { PerformanceHint, PolicyType, TierDefaultAction } from '../values/policy-type';
import { AllowedUse, AssignmentMode, IpipMode, VxlanMode } from '../values/pool-modes';
import { StagedAction } from '../values/staged-action';

/** A construct that stands for a kind, and the fields of the kind's spec. */
export interface ConstructKind {
  readonly type: ValueClass;
  readonly fields: Fields;
  /** Those without which the construct can't be made. */
  readonly required?: readonly string[];
}

const STAGED: Fields = { stagedAction: ['stagedAction', memberOf('StagedAction', StagedAction)] };
const NETS: Fields = { nets: ['nets', cidrs] };

const POOL: Fields = {
  cidr: ['cidr', cidr],
  vxlanMode: ['vxlanMode', memberOf('VxlanMode', VxlanMode)],
  ipipMode: ['ipipMode', memberOf('IpipMode', IpipMode)],
  natOutgoing: ['natOutgoing', plain],
  disabled: ['disabled', plain],
  blockSize: ['blockSize', plain],
  nodeSelector: ['nodeSelector', selector],
  namespaceSelector: ['namespaceSelector', selector],
  disableBGPExport: ['disableBgpExport', plain],
  allowedUses: ['allowedUses', listOf(memberOf('AllowedUse', AllowedUse))],
  assignmentMode: ['assignmentMode', memberOf('AssignmentMode', AssignmentMode)],
};

/** The constructs of Calico's kinds, but for what is generated of Felix. */
export function constructKinds(references: References): ReadonlyMap<string, ConstructKind> {
  const policy: Fields = {
    tier: ['tier', references.tier],
    order: ['order', plain],
    selector: ['selector', selector],
    serviceAccountSelector: ['serviceAccountSelector', selector],
    types: ['types', listOf(memberOf('PolicyType', PolicyType))],
    ingress: ['ingress', rules],
    egress: ['egress', rules],
    performanceHints: ['performanceHints', listOf(memberOf('PerformanceHint', PerformanceHint))],
  };
  const globalPolicy: Fields = {
    ...policy,
    namespaceSelector: ['namespaceSelector', selector],
    doNotTrack: ['doNotTrack', plain],
    preDNAT: ['preDnat', plain],
    applyOnForward: ['applyOnForward', plain],
  };
  const hostEndpoint: Fields = {
    node: ['node', text],
    interfaceName: ['interfaceName', text],
    expectedIPs: ['expectedIps', listOf(ipAddress)],
    ports: ['ports', listOf(hostPort)],
    profiles: ['profiles', listOf(references.profile)],
  };
  return new Map<string, ConstructKind>([
    ['BGPConfiguration', { type: BgpConfiguration, fields: BGP_CONFIGURATION }],
    ['BGPFilter', { type: BgpFilter, fields: BGP_FILTER }],
    ['BGPPeer', { type: BgpPeer, fields: bgpPeer(references) }],
    ['FelixConfiguration', { type: FelixConfiguration, fields: felixFields() }],
    ['GlobalNetworkPolicy', { type: GlobalNetworkPolicy, fields: globalPolicy }],
    ['GlobalNetworkSet', { type: GlobalNetworkSet, fields: NETS }],
    ['HostEndpoint', { type: HostEndpoint, fields: hostEndpoint, required: ['node'] }],
    ['IPPool', { type: IpPool, fields: POOL, required: ['cidr'] }],
    ['IPReservation', { type: IpReservation, fields: { reservedCIDRs: ['reservedCidrs', cidrs] } }],
    ['KubeControllersConfiguration', { type: KubeControllersConfiguration, fields: KUBE_CONTROLLERS, required: ['controllers'] }],
    ['NetworkPolicy', { type: NetworkPolicy, fields: policy }],
    ['NetworkSet', { type: NetworkSet, fields: NETS }],
    ['Profile', { type: Profile, fields: { ingress: ['ingress', rules], egress: ['egress', rules], labelsToApply: ['labelsToApply', plain] } }],
    ['StagedGlobalNetworkPolicy', { type: StagedGlobalNetworkPolicy, fields: { ...globalPolicy, ...STAGED } }],
    ['StagedKubernetesNetworkPolicy', { type: StagedKubernetesNetworkPolicy, fields: STAGED_KUBERNETES_POLICY }],
    ['StagedNetworkPolicy', { type: StagedNetworkPolicy, fields: { ...policy, ...STAGED } }],
    ['Tier', { type: Tier, fields: { order: ['order', plain], defaultAction: ['defaultAction', memberOf('TierDefaultAction', TierDefaultAction)] } }],
  ]);
}
