import { References } from './references';
import { Fields, itemsOf, listOf, make, memberOf, objectOf, plain, propertiesOf, struct, text, Writer } from './snippet';
import { selector } from './write-selector';
import { asNumber, cidr, duration, ipAddress, peerAddress, port, texts, toggle } from './write-values';
import { isObject } from '../core/manifests';
import { BgpCommunity } from '../values/bgp-community';
import { BgpFilterOperation } from '../values/bgp-filter-operation';
import { BgpFilterRule } from '../values/bgp-filter-rule';
import { BgpBindMode, BgpMatchOperator, BgpNextHopMode, BgpPeerType, BgpReversePeering, BgpRouteSource, BgpSourceAddress } from '../values/bgp-modes';
import { LogSeverity } from '../values/log-severity';

const community: Writer = (json) => typeof json === 'string' ? make(BgpCommunity, 'parse', [plain(json)]) : undefined;

/** Where names are allowed too. */
const communityOrName: Writer = (json) => community(json) ?? (typeof json === 'string' ? make(BgpCommunity, 'named', [plain(json)]) : undefined);

/** What the only field of an object holds. */
function inField(field: string, write: Writer): Writer {
  return (json) => isObject(json) && Object.keys(json).join() === field ? write(json[field]) : undefined;
}

/** A list of blocks, each an object with a field `cidr`. */
const blocks = listOf(inField('cidr', cidr));

const operation: Writer = (json) => {
  const added = inField('addCommunity', inField('value', community))(json);
  if (added !== undefined) {
    return make(BgpFilterOperation, 'addCommunity', [added]);
  }
  if (!isObject(json) || Object.keys(json).length !== 1) {
    return undefined;
  }
  const { prependASPath: path, setPriority: priority } = json;
  const prefix = isObject(path) ? itemsOf(path.prefix, asNumber) : undefined;
  return prefix !== undefined ? make(BgpFilterOperation, 'prependAsPath', prefix)
    : isObject(priority) ? make(BgpFilterOperation, 'priority', [plain(priority.value)])
      : undefined;
};

const filterRule: Writer = (json) => {
  const { action, ...match } = isObject(json) ? json : {};
  const properties = propertiesOf(match, {
    cidr: ['cidr', cidr],
    matchOperator: ['matchOperator', memberOf('BgpMatchOperator', BgpMatchOperator)],
    prefixLength: ['prefixLength', plain],
    source: ['source', memberOf('BgpRouteSource', BgpRouteSource)],
    interface: ['interface', text],
    peerType: ['peerType', memberOf('BgpPeerType', BgpPeerType)],
    communities: ['communities', inField('values', listOf(community))],
    asPathPrefix: ['asPathPrefix', listOf(asNumber)],
    priority: ['priority', plain],
    ...(action === 'Accept' && { operations: ['operations', listOf(operation)] }),
  });
  const factory = action === 'Accept' ? 'accept' : action === 'Reject' ? 'reject' : undefined;
  return factory && properties && make(BgpFilterRule, factory, properties.size === 0 ? [] : [objectOf(properties)]);
};

const filterRules = listOf(filterRule);

export const BGP_FILTER: Fields = {
  exportV4: ['exportV4', filterRules],
  exportV6: ['exportV6', filterRules],
  importV4: ['importV4', filterRules],
  importV6: ['importV6', filterRules],
};

const advertisement = struct({ cidr: ['cidr', cidr], communities: ['communities', listOf(communityOrName)] }, ['cidr', 'communities']);

export const BGP_CONFIGURATION: Fields = {
  asNumber: ['asNumber', asNumber],
  bindMode: ['bindMode', memberOf('BgpBindMode', BgpBindMode)],
  communities: ['communities', listOf(struct({ name: ['name', text], value: ['value', community] }, ['name', 'value']))],
  ignoredInterfaces: ['ignoredInterfaces', texts],
  ipv4NormalRoutePriority: ['ipv4NormalRoutePriority', plain],
  ipv6NormalRoutePriority: ['ipv6NormalRoutePriority', plain],
  listenPort: ['listenPort', port],
  localWorkloadPeeringIPV4: ['localWorkloadPeeringIpV4', ipAddress],
  localWorkloadPeeringIPV6: ['localWorkloadPeeringIpV6', ipAddress],
  logSeverityScreen: ['logSeverityScreen', memberOf('LogSeverity', LogSeverity)],
  nodeMeshMaxRestartTime: ['nodeMeshMaxRestartTime', duration],
  nodeMeshPassword: ['nodeMeshPassword', plain],
  nodeToNodeMeshEnabled: ['nodeToNodeMeshEnabled', plain],
  prefixAdvertisements: ['prefixAdvertisements', listOf(advertisement)],
  programClusterRoutes: ['programClusterRoutes', toggle],
  serviceClusterIPs: ['serviceClusterIps', blocks],
  serviceExternalIPs: ['serviceExternalIps', blocks],
  serviceLoadBalancerAggregation: ['serviceLoadBalancerAggregation', toggle],
  serviceLoadBalancerIPs: ['serviceLoadBalancerIps', blocks],
};

export function bgpPeer(references: References): Fields {
  return {
    node: ['node', text],
    nodeSelector: ['nodeSelector', selector],
    peerIP: ['peerIp', peerAddress],
    peerSelector: ['peerSelector', selector],
    localWorkloadSelector: ['localWorkloadSelector', selector],
    asNumber: ['asNumber', asNumber],
    localASNumber: ['localAsNumber', asNumber],
    numAllowedLocalASNumbers: ['numAllowedLocalAsNumbers', plain],
    filters: ['filters', listOf(references.filter)],
    keepOriginalNextHop: ['keepOriginalNextHop', plain],
    nextHopMode: ['nextHopMode', memberOf('BgpNextHopMode', BgpNextHopMode)],
    keepaliveTime: ['keepaliveTime', duration],
    maxRestartTime: ['maxRestartTime', duration],
    password: ['password', plain],
    reachableBy: ['reachableBy', ipAddress],
    reversePeering: ['reversePeering', memberOf('BgpReversePeering', BgpReversePeering)],
    sourceAddress: ['sourceAddress', memberOf('BgpSourceAddress', BgpSourceAddress)],
    ttlSecurity: ['ttlSecurity', plain],
  };
}
