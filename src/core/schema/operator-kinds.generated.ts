// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { KindSchema, StructuralSchema } from './structural-schema';

let kinds: readonly KindSchema[] | undefined;

/** Every kind of operator.tigera.io/v1, in order of plurals. Built at the first call. */
export function operatorKinds(): readonly KindSchema[] {
  return kinds ??= build();
}

function build(): readonly KindSchema[] {
  const s0: StructuralSchema = { type: 'string' };
  const s1: StructuralSchema = { type: 'object' };
  const s2: StructuralSchema = { type: 'object', additionalProperties: s0 };
  const s3: StructuralSchema = { type: 'object', properties: { annotations: s2, labels: s2 } };
  const s4: StructuralSchema = { type: 'integer', format: 'int32', minimum: 0, maximum: 2147483647 };
  const s5: StructuralSchema = { type: 'array', listType: 'atomic', items: s0 };
  const s6: StructuralSchema = { type: 'object', required: ['key', 'operator'], properties: { key: s0, operator: s0, values: s5 } };
  const s7: StructuralSchema = { type: 'array', listType: 'atomic', items: s6 };
  const s8: StructuralSchema = { type: 'object', mapType: 'atomic', properties: { matchExpressions: s7, matchFields: s7 } };
  const s9: StructuralSchema = { type: 'integer', format: 'int32' };
  const s10: StructuralSchema = { type: 'object', required: ['preference', 'weight'], properties: { preference: s8, weight: s9 } };
  const s11: StructuralSchema = { type: 'array', listType: 'atomic', items: s10 };
  const s12: StructuralSchema = { type: 'array', listType: 'atomic', items: s8 };
  const s13: StructuralSchema = { type: 'object', mapType: 'atomic', required: ['nodeSelectorTerms'], properties: { nodeSelectorTerms: s12 } };
  const s14: StructuralSchema = { type: 'object', properties: { preferredDuringSchedulingIgnoredDuringExecution: s11, requiredDuringSchedulingIgnoredDuringExecution: s13 } };
  const s15: StructuralSchema = { type: 'object', mapType: 'atomic', properties: { matchExpressions: s7, matchLabels: s2 } };
  const s16: StructuralSchema = { type: 'object', required: ['topologyKey'], properties: { labelSelector: s15, matchLabelKeys: s5, mismatchLabelKeys: s5, namespaceSelector: s15, namespaces: s5, topologyKey: s0 } };
  const s17: StructuralSchema = { type: 'object', required: ['podAffinityTerm', 'weight'], properties: { podAffinityTerm: s16, weight: s9 } };
  const s18: StructuralSchema = { type: 'array', listType: 'atomic', items: s17 };
  const s19: StructuralSchema = { type: 'array', listType: 'atomic', items: s16 };
  const s20: StructuralSchema = { type: 'object', properties: { preferredDuringSchedulingIgnoredDuringExecution: s18, requiredDuringSchedulingIgnoredDuringExecution: s19 } };
  const s21: StructuralSchema = { type: 'object', properties: { nodeAffinity: s14, podAffinity: s20, podAntiAffinity: s20 } };
  const s22: StructuralSchema = { type: 'string', enum: ['calico-apiserver', 'tigera-queryserver', 'calico-l7-admission-controller'] };
  const s23: StructuralSchema = { type: 'string', enum: ['apiserver', 'queryserver', 'l7admctrl'] };
  const s24: StructuralSchema = { type: 'object', required: ['containerPort', 'name'], properties: { containerPort: s9, name: s23 } };
  const s25: StructuralSchema = { type: 'array', items: s24 };
  const s26: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s0, request: s0 } };
  const s27: StructuralSchema = { type: 'array', listType: 'map', listMapKeys: ['name'], items: s26 };
  const s28: StructuralSchema = { intOrString: true, pattern: '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$' };
  const s29: StructuralSchema = { type: 'object', additionalProperties: s28 };
  const s30: StructuralSchema = { type: 'object', properties: { claims: s27, limits: s29, requests: s29 } };
  const s31: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s22, ports: s25, resources: s30 } };
  const s32: StructuralSchema = { type: 'array', items: s31 };
  const s33: StructuralSchema = { type: 'string', enum: ['calico-apiserver-certs-key-cert-provisioner'] };
  const s34: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s33, resources: s30 } };
  const s35: StructuralSchema = { type: 'array', items: s34 };
  const s36: StructuralSchema = { type: 'integer', format: 'int64' };
  const s37: StructuralSchema = { type: 'object', properties: { effect: s0, key: s0, operator: s0, tolerationSeconds: s36, value: s0 } };
  const s38: StructuralSchema = { type: 'array', items: s37 };
  const s39: StructuralSchema = { type: 'object', required: ['maxSkew', 'topologyKey', 'whenUnsatisfiable'], properties: { labelSelector: s15, matchLabelKeys: s5, maxSkew: s9, minDomains: s9, nodeAffinityPolicy: s0, nodeTaintsPolicy: s0, topologyKey: s0, whenUnsatisfiable: s0 } };
  const s40: StructuralSchema = { type: 'array', items: s39 };
  const s41: StructuralSchema = { type: 'object', properties: { affinity: s21, containers: s32, initContainers: s35, nodeSelector: s2, priorityClassName: s0, tolerations: s38, topologySpreadConstraints: s40 } };
  const s42: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s41 } };
  const s43: StructuralSchema = { type: 'object', properties: { minReadySeconds: s4, template: s42 } };
  const s44: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s43 } };
  const s45: StructuralSchema = { type: 'string', enum: ['calico-webhooks'] };
  const s46: StructuralSchema = { type: 'integer', format: 'int32', minimum: 1, maximum: 65535 };
  const s47: StructuralSchema = { type: 'object', required: ['containerPort', 'name'], properties: { containerPort: s46, name: s45 } };
  const s48: StructuralSchema = { type: 'array', items: s47 };
  const s49: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s45, ports: s48, resources: s30 } };
  const s50: StructuralSchema = { type: 'array', items: s49 };
  const s51: StructuralSchema = { type: 'boolean' };
  const s52: StructuralSchema = { type: 'object', properties: { affinity: s21, containers: s50, hostNetwork: s51, nodeSelector: s2, tolerations: s38 } };
  const s53: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s52 } };
  const s54: StructuralSchema = { type: 'object', properties: { minReadySeconds: s4, template: s53 } };
  const s55: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s54 } };
  const s56: StructuralSchema = { type: 'string', default: 'Info', enum: ['Fatal', 'Error', 'Warn', 'Info', 'Debug', 'Trace'] };
  const s57: StructuralSchema = { type: 'object', properties: { logSeverity: s56 } };
  const s58: StructuralSchema = { type: 'object', properties: { apiServer: s57, queryServer: s57 } };
  const s59: StructuralSchema = { type: 'object', properties: { apiServerDeployment: s44, calicoWebhooksDeployment: s55, logging: s58 } };
  const s60: StructuralSchema = { type: 'string', format: 'date-time' };
  const s61: StructuralSchema = { type: 'string', maxLength: 32768 };
  const s62: StructuralSchema = { type: 'integer', format: 'int64', minimum: 0 };
  const s63: StructuralSchema = { type: 'string', pattern: '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$', minLength: 1, maxLength: 1024 };
  const s64: StructuralSchema = { type: 'string', enum: ['True', 'False', 'Unknown'] };
  const s65: StructuralSchema = { type: 'string', pattern: '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$', maxLength: 316 };
  const s66: StructuralSchema = { type: 'object', required: ['lastTransitionTime', 'message', 'reason', 'status', 'type'], properties: { lastTransitionTime: s60, message: s61, observedGeneration: s62, reason: s63, status: s64, type: s65 } };
  const s67: StructuralSchema = { type: 'array', items: s66 };
  const s68: StructuralSchema = { type: 'object', properties: { conditions: s67, state: s0 } };
  const s69: StructuralSchema = { type: 'object', validations: [{ message: 'resource name must be \'default\' or \'tigera-secure\'', rule: 'self.metadata.name == \'default\' || self.metadata.name == \'tigera-secure\'' }], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s59, status: s68 } };
  const s70: StructuralSchema = { intOrString: true };
  const s71: StructuralSchema = { type: 'object', properties: { maxSurge: s70, maxUnavailable: s70 } };
  const s72: StructuralSchema = { type: 'object', properties: { rollingUpdate: s71 } };
  const s73: StructuralSchema = { type: 'string', enum: ['goldmane'] };
  const s74: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s73, resources: s30 } };
  const s75: StructuralSchema = { type: 'array', items: s74 };
  const s76: StructuralSchema = { type: 'object', properties: { affinity: s21, containers: s75, nodeSelector: s2, priorityClassName: s0, terminationGracePeriodSeconds: s62, tolerations: s38, topologySpreadConstraints: s40 } };
  const s77: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s76 } };
  const s78: StructuralSchema = { type: 'object', properties: { minReadySeconds: s4, strategy: s72, template: s77 } };
  const s79: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s78 } };
  const s80: StructuralSchema = { type: 'object', properties: { goldmaneDeployment: s79, metricsPort: s9 } };
  const s81: StructuralSchema = { type: 'object', properties: { conditions: s67 } };
  const s82: StructuralSchema = { type: 'object', validations: [{ message: 'resource name must be \'default\'', rule: 'self.metadata.name == \'default\'' }], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s80, status: s81 } };
  const s83: StructuralSchema = { type: 'object', required: ['digest', 'image'], properties: { digest: s0, image: s0 } };
  const s84: StructuralSchema = { type: 'array', items: s83 };
  const s85: StructuralSchema = { type: 'object', properties: { images: s84 } };
  const s86: StructuralSchema = { type: 'object', properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s85 } };
  const s87: StructuralSchema = { type: 'string', default: 'Default', enum: ['Default', 'Manual'] };
  const s88: StructuralSchema = { type: 'object', properties: { policyMode: s87 } };
  const s89: StructuralSchema = { type: 'string', enum: ['calico-kube-controllers', 'es-calico-kube-controllers'] };
  const s90: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s89, resources: s30 } };
  const s91: StructuralSchema = { type: 'array', items: s90 };
  const s92: StructuralSchema = { type: 'object', properties: { affinity: s21, containers: s91, nodeSelector: s2, tolerations: s38 } };
  const s93: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s92 } };
  const s94: StructuralSchema = { type: 'object', properties: { minReadySeconds: s4, template: s93 } };
  const s95: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s94 } };
  const s96: StructuralSchema = { type: 'string', enum: ['Enabled', 'Disabled'] };
  const s97: StructuralSchema = { type: 'string', enum: ['Disabled', 'Enabled'] };
  const s98: StructuralSchema = { type: 'string', enum: ['BIRD', 'Felix'] };
  const s99: StructuralSchema = { type: 'array', items: s0 };
  const s100: StructuralSchema = { type: 'boolean', default: false };
  const s101: StructuralSchema = { type: 'string', enum: ['IPIPCrossSubnet', 'IPIP', 'VXLAN', 'VXLANCrossSubnet', 'None'] };
  const s102: StructuralSchema = { type: 'object', required: ['cidr'], properties: { allowedUses: s99, assignmentMode: s0, blockSize: s9, cidr: s0, disableBGPExport: s100, disableNewAllocations: s51, encapsulation: s101, name: s0, natOutgoing: s96, nodeSelector: s0 } };
  const s103: StructuralSchema = { type: 'array', maxItems: 25, items: s102 };
  const s104: StructuralSchema = { type: 'string', enum: ['Iptables', 'BPF', 'VPP', 'Nftables'] };
  const s105: StructuralSchema = { type: 'string', enum: ['None', 'Multus'] };
  const s106: StructuralSchema = { type: 'string', enum: ['NodeInternalIP'] };
  const s107: StructuralSchema = { type: 'object', properties: { canReach: s0, cidrs: s99, firstFound: s51, interface: s0, kubernetes: s106, skipInterface: s0 } };
  const s108: StructuralSchema = { type: 'string', enum: ['net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_keepalive_time'] };
  const s109: StructuralSchema = { type: 'object', required: ['key', 'value'], properties: { key: s108, value: s0 } };
  const s110: StructuralSchema = { type: 'array', items: s109 };
  const s111: StructuralSchema = { type: 'string', enum: ['HNS', 'Disabled'] };
  const s112: StructuralSchema = { type: 'object', properties: { bgp: s96, bpfNetworkBootstrap: s97, clusterRoutingMode: s98, containerIPForwarding: s96, hostPorts: s96, ipPools: s103, kubeProxyManagement: s97, linuxDataplane: s104, linuxPolicySetupTimeoutSeconds: s9, mtu: s9, multiInterfaceMode: s105, nodeAddressAutodetectionV4: s107, nodeAddressAutodetectionV6: s107, sysctl: s110, windowsDataplane: s111 } };
  const s113: StructuralSchema = { type: 'string', enum: ['calico-node'] };
  const s114: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s113, resources: s30 } };
  const s115: StructuralSchema = { type: 'array', items: s114 };
  const s116: StructuralSchema = { type: 'object', properties: { name: s0, value: s0 } };
  const s117: StructuralSchema = { type: 'array', listType: 'atomic', items: s116 };
  const s118: StructuralSchema = { type: 'object', properties: { nameservers: s5, options: s117, searches: s5 } };
  const s119: StructuralSchema = { type: 'string', enum: ['', 'Default', 'ClusterFirst', 'ClusterFirstWithHostNet', 'None'] };
  const s120: StructuralSchema = { type: 'string', enum: ['install-cni', 'hostpath-init', 'flexvol-driver', 'ebpf-bootstrap', 'node-certs-key-cert-provisioner', 'calico-node-prometheus-server-tls-key-cert-provisioner', 'mount-bpffs'] };
  const s121: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s120, resources: s30 } };
  const s122: StructuralSchema = { type: 'array', items: s121 };
  const s123: StructuralSchema = { type: 'object', properties: { affinity: s21, containers: s115, dnsConfig: s118, dnsPolicy: s119, initContainers: s122, nodeSelector: s2, tolerations: s38 } };
  const s124: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s123 } };
  const s125: StructuralSchema = { type: 'object', properties: { minReadySeconds: s4, template: s124 } };
  const s126: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s125 } };
  const s127: StructuralSchema = { type: 'string', enum: ['calico-node-windows', 'node', 'felix', 'confd'] };
  const s128: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s127, resources: s30 } };
  const s129: StructuralSchema = { type: 'array', items: s128 };
  const s130: StructuralSchema = { type: 'string', enum: ['install-cni', 'hostpath-init', 'flexvol-driver', 'node-certs-key-cert-provisioner', 'calico-node-windows-prometheus-server-tls-key-cert-provisioner'] };
  const s131: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s130, resources: s30 } };
  const s132: StructuralSchema = { type: 'array', items: s131 };
  const s133: StructuralSchema = { type: 'object', properties: { affinity: s21, containers: s129, initContainers: s132, nodeSelector: s2, tolerations: s38 } };
  const s134: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s133 } };
  const s135: StructuralSchema = { type: 'object', properties: { minReadySeconds: s4, template: s134 } };
  const s136: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s135 } };
  const s137: StructuralSchema = { type: 'string', enum: ['calico-windows-upgrade'] };
  const s138: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s137, resources: s30 } };
  const s139: StructuralSchema = { type: 'array', items: s138 };
  const s140: StructuralSchema = { type: 'object', properties: { affinity: s21, containers: s139, nodeSelector: s2, tolerations: s38 } };
  const s141: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s140 } };
  const s142: StructuralSchema = { type: 'object', properties: { minReadySeconds: s4, template: s141 } };
  const s143: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s142 } };
  const s144: StructuralSchema = { type: 'string', format: 'byte' };
  const s145: StructuralSchema = { type: 'string', enum: ['', 'RSAWithSize2048', 'RSAWithSize4096', 'RSAWithSize8192', 'ECDSAWithCurve256', 'ECDSAWithCurve384', 'ECDSAWithCurve521'] };
  const s146: StructuralSchema = { type: 'string', enum: ['', 'SHA256WithRSA', 'SHA384WithRSA', 'SHA512WithRSA', 'ECDSAWithSHA256', 'ECDSAWithSHA384', 'ECDSAWithSHA512'] };
  const s147: StructuralSchema = { type: 'object', required: ['caCert', 'signerName'], properties: { caCert: s144, keyAlgorithm: s145, signatureAlgorithm: s146, signerName: s0 } };
  const s148: StructuralSchema = { type: 'string', enum: ['Calico', 'HostLocal', 'AmazonVPC', 'AzureVNET'] };
  const s149: StructuralSchema = { type: 'object', required: ['type'], properties: { type: s148 } };
  const s150: StructuralSchema = { type: 'string', enum: ['Calico', 'GKE', 'AmazonVPC', 'AzureVNET'] };
  const s151: StructuralSchema = { type: 'object', required: ['type'], properties: { binDir: s0, confDir: s0, ipam: s149, type: s150 } };
  const s152: StructuralSchema = { type: 'string', enum: ['Node', 'Typha', 'KubeControllers', 'NodeWindows', 'FelixWindows', 'ConfdWindows'] };
  const s153: StructuralSchema = { type: 'object', required: ['componentName', 'resourceRequirements'], properties: { componentName: s152, resourceRequirements: s30 } };
  const s154: StructuralSchema = { type: 'array', items: s153 };
  const s155: StructuralSchema = { type: 'string', enum: ['calico-csi', 'csi-node-driver-registrar', 'csi-node-driver'] };
  const s156: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s155, resources: s30 } };
  const s157: StructuralSchema = { type: 'array', items: s156 };
  const s158: StructuralSchema = { type: 'object', properties: { affinity: s21, containers: s157, nodeSelector: s2, tolerations: s38 } };
  const s159: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s158 } };
  const s160: StructuralSchema = { type: 'object', properties: { minReadySeconds: s4, template: s159 } };
  const s161: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s160 } };
  const s162: StructuralSchema = { type: 'string', default: '' };
  const s163: StructuralSchema = { type: 'object', mapType: 'atomic', properties: { name: s162 } };
  const s164: StructuralSchema = { type: 'array', items: s163 };
  const s165: StructuralSchema = { type: 'string', enum: ['', 'EKS', 'GKE', 'AKS', 'OpenShift', 'DockerEnterprise', 'RKE2', 'TKG', 'Kind'] };
  const s166: StructuralSchema = { type: 'string', enum: ['Error', 'Warning', 'Info', 'Debug'] };
  const s167: StructuralSchema = { type: 'object', properties: { logFileMaxAgeDays: s9, logFileMaxCount: s9, logFileMaxSize: s28, logSeverity: s166 } };
  const s168: StructuralSchema = { type: 'object', properties: { cni: s167 } };
  const s169: StructuralSchema = { type: 'object', properties: { rollingUpdate: s71, type: s0 } };
  const s170: StructuralSchema = { type: 'object', properties: { httpProxy: s0, httpsProxy: s0, noProxy: s0 } };
  const s171: StructuralSchema = { type: 'string', enum: ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_RSA_WITH_AES_256_GCM_SHA384', 'TLS_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA', 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'] };
  const s172: StructuralSchema = { type: 'object', properties: { name: s171 } };
  const s173: StructuralSchema = { type: 'array', items: s172 };
  const s174: StructuralSchema = { type: 'array', items: s10 };
  const s175: StructuralSchema = { type: 'object', properties: { preferredDuringSchedulingIgnoredDuringExecution: s174, requiredDuringSchedulingIgnoredDuringExecution: s13 } };
  const s176: StructuralSchema = { type: 'object', properties: { nodeAffinity: s175 } };
  const s177: StructuralSchema = { type: 'string', enum: ['calico-typha'] };
  const s178: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s177, resources: s30 } };
  const s179: StructuralSchema = { type: 'array', items: s178 };
  const s180: StructuralSchema = { type: 'string', enum: ['typha-certs-key-cert-provisioner'] };
  const s181: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s180, resources: s30 } };
  const s182: StructuralSchema = { type: 'array', items: s181 };
  const s183: StructuralSchema = { type: 'object', properties: { affinity: s21, containers: s179, initContainers: s182, nodeSelector: s2, terminationGracePeriodSeconds: s36, tolerations: s38, topologySpreadConstraints: s40 } };
  const s184: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s183 } };
  const s185: StructuralSchema = { type: 'object', properties: { minReadySeconds: s4, strategy: s72, template: s184 } };
  const s186: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s185 } };
  const s187: StructuralSchema = { type: 'string', enum: ['Calico', 'TigeraSecureEnterprise'] };
  const s188: StructuralSchema = { type: 'string', pattern: '^[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}$' };
  const s189: StructuralSchema = { type: 'object', properties: { cniBinDir: s0, cniConfigDir: s0, cniLogDir: s0, vxlanAdapter: s0, vxlanMACPrefix: s188 } };
  const s190: StructuralSchema = { type: 'object', properties: { azure: s88, calicoKubeControllersDeployment: s95, calicoNetwork: s112, calicoNodeDaemonSet: s126, calicoNodeWindowsDaemonSet: s136, calicoWindowsUpgradeDaemonSet: s143, certificateManagement: s147, cni: s151, componentResources: s154, controlPlaneNodeSelector: s2, controlPlaneReplicas: s9, controlPlaneTolerations: s38, csiNodeDriverDaemonSet: s161, fipsMode: s96, flexVolumePath: s0, imagePath: s0, imagePrefix: s0, imagePullSecrets: s164, kubeletVolumePluginPath: s0, kubernetesProvider: s165, logging: s168, nodeMetricsPort: s9, nodeUpdateStrategy: s169, nonPrivileged: s0, proxy: s170, registry: s0, serviceCIDRs: s99, tlsCipherSuites: s173, typhaAffinity: s176, typhaDeployment: s186, typhaMetricsPort: s9, variant: s187, windowsNodes: s189 } };
  const s191: StructuralSchema = { type: 'object', properties: { calicoVersion: s0, computed: s190, conditions: s67, imageSet: s0, mtu: s9, variant: s187 } };
  const s192: StructuralSchema = { type: 'object', validations: [{ message: 'resource name must be \'default\', \'tigera-secure\', or \'overlay\'', rule: 'self.metadata.name == \'default\' || self.metadata.name == \'tigera-secure\' || self.metadata.name == \'overlay\'' }], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s190, status: s191 } };
  const s193: StructuralSchema = { type: 'string', enum: ['whisker', 'whisker-backend'] };
  const s194: StructuralSchema = { type: 'object', required: ['name'], properties: { name: s193, resources: s30 } };
  const s195: StructuralSchema = { type: 'array', items: s194 };
  const s196: StructuralSchema = { type: 'object', properties: { affinity: s21, containers: s195, nodeSelector: s2, priorityClassName: s0, terminationGracePeriodSeconds: s62, tolerations: s38, topologySpreadConstraints: s40 } };
  const s197: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s196 } };
  const s198: StructuralSchema = { type: 'object', properties: { minReadySeconds: s4, strategy: s72, template: s197 } };
  const s199: StructuralSchema = { type: 'object', properties: { metadata: s3, spec: s198 } };
  const s200: StructuralSchema = { type: 'object', properties: { notifications: s0, whiskerDeployment: s199 } };
  const s201: StructuralSchema = { type: 'object', validations: [{ message: 'resource name must be \'default\'', rule: 'self.metadata.name == \'default\'' }], properties: { apiVersion: s0, kind: s0, metadata: s1, spec: s200, status: s81 } };
  return [
    {
      group: 'operator.tigera.io',
      version: 'v1',
      kind: 'APIServer',
      plural: 'apiservers',
      singular: 'apiserver',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: true,
      printerColumns: [],
      selectableFields: [],
      schema: s69,
    },
    {
      group: 'operator.tigera.io',
      version: 'v1',
      kind: 'Goldmane',
      plural: 'goldmanes',
      singular: 'goldmane',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: true,
      printerColumns: [],
      selectableFields: [],
      schema: s82,
    },
    {
      group: 'operator.tigera.io',
      version: 'v1',
      kind: 'ImageSet',
      plural: 'imagesets',
      singular: 'imageset',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: true,
      printerColumns: [],
      selectableFields: [],
      schema: s86,
    },
    {
      group: 'operator.tigera.io',
      version: 'v1',
      kind: 'Installation',
      plural: 'installations',
      singular: 'installation',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: true,
      printerColumns: [],
      selectableFields: [],
      schema: s192,
    },
    {
      group: 'operator.tigera.io',
      version: 'v1',
      kind: 'Whisker',
      plural: 'whiskers',
      singular: 'whisker',
      shortNames: [],
      scope: 'Cluster',
      statusSubresource: true,
      printerColumns: [],
      selectableFields: [],
      schema: s201,
    },
  ];
}
