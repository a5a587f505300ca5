// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { KindSchema, StructuralSchema } from './structural-schema';

let kinds: readonly KindSchema[] | undefined;

/** Every kind of projectcalico.org/v3, in order of plurals. Built at the first call. */
export function calicoKinds(): readonly KindSchema[] {
  return kinds ??= build();
}

function build(): readonly KindSchema[] {
  const s0: StructuralSchema = { type: 'string' };
  const s1: StructuralSchema = { type: 'object' };
  const s2: StructuralSchema = { type: 'integer', format: 'int32' };
  const s3: StructuralSchema = { type: 'string', enum: ['None', 'NodeIP'] };
  const s4: StructuralSchema = { type: 'string', pattern: '^(\\d+):(\\d+)$|^(\\d+):(\\d+):(\\d+)$' };
  const s5: StructuralSchema = { type: 'object', mapType: 'atomic', properties: { name: s0, value: s4 } };
  const s6: StructuralSchema = { type: 'array', listType: 'atomic', items: s5 };
  const s7: StructuralSchema = { type: 'array', listType: 'set', items: s0 };
  const s8: StructuralSchema = { type: 'integer', minimum: 1, maximum: 2147483646 };
  const s9: StructuralSchema = { type: 'integer', minimum: 1, maximum: 65535 };
  const s10: StructuralSchema = { type: 'string', default: 'Info', pattern: '^(?i)(Trace|Debug|Info|Warning|Error|Fatal)?$' };
  const s11: StructuralSchema = { type: 'string', default: '' };
  const s12: StructuralSchema = { type: 'boolean' };
  const s13: StructuralSchema = { type: 'object', mapType: 'atomic', required: ['key'], properties: { key: s0, name: s11, optional: s12 } };
  const s14: StructuralSchema = { type: 'object', properties: { secretKeyRef: s13 } };
  const s15: StructuralSchema = { type: 'string', format: 'cidr' };
  const s16: StructuralSchema = { type: 'array', items: s0 };
  const s17: StructuralSchema = { type: 'object', mapType: 'atomic', properties: { cidr: s15, communities: s16 } };
  const s18: StructuralSchema = { type: 'array', listType: 'atomic', items: s17 };
  const s19: StructuralSchema = { type: 'string', enum: ['Enabled', 'Disabled'] };
  const s20: StructuralSchema = { type: 'object', mapType: 'atomic', properties: { cidr: s15 } };
  const s21: StructuralSchema = { type: 'array', listType: 'atomic', items: s20 };
  const s22: StructuralSchema = { type: 'string', default: 'Enabled', enum: ['Enabled', 'Disabled'] };
  const s23: StructuralSchema = { type: 'object', validations: [{ message: 'nodeMeshPassword cannot be set when nodeToNodeMeshEnabled is false', reason: 'FieldValueForbidden', rule: '!has(self.nodeMeshPassword) || !has(self.nodeToNodeMeshEnabled) || self.nodeToNodeMeshEnabled == true' }, { message: 'nodeMeshMaxRestartTime cannot be set when nodeToNodeMeshEnabled is false', reason: 'FieldValueForbidden', rule: '!has(self.nodeMeshMaxRestartTime) || !has(self.nodeToNodeMeshEnabled) || self.nodeToNodeMeshEnabled == true' }], properties: { asNumber: s2, bindMode: s3, communities: s6, ignoredInterfaces: s7, ipv4NormalRoutePriority: s8, ipv6NormalRoutePriority: s8, listenPort: s9, localWorkloadPeeringIPV4: s0, localWorkloadPeeringIPV6: s0, logSeverityScreen: s10, nodeMeshMaxRestartTime: s0, nodeMeshPassword: s14, nodeToNodeMeshEnabled: s12, prefixAdvertisements: s18, programClusterRoutes: s19, serviceClusterIPs: s21, serviceExternalIPs: s21, serviceLoadBalancerAggregation: s22, serviceLoadBalancerIPs: s21 } };
  const s24: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s23 } };
  const s25: StructuralSchema = { type: 'string', enum: ['Accept', 'Reject'] };
  const s26: StructuralSchema = { type: 'array', items: s2 };
  const s27: StructuralSchema = { type: 'string', format: 'cidr', maxLength: 18 };
  const s28: StructuralSchema = { type: 'string', pattern: '^(([0-9]|[1-9][0-9]{1,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]):([0-9]|[1-9][0-9]{1,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])|([0-9]|[1-9][0-9]{1,8}|[1-3][0-9]{9}|4[0-1][0-9]{8}|42[0-8][0-9]{7}|429[0-3][0-9]{6}|4294[0-8][0-9]{5}|42949[0-5][0-9]{4}|429496[0-6][0-9]{3}|4294967[0-1][0-9]{2}|42949672[0-8][0-9]|429496729[0-5]):([0-9]|[1-9][0-9]{1,8}|[1-3][0-9]{9}|4[0-1][0-9]{8}|42[0-8][0-9]{7}|429[0-3][0-9]{6}|4294[0-8][0-9]{5}|42949[0-5][0-9]{4}|429496[0-6][0-9]{3}|4294967[0-1][0-9]{2}|42949672[0-8][0-9]|429496729[0-5]):([0-9]|[1-9][0-9]{1,8}|[1-3][0-9]{9}|4[0-1][0-9]{8}|42[0-8][0-9]{7}|429[0-3][0-9]{6}|4294[0-8][0-9]{5}|42949[0-5][0-9]{4}|429496[0-6][0-9]{3}|4294967[0-1][0-9]{2}|42949672[0-8][0-9]|429496729[0-5]))$', maxLength: 32 };
  const s29: StructuralSchema = { type: 'array', minItems: 1, maxItems: 1, items: s28 };
  const s30: StructuralSchema = { type: 'object', mapType: 'atomic', required: ['values'], properties: { values: s29 } };
  const s31: StructuralSchema = { type: 'string', enum: ['Equal', 'NotEqual', 'In', 'NotIn'] };
  const s32: StructuralSchema = { type: 'object', mapType: 'atomic', required: ['value'], properties: { value: s28 } };
  const s33: StructuralSchema = { type: 'array', minItems: 1, maxItems: 10, items: s2 };
  const s34: StructuralSchema = { type: 'object', mapType: 'atomic', required: ['prefix'], properties: { prefix: s33 } };
  const s35: StructuralSchema = { type: 'object', mapType: 'atomic', required: ['value'], properties: { value: s8 } };
  const s36: StructuralSchema = { type: 'object', minProperties: 1, maxProperties: 1, mapType: 'atomic', properties: { addCommunity: s32, prependASPath: s34, setPriority: s35 } };
  const s37: StructuralSchema = { type: 'array', minItems: 1, maxItems: 10, items: s36 };
  const s38: StructuralSchema = { type: 'string', enum: ['eBGP', 'iBGP'] };
  const s39: StructuralSchema = { type: 'integer', format: 'int32', minimum: 0, maximum: 32 };
  const s40: StructuralSchema = { type: 'object', mapType: 'atomic', properties: { max: s39, min: s39 } };
  const s41: StructuralSchema = { type: 'string', enum: ['RemotePeers'] };
  const s42: StructuralSchema = { type: 'object', mapType: 'atomic', validations: [{ message: 'cidr and matchOperator must both be set or both be empty', reason: 'FieldValueInvalid', rule: '(has(self.cidr) && size(self.cidr) > 0) == (has(self.matchOperator) && size(self.matchOperator) > 0)' }, { message: 'cidr is required when prefixLength is set', reason: 'FieldValueInvalid', rule: '!has(self.prefixLength) || (has(self.cidr) && size(self.cidr) > 0)' }, { message: 'operations may only be used with action Accept', rule: '!has(self.operations) || size(self.operations) == 0 || self.action == \'Accept\'' }], required: ['action'], properties: { action: s25, asPathPrefix: s26, cidr: s27, communities: s30, interface: s0, matchOperator: s31, operations: s37, peerType: s38, prefixLength: s40, priority: s8, source: s41 } };
  const s43: StructuralSchema = { type: 'array', items: s42 };
  const s44: StructuralSchema = { type: 'string', format: 'cidr', maxLength: 43 };
  const s45: StructuralSchema = { type: 'integer', format: 'int32', minimum: 0, maximum: 128 };
  const s46: StructuralSchema = { type: 'object', mapType: 'atomic', properties: { max: s45, min: s45 } };
  const s47: StructuralSchema = { type: 'object', mapType: 'atomic', validations: [{ message: 'cidr and matchOperator must both be set or both be empty', reason: 'FieldValueInvalid', rule: '(has(self.cidr) && size(self.cidr) > 0) == (has(self.matchOperator) && size(self.matchOperator) > 0)' }, { message: 'cidr is required when prefixLength is set', reason: 'FieldValueInvalid', rule: '!has(self.prefixLength) || (has(self.cidr) && size(self.cidr) > 0)' }, { message: 'operations may only be used with action Accept', rule: '!has(self.operations) || size(self.operations) == 0 || self.action == \'Accept\'' }], required: ['action'], properties: { action: s25, asPathPrefix: s26, cidr: s44, communities: s30, interface: s0, matchOperator: s31, operations: s37, peerType: s38, prefixLength: s46, priority: s8, source: s41 } };
  const s48: StructuralSchema = { type: 'array', items: s47 };
  const s49: StructuralSchema = { type: 'object', properties: { exportV4: s43, exportV6: s48, importV4: s43, importV6: s48 } };
  const s50: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s49 } };
  const s51: StructuralSchema = { type: 'string', maxLength: 4096 };
  const s52: StructuralSchema = { type: 'string', enum: ['Auto', 'Self', 'Keep'] };
  const s53: StructuralSchema = { type: 'string', maxLength: 253 };
  const s54: StructuralSchema = { type: 'string', maxLength: 64 };
  const s55: StructuralSchema = { enum: ['Auto', 'Manual'] };
  const s56: StructuralSchema = { type: 'string', allOf: [s55, s55] };
  const s57: StructuralSchema = { type: 'string', enum: ['UseNodeIP', 'None'] };
  const s58: StructuralSchema = { type: 'integer' };
  const s59: StructuralSchema = { type: 'object', validations: [{ message: 'node and nodeSelector cannot both be set', reason: 'FieldValueForbidden', rule: '(!has(self.node) || size(self.node) == 0) || (!has(self.nodeSelector) || size(self.nodeSelector) == 0)' }, { message: 'peerIP and peerSelector cannot both be set', reason: 'FieldValueForbidden', rule: '(!has(self.peerIP) || size(self.peerIP) == 0) || (!has(self.peerSelector) || size(self.peerSelector) == 0)' }, { message: 'asNumber must be empty when peerSelector is set', reason: 'FieldValueForbidden', rule: '(!has(self.peerSelector) || size(self.peerSelector) == 0) || !has(self.asNumber) || self.asNumber == 0' }, { message: 'peerIP must be empty when localWorkloadSelector is set', reason: 'FieldValueForbidden', rule: '(!has(self.localWorkloadSelector) || size(self.localWorkloadSelector) == 0) || (!has(self.peerIP) || size(self.peerIP) == 0)' }, { message: 'peerSelector must be empty when localWorkloadSelector is set', reason: 'FieldValueForbidden', rule: '(!has(self.localWorkloadSelector) || size(self.localWorkloadSelector) == 0) || (!has(self.peerSelector) || size(self.peerSelector) == 0)' }, { message: 'asNumber is required when localWorkloadSelector is set', reason: 'FieldValueInvalid', rule: '(!has(self.localWorkloadSelector) || size(self.localWorkloadSelector) == 0) || (has(self.asNumber) && self.asNumber != 0)' }], properties: { asNumber: s2, filters: s16, keepOriginalNextHop: s12, keepaliveTime: s0, localASNumber: s2, localWorkloadSelector: s51, maxRestartTime: s0, nextHopMode: s52, node: s53, nodeSelector: s51, numAllowedLocalASNumbers: s2, password: s14, peerIP: s54, peerSelector: s51, reachableBy: s0, reversePeering: s56, sourceAddress: s57, ttlSecurity: s58 } };
  const s60: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s59 } };
  const s61: StructuralSchema = { type: 'boolean', default: false };
  const s62: StructuralSchema = { type: 'string', enum: ['', 'confirmed', 'pending', 'pendingDeletion'] };
  const s63: StructuralSchema = { type: 'object', required: ['cidr', 'deleted', 'node', 'state'], properties: { cidr: s15, deleted: s61, node: s0, state: s62, type: s0 } };
  const s64: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s63 } };
  const s65: StructuralSchema = { type: 'string', enum: ['Agent', 'BGP', 'Routes'] };
  const s66: StructuralSchema = { type: 'array', items: s65 };
  const s67: StructuralSchema = { type: 'object', properties: { classes: s66, node: s0, updatePeriodSeconds: s2 } };
  const s68: StructuralSchema = { type: 'string', enum: ['Ready', 'NotReady'] };
  const s69: StructuralSchema = { type: 'object', properties: { lastBootTime: s0, lastReconfigurationTime: s0, routerID: s0, state: s68, version: s0 } };
  const s70: StructuralSchema = { type: 'object', properties: { birdV4: s69, birdV6: s69 } };
  const s71: StructuralSchema = { type: 'string', enum: ['Idle', 'Connect', 'Active', 'OpenSent', 'OpenConfirm', 'Established', 'Close'] };
  const s72: StructuralSchema = { type: 'string', enum: ['NodeMesh', 'NodePeer', 'GlobalPeer'] };
  const s73: StructuralSchema = { type: 'object', properties: { peerIP: s0, since: s0, state: s71, type: s72 } };
  const s74: StructuralSchema = { type: 'array', items: s73 };
  const s75: StructuralSchema = { type: 'object', required: ['numberEstablishedV4', 'numberEstablishedV6', 'numberNotEstablishedV4', 'numberNotEstablishedV6'], properties: { numberEstablishedV4: s58, numberEstablishedV6: s58, numberNotEstablishedV4: s58, numberNotEstablishedV6: s58, peersV4: s74, peersV6: s74 } };
  const s76: StructuralSchema = { type: 'string', nullable: true, format: 'date-time' };
  const s77: StructuralSchema = { type: 'string', enum: ['Kernel', 'Static', 'Direct', 'NodeMesh', 'BGPPeer'] };
  const s78: StructuralSchema = { type: 'object', properties: { peerIP: s0, sourceType: s77 } };
  const s79: StructuralSchema = { type: 'string', enum: ['FIB', 'RIB'] };
  const s80: StructuralSchema = { type: 'object', properties: { destination: s0, gateway: s0, interface: s0, learnedFrom: s78, type: s79 } };
  const s81: StructuralSchema = { type: 'array', items: s80 };
  const s82: StructuralSchema = { type: 'object', properties: { routesV4: s81, routesV6: s81 } };
  const s83: StructuralSchema = { type: 'object', properties: { agent: s70, bgp: s75, lastUpdated: s76, routes: s82 } };
  const s84: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s67, status: s83 } };
  const s85: StructuralSchema = { type: 'object', properties: { calicoVersion: s0, clusterGUID: s0, clusterType: s0, datastoreReady: s12, variant: s0 } };
  const s86: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s85 } };
  const s87: StructuralSchema = { type: 'string', enum: ['DoNothing', 'Enable', 'Disable'] };
  const s88: StructuralSchema = { type: 'string', enum: ['TC', 'TCX'] };
  const s89: StructuralSchema = { type: 'string', enum: ['TCP', 'Enabled', 'Disabled'] };
  const s90: StructuralSchema = { type: 'string', enum: ['Off', 'Debug'] };
  const s91: StructuralSchema = { type: 'string', enum: ['Auto', 'Userspace', 'BPFProgram'] };
  const s92: StructuralSchema = { type: 'string', pattern: '^(([0-9]*(\\.[0-9]*)?(ms|s|h|m|us)+)+|Auto)$' };
  const s93: StructuralSchema = { type: 'object', properties: { creationGracePeriod: s92, genericTimeout: s92, icmpTimeout: s92, tcpEstablished: s92, tcpFinsSeen: s92, tcpResetSeen: s92, tcpSynSent: s92, udpTimeout: s92 } };
  const s94: StructuralSchema = { type: 'string', pattern: '^(?i)(Disabled|Strict|Loose)?$' };
  const s95: StructuralSchema = { type: 'string', pattern: '^(?i)(Tunnel|DSR)?$' };
  const s96: StructuralSchema = { enum: ['Auto', 'Strict'] };
  const s97: StructuralSchema = { type: 'string', allOf: [s96, s96] };
  const s98: StructuralSchema = { type: 'string', pattern: '^([0-9]+(\\\\.[0-9]+)?(ms|s|m|h))*$' };
  const s99: StructuralSchema = { type: 'object', additionalProperties: s0 };
  const s100: StructuralSchema = { type: 'string', pattern: '^(?i)(Off|Info|Debug)?$' };
  const s101: StructuralSchema = { type: 'integer', minimum: 1 };
  const s102: StructuralSchema = { type: 'string', pattern: '^(?i)(Disabled|DoubleIfFull)?$' };
  const s103: StructuralSchema = { intOrString: true, pattern: '^.*' };
  const s104: StructuralSchema = { type: 'string', pattern: '^(?i)(Insert|Append)?$' };
  const s105: StructuralSchema = { type: 'string', pattern: '^(?i)(Drop|Accept|Return)?$' };
  const s106: StructuralSchema = { type: 'object', required: ['port'], properties: { net: s0, port: s58, protocol: s0 } };
  const s107: StructuralSchema = { type: 'array', items: s106 };
  const s108: StructuralSchema = { type: 'string', pattern: '^([a-zA-Z0-9-_]+=(true|false|),)*([a-zA-Z0-9-_]+=(true|false|))?$' };
  const s109: StructuralSchema = { type: 'string', pattern: '^([a-zA-Z0-9-_]+=([^=]+),)*([a-zA-Z0-9-_]+=([^=]+))?$' };
  const s110: StructuralSchema = { type: 'string', enum: ['Disabled', 'Enabled'] };
  const s111: StructuralSchema = { type: 'string', enum: ['None', 'Continuous'] };
  const s112: StructuralSchema = { type: 'object', required: ['name', 'timeout'], properties: { name: s0, timeout: s0 } };
  const s113: StructuralSchema = { type: 'array', items: s112 };
  const s114: StructuralSchema = { type: 'string', enum: ['Legacy', 'NFT', 'Auto'], pattern: '^(?i)(Auto|Legacy|NFT)?$' };
  const s115: StructuralSchema = { type: 'string', pattern: '^(?i)(Accept|Return)?$' };
  const s116: StructuralSchema = { type: 'string', pattern: '^(?i)(Drop|Reject)?$' };
  const s117: StructuralSchema = { type: 'integer', intOrString: true, pattern: '^.*' };
  const s118: StructuralSchema = { type: 'array', items: s103 };
  const s119: StructuralSchema = { type: 'string', pattern: '^([0-9]+(\\.[0-9]+)?(ms|s|m|h))*$' };
  const s120: StructuralSchema = { type: 'string', pattern: '^[1-9]\\d{0,3}/(?:second|minute|hour|day)$' };
  const s121: StructuralSchema = { type: 'integer', minimum: 0, maximum: 9999 };
  const s122: StructuralSchema = { type: 'string', pattern: '^([a-zA-Z0-9%: /_-])*$' };
  const s123: StructuralSchema = { type: 'string', pattern: '^(?i)(Trace|Debug|Info|Warning|Error|Fatal)?$' };
  const s124: StructuralSchema = { type: 'string', enum: ['IPPoolsOnly', 'IPPoolsAndHostIPs'] };
  const s125: StructuralSchema = { type: 'string', default: 'Auto', enum: ['Disabled', 'Enabled', 'Auto'] };
  const s126: StructuralSchema = { type: 'string', maxLength: 1024 };
  const s127: StructuralSchema = { type: 'string', pattern: '^(?i)(WorkloadIPs|CalicoIPAM)?$' };
  const s128: StructuralSchema = { type: 'object', required: ['max', 'min'], properties: { max: s58, min: s58 } };
  const s129: StructuralSchema = { type: 'array', items: s128 };
  const s130: StructuralSchema = { type: 'string', pattern: '^(?i)(Drop|Reject|Disabled)?$' };
  const s131: StructuralSchema = { type: 'string', pattern: '^(?i)(Disabled|Any)?$' };
  const s132: StructuralSchema = { type: 'object', validations: [{ message: 'routeTableRange and routeTableRanges cannot both be set', reason: 'FieldValueForbidden', rule: '!has(self.routeTableRange) || !has(self.routeTableRanges)' }], properties: { allowIPIPPacketsFromWorkloads: s12, allowVXLANPacketsFromWorkloads: s12, awsSrcDstCheck: s87, bpfAttachType: s88, bpfCTLBLogFilter: s0, bpfConnectTimeLoadBalancing: s89, bpfConnectTimeLoadBalancingEnabled: s12, bpfConntrackLogLevel: s90, bpfConntrackMode: s91, bpfConntrackTimeouts: s93, bpfDSROptoutCIDRs: s16, bpfDataIfacePattern: s0, bpfDisableGROForIfaces: s0, bpfDisableUnprivileged: s12, bpfEnabled: s12, bpfEnforceRPF: s94, bpfExcludeCIDRsFromNAT: s16, bpfExportBufferSizeMB: s58, bpfExtToServiceConnmark: s58, bpfExternalServiceMode: s95, bpfForceTrackPacketsFromIfaces: s16, bpfHostConntrackBypass: s12, bpfHostNetworkedNATWithoutCTLB: s19, bpfJITHardening: s97, bpfKubeProxyHealthzPort: s58, bpfKubeProxyIptablesCleanupEnabled: s12, bpfKubeProxyMinSyncPeriod: s98, bpfL3IfacePattern: s0, bpfLogFilters: s99, bpfLogLevel: s100, bpfMaglevMaxEndpointsPerService: s58, bpfMaglevMaxServices: s58, bpfMapSizeConntrack: s58, bpfMapSizeConntrackCleanupQueue: s101, bpfMapSizeConntrackScaling: s102, bpfMapSizeIPSets: s58, bpfMapSizeIfState: s58, bpfMapSizeNATAffinity: s58, bpfMapSizeNATBackend: s58, bpfMapSizeNATFrontend: s58, bpfMapSizePerCpuConntrack: s58, bpfMapSizeRoute: s58, bpfPSNATPorts: s103, bpfPolicyDebugEnabled: s12, bpfProfiling: s19, bpfRedirectToPeer: s19, cgroupV2Path: s0, chainInsertMode: s104, dataplaneDriver: s0, dataplaneWatchdogTimeout: s0, debugDisableLogDropping: s12, debugHost: s0, debugMemoryProfilePath: s0, debugPort: s58, debugSimulateCalcGraphHangAfter: s98, debugSimulateDataplaneApplyDelay: s98, debugSimulateDataplaneHangAfter: s98, defaultEndpointToHostAction: s105, deviceRouteProtocol: s58, deviceRouteSourceAddress: s0, deviceRouteSourceAddressIPv6: s0, disableConntrackInvalidCheck: s12, endpointReportingDelay: s98, endpointReportingEnabled: s12, endpointStatusPathPrefix: s0, externalNodesList: s16, failsafeInboundHostPorts: s107, failsafeOutboundHostPorts: s107, featureDetectOverride: s108, featureGates: s109, floatingIPs: s19, flowLogsCollectorDebugTrace: s12, flowLogsFlushInterval: s98, flowLogsGoldmaneServer: s0, flowLogsLocalReporter: s110, flowLogsPolicyEvaluationMode: s111, genericXDPEnabled: s12, goGCThreshold: s58, goMaxProcs: s58, goMemoryLimitMB: s58, healthEnabled: s12, healthHost: s0, healthPort: s58, healthTimeoutOverrides: s113, interfaceExclude: s0, interfacePrefix: s0, interfaceRefreshInterval: s98, ipForwarding: s19, ipipEnabled: s12, ipipMTU: s58, ipsetsRefreshInterval: s98, iptablesBackend: s114, iptablesFilterAllowAction: s115, iptablesFilterDenyAction: s116, iptablesLockProbeInterval: s98, iptablesMangleAllowAction: s115, iptablesMarkMask: s2, iptablesNATOutgoingInterfaceFilter: s0, iptablesPostWriteCheckInterval: s98, iptablesRefreshInterval: s98, ipv4ElevatedRoutePriority: s58, ipv4NormalRoutePriority: s58, ipv6ElevatedRoutePriority: s58, ipv6NormalRoutePriority: s58, ipv6Support: s12, istioAmbientMode: s19, istioDSCPMark: s117, kubeNodePortRanges: s118, liveMigrationRouteConvergenceTime: s119, logActionRateLimit: s120, logActionRateLimitBurst: s121, logDebugFilenameRegex: s0, logFilePath: s0, logPrefix: s122, logSeverityFile: s123, logSeverityScreen: s123, logSeveritySys: s123, maxIpsetSize: s58, metadataAddr: s0, metadataPort: s58, mtuIfacePattern: s0, natOutgoingAddress: s0, natOutgoingExclusions: s124, natPortRange: s103, netlinkTimeout: s98, nftablesFilterAllowAction: s115, nftablesFilterDenyAction: s116, nftablesMangleAllowAction: s115, nftablesMarkMask: s2, nftablesMode: s125, nftablesRefreshInterval: s0, nodeSelector: s126, openstackRegion: s0, policySyncPathPrefix: s0, programClusterRoutes: s19, prometheusGoMetricsEnabled: s12, prometheusMetricsCAFile: s0, prometheusMetricsCertFile: s0, prometheusMetricsClientAuth: s0, prometheusMetricsEnabled: s12, prometheusMetricsHost: s0, prometheusMetricsKeyFile: s0, prometheusMetricsPort: s58, prometheusProcessMetricsEnabled: s12, prometheusWireGuardMetricsEnabled: s12, removeExternalRoutes: s12, reportingInterval: s98, reportingTTL: s98, requireMTUFile: s12, routeRefreshInterval: s98, routeSource: s127, routeSyncDisabled: s12, routeTableRange: s128, routeTableRanges: s129, serviceLoopPrevention: s130, sidecarAccelerationEnabled: s12, usageReportingEnabled: s12, usageReportingInitialDelay: s98, usageReportingInterval: s98, useInternalDataplaneDriver: s12, vxlanEnabled: s12, vxlanMTU: s58, vxlanMTUV6: s58, vxlanPort: s58, vxlanVNI: s58, windowsManageFirewallRules: s19, wireguardEnabled: s12, wireguardEnabledV6: s12, wireguardHostEncryptionEnabled: s12, wireguardInterfaceName: s0, wireguardInterfaceNameV6: s0, wireguardKeepAlive: s98, wireguardListeningPort: s58, wireguardListeningPortV6: s58, wireguardMTU: s58, wireguardMTUV6: s58, wireguardRoutingRulePriority: s58, wireguardThreadingEnabled: s12, workloadSourceSpoofing: s131, xdpEnabled: s12, xdpRefreshInterval: s98 } };
  const s133: StructuralSchema = { type: 'object', validations: [{ message: 'nodeSelector must not be set on the \'default\' or per-node (\'node.*\') FelixConfiguration', reason: 'FieldValueForbidden', rule: 'self.metadata.name == \'default\' || self.metadata.name.startsWith(\'node.\') ? !has(self.spec.nodeSelector) : true' }], required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s132 } };
  const s134: StructuralSchema = { type: 'string', enum: ['Allow', 'Deny', 'Log', 'Pass'] };
  const s135: StructuralSchema = { type: 'object', properties: { names: s7, selector: s0 } };
  const s136: StructuralSchema = { type: 'object', properties: { name: s0, namespace: s0 } };
  const s137: StructuralSchema = { type: 'object', properties: { namespaceSelector: s0, nets: s7, notNets: s16, notPorts: s118, notSelector: s0, ports: s118, selector: s0, serviceAccounts: s135, services: s136 } };
  const s138: StructuralSchema = { type: 'array', maxItems: 20, items: s0 };
  const s139: StructuralSchema = { type: 'object', properties: { exact: s126, prefix: s126 } };
  const s140: StructuralSchema = { type: 'array', maxItems: 20, items: s139 };
  const s141: StructuralSchema = { type: 'object', properties: { methods: s138, paths: s140 } };
  const s142: StructuralSchema = { type: 'integer', minimum: 0, maximum: 255 };
  const s143: StructuralSchema = { type: 'integer', minimum: 0, maximum: 254 };
  const s144: StructuralSchema = { type: 'object', validations: [{ message: 'ICMP code specified without an ICMP type', reason: 'FieldValueInvalid', rule: '!has(self.code) || has(self.type)' }], properties: { code: s142, type: s143 } };
  const s145: StructuralSchema = { type: 'integer', enum: [4, 6] };
  const s146: StructuralSchema = { type: 'object', properties: { annotations: s99 } };
  const s147: StructuralSchema = { type: 'object', validations: [{ message: 'rules with HTTP match must have protocol TCP or unset', reason: 'FieldValueInvalid', rule: '!has(self.http) || !has(self.protocol) || self.protocol == \'TCP\' || self.protocol == 6' }, { message: 'HTTP match is only valid on Allow rules', reason: 'FieldValueForbidden', rule: 'self.action == \'Allow\' || !has(self.http)' }, { message: 'ports and notPorts cannot be specified with services', reason: 'FieldValueForbidden', rule: '!has(self.destination) || !has(self.destination.services) || (!has(self.destination.ports) || size(self.destination.ports) == 0) && (!has(self.destination.notPorts) || size(self.destination.notPorts) == 0)' }], required: ['action'], properties: { action: s134, destination: s137, http: s141, icmp: s144, ipVersion: s145, metadata: s146, notICMP: s144, notProtocol: s103, protocol: s103, source: s137 } };
  const s148: StructuralSchema = { type: 'array', items: s147 };
  const s149: StructuralSchema = { type: 'number' };
  const s150: StructuralSchema = { type: 'string', enum: ['AssumeNeededOnEveryNode'] };
  const s151: StructuralSchema = { type: 'array', items: s150 };
  const s152: StructuralSchema = { type: 'string', default: 'default' };
  const s153: StructuralSchema = { type: 'string', enum: ['Ingress', 'Egress'] };
  const s154: StructuralSchema = { type: 'array', minItems: 1, maxItems: 2, listType: 'set', items: s153 };
  const s155: StructuralSchema = { type: 'object', validations: [{ message: 'preDNAT and doNotTrack cannot both be true', reason: 'FieldValueForbidden', rule: '!((has(self.doNotTrack) && self.doNotTrack) && (has(self.preDNAT) && self.preDNAT))' }, { message: 'preDNAT policy cannot have any egress rules', reason: 'FieldValueForbidden', rule: '(!has(self.preDNAT) || !self.preDNAT) || !has(self.egress) || size(self.egress) == 0' }, { message: 'preDNAT policy cannot have \'Egress\' type', reason: 'FieldValueForbidden', rule: '(!has(self.preDNAT) || !self.preDNAT) || !has(self.types) || !self.types.exists(t, t == \'Egress\')' }, { message: 'applyOnForward must be true if either preDNAT or doNotTrack is true', reason: 'FieldValueInvalid', rule: '(has(self.applyOnForward) && self.applyOnForward) || ((!has(self.doNotTrack) || !self.doNotTrack) && (!has(self.preDNAT) || !self.preDNAT))' }], properties: { applyOnForward: s12, doNotTrack: s12, egress: s148, ingress: s148, namespaceSelector: s0, order: s149, performanceHints: s151, preDNAT: s12, selector: s0, serviceAccountSelector: s0, tier: s152, types: s154 } };
  const s156: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s155 } };
  const s157: StructuralSchema = { type: 'object', properties: { nets: s7 } };
  const s158: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s157 } };
  const s159: StructuralSchema = { type: 'string', maxLength: 15 };
  const s160: StructuralSchema = { type: 'object', required: ['name', 'port', 'protocol'], properties: { name: s0, port: s9, protocol: s103 } };
  const s161: StructuralSchema = { type: 'array', items: s160 };
  const s162: StructuralSchema = { type: 'object', validations: [{ message: 'at least one of interfaceName or expectedIPs must be specified', reason: 'FieldValueInvalid', rule: '(has(self.interfaceName) && size(self.interfaceName) > 0) || (has(self.expectedIPs) && size(self.expectedIPs) > 0)' }, { message: 'node must be specified', reason: 'FieldValueInvalid', rule: 'has(self.node) && size(self.node) > 0' }], properties: { expectedIPs: s7, interfaceName: s159, node: s53, ports: s161, profiles: s7 } };
  const s163: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s162 } };
  const s164: StructuralSchema = { type: 'string', pattern: '^(host|virtual):[a-zA-Z0-9\\.\\-_]+$' };
  const s165: StructuralSchema = { type: 'string', format: 'date-time' };
  const s166: StructuralSchema = { type: 'integer', nullable: true };
  const s167: StructuralSchema = { type: 'array', items: s166 };
  const s168: StructuralSchema = { type: 'object', properties: { alternateOwnerAttrs: s99, handle_id: s0, secondary: s99 } };
  const s169: StructuralSchema = { type: 'array', items: s168 };
  const s170: StructuralSchema = { type: 'integer', default: 0, format: 'int64' };
  const s171: StructuralSchema = { type: 'integer', format: 'int64' };
  const s172: StructuralSchema = { type: 'object', additionalProperties: s171 };
  const s173: StructuralSchema = { type: 'array', items: s58 };
  const s174: StructuralSchema = { type: 'object', required: ['allocations', 'attributes', 'cidr', 'strictAffinity', 'unallocated'], properties: { affinity: s164, affinityClaimTime: s165, allocations: s167, attributes: s169, cidr: s15, deleted: s12, sequenceNumber: s170, sequenceNumberForAllocation: s172, strictAffinity: s12, unallocated: s173 } };
  const s175: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s174 } };
  const s176: StructuralSchema = { type: 'boolean', default: true };
  const s177: StructuralSchema = { type: 'integer', default: 0, format: 'int32', minimum: 0, maximum: 1000000 };
  const s178: StructuralSchema = { type: 'object', required: ['autoAllocateBlocks', 'strictAffinity'], properties: { autoAllocateBlocks: s176, kubeVirtVMAddressPersistence: s19, maxBlocksPerHost: s177, strictAffinity: s61 } };
  const s179: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s178 } };
  const s180: StructuralSchema = { type: 'object', additionalProperties: s58 };
  const s181: StructuralSchema = { type: 'object', required: ['block', 'handleID'], properties: { block: s180, deleted: s12, handleID: s0 } };
  const s182: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s181 } };
  const s183: StructuralSchema = { type: 'string', enum: ['Workload', 'Tunnel', 'LoadBalancer'] };
  const s184: StructuralSchema = { type: 'array', maxItems: 10, listType: 'set', items: s183 };
  const s185: StructuralSchema = { type: 'string', default: 'Automatic', enum: ['Automatic', 'Manual'] };
  const s186: StructuralSchema = { type: 'integer', minimum: 0, maximum: 128, validations: [{ message: 'Block size cannot be changed; follow IP pool migration guide to avoid corruption.', reason: 'FieldValueInvalid', rule: 'self == oldSelf' }] };
  const s187: StructuralSchema = { type: 'string', format: 'cidr', maxLength: 48, validations: [{ message: 'CIDR cannot be changed; follow IP pool migration guide to avoid corruption.', reason: 'FieldValueInvalid', rule: 'self == oldSelf' }] };
  const s188: StructuralSchema = { type: 'string', enum: ['Never', 'Always', 'CrossSubnet'] };
  const s189: StructuralSchema = { type: 'object', validations: [{ message: 'ipipMode and vxlanMode cannot both be enabled', reason: 'FieldValueForbidden', rule: '!has(self.ipipMode) || !has(self.vxlanMode) || self.ipipMode == \'Never\' || self.vxlanMode == \'Never\' || size(self.ipipMode) == 0 || size(self.vxlanMode) == 0' }, { message: 'LoadBalancer IP pool cannot have IPIP or VXLAN enabled', reason: 'FieldValueForbidden', rule: '!has(self.allowedUses) || !self.allowedUses.exists(u, u == \'LoadBalancer\') || (!has(self.ipipMode) || size(self.ipipMode) == 0 || self.ipipMode == \'Never\') && (!has(self.vxlanMode) || size(self.vxlanMode) == 0 || self.vxlanMode == \'Never\')' }, { message: 'LoadBalancer cannot be combined with Workload or Tunnel allowed uses', reason: 'FieldValueForbidden', rule: '!has(self.allowedUses) || !self.allowedUses.exists(u, u == \'LoadBalancer\') || !self.allowedUses.exists(u, u == \'Workload\' || u == \'Tunnel\')' }, { message: 'IPIP is not supported on IPv6 pools', reason: 'FieldValueForbidden', rule: '!self.cidr.contains(\':\') || !has(self.ipipMode) || self.ipipMode == \'Never\' || size(self.ipipMode) == 0' }], required: ['cidr'], properties: { allowedUses: s184, assignmentMode: s185, blockSize: s186, cidr: s187, disableBGPExport: s12, disabled: s12, ipipMode: s188, namespaceSelector: s0, natOutgoing: s12, nodeSelector: s0, vxlanMode: s188 } };
  const s190: StructuralSchema = { type: 'string', maxLength: 32768 };
  const s191: StructuralSchema = { type: 'integer', format: 'int64', minimum: 0 };
  const s192: StructuralSchema = { type: 'string', pattern: '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$', minLength: 1, maxLength: 1024 };
  const s193: StructuralSchema = { type: 'string', enum: ['True', 'False', 'Unknown'] };
  const s194: StructuralSchema = { type: 'string', pattern: '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$', maxLength: 316 };
  const s195: StructuralSchema = { type: 'object', required: ['lastTransitionTime', 'message', 'reason', 'status', 'type'], properties: { lastTransitionTime: s165, message: s190, observedGeneration: s191, reason: s192, status: s193, type: s194 } };
  const s196: StructuralSchema = { type: 'array', items: s195 };
  const s197: StructuralSchema = { type: 'object', properties: { conditions: s196 } };
  const s198: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s189, status: s197 } };
  const s199: StructuralSchema = { type: 'array', format: 'cidr', listType: 'set', items: s0 };
  const s200: StructuralSchema = { type: 'object', properties: { reservedCIDRs: s199 } };
  const s201: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s200 } };
  const s202: StructuralSchema = { type: 'string', default: 'AllServices', enum: ['AllServices', 'RequestedServicesOnly'] };
  const s203: StructuralSchema = { type: 'object', properties: { assignIPs: s202 } };
  const s204: StructuralSchema = { type: 'object', properties: { reconcilerPeriod: s0 } };
  const s205: StructuralSchema = { type: 'object', properties: { generateName: s53, interfaceCIDRs: s7, interfacePattern: s0, labels: s99, nodeSelector: s0 } };
  const s206: StructuralSchema = { type: 'array', items: s205 };
  const s207: StructuralSchema = { type: 'object', properties: { autoCreate: s19, createDefaultHostEndpoint: s0, templates: s206 } };
  const s208: StructuralSchema = { type: 'object', properties: { hostEndpoint: s207, leakGracePeriod: s0, reconcilerPeriod: s0, syncLabels: s19 } };
  const s209: StructuralSchema = { type: 'string', default: 'Enabled', enum: ['Disabled', 'Enabled'] };
  const s210: StructuralSchema = { type: 'object', properties: { enabled: s209 } };
  const s211: StructuralSchema = { type: 'object', properties: { loadBalancer: s203, namespace: s204, node: s208, policy: s204, policyMigration: s210, serviceAccount: s204, workloadEndpoint: s204 } };
  const s212: StructuralSchema = { type: 'integer', format: 'int32', minimum: 0, maximum: 65535 };
  const s213: StructuralSchema = { type: 'string', enum: ['None', 'Debug', 'Info', 'Warning', 'Error', 'Fatal', 'Panic'] };
  const s214: StructuralSchema = { type: 'integer', minimum: 0, maximum: 65535 };
  const s215: StructuralSchema = { type: 'object', required: ['controllers'], properties: { controllers: s211, debugProfilePort: s212, etcdV3CompactionPeriod: s0, healthChecks: s22, logSeverityScreen: s213, prometheusMetricsPort: s214 } };
  const s216: StructuralSchema = { type: 'object', properties: { environmentVars: s99, runningConfig: s215 } };
  const s217: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s215, status: s216 } };
  const s218: StructuralSchema = { type: 'object', properties: { egress: s148, ingress: s148, order: s149, performanceHints: s151, selector: s0, serviceAccountSelector: s0, tier: s152, types: s154 } };
  const s219: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s218 } };
  const s220: StructuralSchema = { type: 'string', default: 'Set', enum: ['Set', 'Delete', 'Learn', 'Ignore'] };
  const s221: StructuralSchema = { type: 'object', validations: [{ message: 'preDNAT and doNotTrack cannot both be true', reason: 'FieldValueForbidden', rule: '!((has(self.doNotTrack) && self.doNotTrack) && (has(self.preDNAT) && self.preDNAT))' }, { message: 'preDNAT policy cannot have any egress rules', reason: 'FieldValueForbidden', rule: '(!has(self.preDNAT) || !self.preDNAT) || !has(self.egress) || size(self.egress) == 0' }, { message: 'preDNAT policy cannot have \'Egress\' type', reason: 'FieldValueForbidden', rule: '(!has(self.preDNAT) || !self.preDNAT) || !has(self.types) || !self.types.exists(t, t == \'Egress\')' }, { message: 'applyOnForward must be true if either preDNAT or doNotTrack is true', reason: 'FieldValueInvalid', rule: '(has(self.applyOnForward) && self.applyOnForward) || ((!has(self.doNotTrack) || !self.doNotTrack) && (!has(self.preDNAT) || !self.preDNAT))' }], properties: { applyOnForward: s12, doNotTrack: s12, egress: s148, ingress: s148, namespaceSelector: s0, order: s149, performanceHints: s151, preDNAT: s12, selector: s0, serviceAccountSelector: s0, stagedAction: s220, tier: s152, types: s154 } };
  const s222: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s221 } };
  const s223: StructuralSchema = { intOrString: true };
  const s224: StructuralSchema = { type: 'object', properties: { endPort: s2, port: s223, protocol: s0 } };
  const s225: StructuralSchema = { type: 'array', listType: 'atomic', items: s224 };
  const s226: StructuralSchema = { type: 'array', listType: 'atomic', items: s0 };
  const s227: StructuralSchema = { type: 'object', required: ['cidr'], properties: { cidr: s0, except: s226 } };
  const s228: StructuralSchema = { type: 'object', required: ['key', 'operator'], properties: { key: s0, operator: s0, values: s226 } };
  const s229: StructuralSchema = { type: 'array', listType: 'atomic', items: s228 };
  const s230: StructuralSchema = { type: 'object', mapType: 'atomic', properties: { matchExpressions: s229, matchLabels: s99 } };
  const s231: StructuralSchema = { type: 'object', properties: { ipBlock: s227, namespaceSelector: s230, podSelector: s230 } };
  const s232: StructuralSchema = { type: 'array', listType: 'atomic', items: s231 };
  const s233: StructuralSchema = { type: 'object', properties: { ports: s225, to: s232 } };
  const s234: StructuralSchema = { type: 'array', items: s233 };
  const s235: StructuralSchema = { type: 'object', properties: { from: s232, ports: s225 } };
  const s236: StructuralSchema = { type: 'array', items: s235 };
  const s237: StructuralSchema = { type: 'array', minItems: 1, maxItems: 2, listType: 'set', items: s0 };
  const s238: StructuralSchema = { type: 'object', properties: { egress: s234, ingress: s236, podSelector: s230, policyTypes: s237, stagedAction: s220 } };
  const s239: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s238 } };
  const s240: StructuralSchema = { type: 'object', properties: { egress: s148, ingress: s148, order: s149, performanceHints: s151, selector: s0, serviceAccountSelector: s0, stagedAction: s220, tier: s152, types: s154 } };
  const s241: StructuralSchema = { type: 'object', required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s240 } };
  const s242: StructuralSchema = { enum: ['Allow', 'Deny', 'Log', 'Pass'] };
  const s243: StructuralSchema = { enum: ['Pass', 'Deny'] };
  const s244: StructuralSchema = { type: 'string', default: 'Deny', allOf: [s242, s243] };
  const s245: StructuralSchema = { type: 'object', properties: { defaultAction: s244, order: s149 } };
  const s246: StructuralSchema = { type: 'object', validations: [{ message: 'The \'kube-admin\' tier must have default action \'Pass\'', reason: 'FieldValueInvalid', rule: 'self.metadata.name == \'kube-admin\' ? (has(self.spec.defaultAction) && self.spec.defaultAction == \'Pass\') : true' }, { message: 'The \'kube-baseline\' tier must have default action \'Pass\'', reason: 'FieldValueInvalid', rule: 'self.metadata.name == \'kube-baseline\' ? (has(self.spec.defaultAction) && self.spec.defaultAction == \'Pass\') : true' }, { message: 'The \'default\' tier must have default action \'Deny\'', reason: 'FieldValueInvalid', rule: 'self.metadata.name == \'default\' ? (has(self.spec.defaultAction) && self.spec.defaultAction == \'Deny\') : true' }], required: ['metadata', 'spec'], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s245, status: s197 } };
  return [
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'BGPConfiguration',
      plural: 'bgpconfigurations',
      singular: 'bgpconfiguration',
      shortNames: ['bgpconfig', 'bgpconfigs'],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [],
      selectableFields: [],
      schema: s24,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'BGPFilter',
      plural: 'bgpfilters',
      singular: 'bgpfilter',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [],
      selectableFields: [],
      schema: s50,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'BGPPeer',
      plural: 'bgppeers',
      singular: 'bgppeer',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'Node Selector', type: 'string', jsonPath: '.spec.nodeSelector' }, { name: 'Node', type: 'string', jsonPath: '.spec.node' }, { name: 'Local ASN', type: 'string', jsonPath: '.spec.localASNumber' }, { name: 'Peer Selector', type: 'string', jsonPath: '.spec.peerSelector' }, { name: 'Peer IP', type: 'string', jsonPath: '.spec.peerIP' }, { name: 'Peer ASN', type: 'string', jsonPath: '.spec.asNumber' }],
      selectableFields: [],
      schema: s60,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'BlockAffinity',
      plural: 'blockaffinities',
      singular: 'blockaffinity',
      shortNames: ['affinity', 'affinities'],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'CIDR', type: 'string', jsonPath: '.spec.cidr' }, { name: 'Node', type: 'string', jsonPath: '.spec.node' }, { name: 'Type', type: 'string', jsonPath: '.spec.type' }],
      selectableFields: [],
      schema: s64,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'CalicoNodeStatus',
      plural: 'caliconodestatuses',
      singular: 'caliconodestatus',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'Node', type: 'string', jsonPath: '.spec.node' }, { name: 'Classes', type: 'string', jsonPath: '.spec.classes' }],
      selectableFields: [],
      schema: s84,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'ClusterInformation',
      plural: 'clusterinformations',
      singular: 'clusterinformation',
      shortNames: ['clusterinfo', 'clusterinfos'],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'Version', type: 'string', jsonPath: '.spec.calicoVersion' }, { name: 'Ready', type: 'boolean', jsonPath: '.spec.datastoreReady' }, { name: 'Types', type: 'string', jsonPath: '.spec.clusterType' }],
      selectableFields: [],
      schema: s86,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'FelixConfiguration',
      plural: 'felixconfigurations',
      singular: 'felixconfiguration',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [],
      selectableFields: [],
      schema: s133,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'GlobalNetworkPolicy',
      plural: 'globalnetworkpolicies',
      singular: 'globalnetworkpolicy',
      shortNames: ['gnp', 'cgnp'],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'Tier', type: 'string', jsonPath: '.spec.tier' }, { name: 'Order', type: 'number', jsonPath: '.spec.order' }, { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' }],
      selectableFields: ['.spec.tier'],
      schema: s156,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'GlobalNetworkSet',
      plural: 'globalnetworksets',
      singular: 'globalnetworkset',
      shortNames: ['gns'],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' }],
      selectableFields: [],
      schema: s158,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'HostEndpoint',
      plural: 'hostendpoints',
      singular: 'hostendpoint',
      shortNames: ['hep', 'heps'],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'Node', type: 'string', jsonPath: '.spec.node' }, { name: 'Interface', type: 'string', jsonPath: '.spec.interfaceName' }],
      selectableFields: [],
      schema: s163,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'IPAMBlock',
      plural: 'ipamblocks',
      singular: 'ipamblock',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'CIDR', type: 'string', jsonPath: '.spec.cidr' }, { name: 'Affinity', type: 'string', jsonPath: '.spec.affinity' }, { name: 'ClaimTime', type: 'date', jsonPath: '.spec.affinityClaimTime' }],
      selectableFields: [],
      schema: s175,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'IPAMConfiguration',
      plural: 'ipamconfigurations',
      singular: 'ipamconfiguration',
      shortNames: ['ipamconfig', 'ipamconfigs'],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'StrictAffinity', type: 'boolean', jsonPath: '.spec.strictAffinity' }, { name: 'MaxBlocksPerHost', type: 'integer', jsonPath: '.spec.maxBlocksPerHost' }, { name: 'AutoAllocateBlocks', type: 'boolean', jsonPath: '.spec.autoAllocateBlocks' }],
      selectableFields: [],
      schema: s179,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'IPAMHandle',
      plural: 'ipamhandles',
      singular: 'ipamhandle',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'ID', type: 'string', jsonPath: '.spec.handleID' }],
      selectableFields: [],
      schema: s182,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'IPPool',
      plural: 'ippools',
      singular: 'ippool',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: true,
      printerColumns: [{ name: 'CIDR', type: 'string', jsonPath: '.spec.cidr' }, { name: 'VXLAN', type: 'string', jsonPath: '.spec.vxlanMode' }, { name: 'IPIP', type: 'string', jsonPath: '.spec.ipipMode' }, { name: 'NAT', type: 'boolean', jsonPath: '.spec.natOutgoing' }, { name: 'Allocatable', type: 'string', jsonPath: '.status.conditions[?(@.type==\'Allocatable\')].status' }, { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' }],
      selectableFields: [],
      schema: s198,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'IPReservation',
      plural: 'ipreservations',
      singular: 'ipreservation',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [],
      selectableFields: [],
      schema: s201,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'KubeControllersConfiguration',
      plural: 'kubecontrollersconfigurations',
      singular: 'kubecontrollersconfiguration',
      shortNames: ['kcc', 'kccs'],
      scope: 'Cluster',
      statusSubresource: true,
      printerColumns: [],
      selectableFields: [],
      schema: s217,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'NetworkPolicy',
      plural: 'networkpolicies',
      singular: 'networkpolicy',
      shortNames: ['cnp', 'caliconetworkpolicy'],
      scope: 'Namespaced',
      statusSubresource: false,
      printerColumns: [{ name: 'Tier', type: 'string', jsonPath: '.spec.tier' }, { name: 'Order', type: 'number', jsonPath: '.spec.order' }],
      selectableFields: ['.spec.tier'],
      schema: s219,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'NetworkSet',
      plural: 'networksets',
      singular: 'networkset',
      shortNames: [],
      scope: 'Namespaced',
      statusSubresource: false,
      printerColumns: [],
      selectableFields: [],
      schema: s158,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'StagedGlobalNetworkPolicy',
      plural: 'stagedglobalnetworkpolicies',
      singular: 'stagedglobalnetworkpolicy',
      shortNames: ['sgnp'],
      scope: 'Cluster',
      statusSubresource: false,
      printerColumns: [{ name: 'Tier', type: 'string', jsonPath: '.spec.tier' }, { name: 'Order', type: 'number', jsonPath: '.spec.order' }],
      selectableFields: ['.spec.tier'],
      schema: s222,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'StagedKubernetesNetworkPolicy',
      plural: 'stagedkubernetesnetworkpolicies',
      singular: 'stagedkubernetesnetworkpolicy',
      shortNames: ['sknp'],
      scope: 'Namespaced',
      statusSubresource: false,
      printerColumns: [],
      selectableFields: [],
      schema: s239,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'StagedNetworkPolicy',
      plural: 'stagednetworkpolicies',
      singular: 'stagednetworkpolicy',
      shortNames: ['scnp', 'snp'],
      scope: 'Namespaced',
      statusSubresource: false,
      printerColumns: [{ name: 'Tier', type: 'string', jsonPath: '.spec.tier' }, { name: 'Order', type: 'number', jsonPath: '.spec.order' }],
      selectableFields: ['.spec.tier'],
      schema: s241,
    },
    {
      group: 'projectcalico.org',
      version: 'v3',
      kind: 'Tier',
      plural: 'tiers',
      singular: 'tier',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: true,
      printerColumns: [{ name: 'Order', type: 'integer', jsonPath: '.spec.order' }, { name: 'DefaultAction', type: 'string', jsonPath: '.spec.defaultAction' }, { name: 'Status', type: 'string', jsonPath: '.status.conditions[?(@.type==\'Ready\')].reason' }],
      selectableFields: [],
      schema: s246,
    },
  ];
}
