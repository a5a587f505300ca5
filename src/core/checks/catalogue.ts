import { DUPLICATE_PEER } from './bgp/duplicate-peer';
import { FILTER_MISSING } from './bgp/filter-missing';
import { MESH_OFF } from './bgp/mesh-off';
import { MESH_TOO_LARGE } from './bgp/mesh-too-large';
import { SERVICES_NOT_ADVERTISED } from './bgp/services-not-advertised';
import { ENCAPSULATION } from './change/encapsulation';
import { INSTALL_VARIANT } from './change/install-variant';
import { POOL_BLOCK_SIZE } from './change/pool-block-size';
import { POOL_CIDR } from './change/pool-cidr';
import { POOL_SHRINKS } from './change/pool-shrinks';
import { TIER_REMOVED } from './change/tier-removed';
import { Check, Rule } from './check';
import { PLAN_RANGES_OVERLAP } from './cidr/plan-ranges-overlap';
import { POOL_IN_SPECIAL_RANGE } from './cidr/pool-in-special-range';
import { POOL_OVERLAPS_NETWORK } from './cidr/pool-overlaps-network';
import { POOLS_OVERLAP } from './cidr/pools-overlap';
import { RESERVATION_OUTSIDE_POOLS } from './cidr/reservation-outside-pools';
import { ROUTED_CLUSTERS_OVERLAP } from './cidr/routed-clusters-overlap';
import { GATE_RULES } from './gate-rules';
import { RESOURCE_RULES } from '../schema';
import { FAILSAFE_PORTS } from './host/failsafe-ports';
import { KUBELET_CUT } from './host/kubelet-cut';
import { PEER_WITHOUT_ADDRESSES } from './host/peer-without-addresses';
import { RESERVED_NAME } from './host/reserved-name';
import { SAME_INTERFACE } from './host/same-interface';
import { CLOUD_CNI_UNSET } from './install/cloud-cni-unset';
import { CNI_MISMATCH } from './install/cni-mismatch';
import { EBPF_API_ENDPOINT } from './install/ebpf-api-endpoint';
import { ENCAPSULATION_UNSUPPORTED } from './install/encapsulation-unsupported';
import { FELIX_SET_TWICE } from './install/felix-set-twice';
import { HALF_DUAL_STACK } from './install/half-dual-stack';
import { IMAGE_SET } from './install/image-set';
import { IPIP_ON_AZURE } from './install/ipip-on-azure';
import { KUBE_PROXY_BESIDE_EBPF } from './install/kube-proxy-beside-ebpf';
import { KUBE_PROXY_MODE } from './install/kube-proxy-mode';
import { METRICS_SCRAPE_BLOCKED } from './install/metrics-scrape-blocked';
import { MTU_TOO_GREAT } from './install/mtu-too-great';
import { NEEDS_BGP } from './install/needs-bgp';
import { NEEDS_CALICO_CNI } from './install/needs-calico-cni';
import { NODE_ADDRESS_DETECTION } from './install/node-address-detection';
import { NODE_ADDRESS_ELSEWHERE } from './install/node-address-elsewhere';
import { POOL_OUTSIDE_POD_CIDRS } from './install/pool-outside-pod-cidrs';
import { POOL_REFUSED } from './install/pool-refused';
import { PULL_SECRET_ELSEWHERE } from './install/pull-secret-elsewhere';
import { REGISTRY } from './install/registry';
import { SERVING_CA_MISSING } from './install/serving-ca-missing';
import { SETTING_REFUSED } from './install/setting-refused';
import { TYPHA_REPLICAS } from './install/typha-replicas';
import { WINDOWS } from './install/windows';
import { NODE_UNDECLARED } from './node/undeclared';
import { BACKEND_VERSION } from './object/backend-version';
import { CONFIGURATION_UNREAD } from './object/configuration-unread';
import { DUPLICATE } from './object/duplicate';
import { NAMESPACE_MISSING } from './object/namespace-missing';
import { TOO_LARGE_TO_APPLY } from './object/too-large-to-apply';
import { API_SERVER_CUT } from './policy/api-server-cut';
import { DNS_CUT } from './policy/dns-cut';
import { EXPECTATION_BROKEN } from './policy/expectation-broken';
import { EXPECTATION_UNPROVED } from './policy/expectation-unproved';
import { GLOBAL_REACH } from './policy/global-reach';
import { HOST_ENDPOINT_REACH } from './policy/host-endpoint-reach';
import { HOST_NETWORKED_WORKLOAD } from './policy/host-networked-workload';
import { LOG_DECIDES_NOTHING } from './policy/log-decides-nothing';
import { NODE_PORT_NEEDS_PRE_DNAT } from './policy/node-port-needs-pre-dnat';
import { ORDER_TIE } from './policy/order-tie';
import { PEER_IN_OTHER_NAMESPACE } from './policy/peer-in-other-namespace';
import { PEER_MATCHES_NETWORK_SET } from './policy/peer-matches-network-set';
import { REDUNDANT_RULE } from './policy/redundant-rule';
import { SERVICE_ADDRESS_IN_NETS } from './policy/service-address-in-nets';
import { SERVICE_PORT } from './policy/service-port';
import { SERVICE_WITHOUT_NAMESPACE } from './policy/service-without-namespace';
import { SHADOWED_POLICY } from './policy/shadowed-policy';
import { SHADOWED_RULE } from './policy/shadowed-rule';
import { SOURCE_ADDRESS_LOST } from './policy/source-address-lost';
import { TIER_ENDS } from './policy/tier-ends';
import { UNTRACKED_ONE_WAY } from './policy/untracked-one-way';
import { VACUOUS_RULE } from './policy/vacuous-rule';
import { ANNOTATION_UNREADABLE } from './pool/annotation-unreadable';
import { POOL_MISSING } from './pool/missing';
import { NAT_OUTGOING_OFF } from './pool/nat-outgoing-off';
import { OUTSIDE_POD_CIDRS } from './pool/outside-pod-cidrs';
import { OWNED_TWICE } from './pool/owned-twice';
import { TOO_FEW_BLOCKS } from './pool/too-few-blocks';
import { TOO_SMALL_FOR_NODE } from './pool/too-small-for-node';
import { PROFILE_MISSING } from './profile/missing';
import { PROFILE_NEEDS_ETCD } from './profile/needs-etcd';
import { LABEL_OUT_OF_PLACE } from './selector/label-out-of-place';
import { MATCHES_EVERYTHING } from './selector/matches-everything';
import { NAMESPACE_LABEL_MISSING } from './selector/namespace-label-missing';
import { NEVER_MATCHES } from './selector/never-matches';
import { ONLY_EXCLUDES } from './selector/only-excludes';
import { TIER_LEFT_OUT } from './tier/left-out';
import { TIER_MISSING } from './tier/missing';
import { HOST_POLICY_CUTS } from './underlay/host-policy-cuts';
import { PODS_UNROUTED } from './underlay/pods-unrouted';
import { TRAFFIC_BLOCKED } from './underlay/traffic-blocked';

/** Every check that has a file of its own. */
export const CHECKS: readonly Check[] = [
  POOLS_OVERLAP, POOL_OVERLAPS_NETWORK, POOL_IN_SPECIAL_RANGE, PLAN_RANGES_OVERLAP, ROUTED_CLUSTERS_OVERLAP, RESERVATION_OUTSIDE_POOLS,
  NEVER_MATCHES, MATCHES_EVERYTHING, ONLY_EXCLUDES, LABEL_OUT_OF_PLACE,
  DUPLICATE, NAMESPACE_MISSING, CONFIGURATION_UNREAD, TOO_LARGE_TO_APPLY, BACKEND_VERSION,
  TIER_MISSING, TIER_LEFT_OUT, FILTER_MISSING, PROFILE_MISSING, PROFILE_NEEDS_ETCD, POOL_MISSING, ANNOTATION_UNREADABLE,
  OWNED_TWICE, OUTSIDE_POD_CIDRS, TOO_FEW_BLOCKS, TOO_SMALL_FOR_NODE, NAT_OUTGOING_OFF,
  NAMESPACE_LABEL_MISSING, TIER_ENDS, SOURCE_ADDRESS_LOST,
  DNS_CUT, API_SERVER_CUT, GLOBAL_REACH, HOST_ENDPOINT_REACH, HOST_POLICY_CUTS, NODE_PORT_NEEDS_PRE_DNAT, UNTRACKED_ONE_WAY, FAILSAFE_PORTS,
  KUBELET_CUT, PEER_WITHOUT_ADDRESSES,
  SHADOWED_RULE, REDUNDANT_RULE, VACUOUS_RULE, LOG_DECIDES_NOTHING, SERVICE_WITHOUT_NAMESPACE, SHADOWED_POLICY, ORDER_TIE, PEER_IN_OTHER_NAMESPACE,
  HOST_NETWORKED_WORKLOAD, SERVICE_ADDRESS_IN_NETS, SERVICE_PORT, PEER_MATCHES_NETWORK_SET,
  NODE_UNDECLARED, SAME_INTERFACE, RESERVED_NAME, DUPLICATE_PEER, MESH_OFF, MESH_TOO_LARGE, SERVICES_NOT_ADVERTISED,
  CNI_MISMATCH, CLOUD_CNI_UNSET, NEEDS_CALICO_CNI, NEEDS_BGP, ENCAPSULATION_UNSUPPORTED, IPIP_ON_AZURE,
  POOL_OUTSIDE_POD_CIDRS, POOL_REFUSED, SETTING_REFUSED, NODE_ADDRESS_DETECTION, EBPF_API_ENDPOINT, KUBE_PROXY_MODE,
  HALF_DUAL_STACK, WINDOWS, IMAGE_SET, SERVING_CA_MISSING, FELIX_SET_TWICE,
  TYPHA_REPLICAS, MTU_TOO_GREAT, KUBE_PROXY_BESIDE_EBPF, REGISTRY, PULL_SECRET_ELSEWHERE, NODE_ADDRESS_ELSEWHERE, METRICS_SCRAPE_BLOCKED,
  TRAFFIC_BLOCKED, PODS_UNROUTED,
  EXPECTATION_BROKEN, EXPECTATION_UNPROVED,
  POOL_CIDR, POOL_BLOCK_SIZE, POOL_SHRINKS, ENCAPSULATION, INSTALL_VARIANT, TIER_REMOVED,
];

/** Every kind of finding about manifests and apps: of the checks, of the rules for single resources, and of the gate. */
export const ALL_RULES: readonly Rule[] = [...CHECKS, ...RESOURCE_RULES, ...GATE_RULES];
