import { installation, network } from './objects';
import { expectRefused } from './refused';
import { appOf, findingsOf } from '../judging';

const ID = 'install/setting-refused';

test('fires for a kernel parameter', () => {
  expect(findingsOf(ID, network('sysctl: [{key: net.core.somaxconn, value: "1"}, {key: net.ipv4.tcp_keepalive_time, value: "1"}]'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 39 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.sysctl[0].key',
      what: 'the kernel parameter net.core.somaxconn can\'t be set for pods here',
      why: 'the operator reports the Installation as degraded, and installs nothing',
      fix: 'write net.ipv4.tcp_keepalive_intvl, net.ipv4.tcp_keepalive_probes, net.ipv4.tcp_keepalive_time, or leave it out',
      docs: 'docs/checks/install/setting-refused.md',
    },
  ]);
});

test.each([
  [
    'a wait below zero',
    network('linuxDataplane: BPF, linuxPolicySetupTimeoutSeconds: -1'),
    [
      {
        field: 'spec.calicoNetwork.linuxPolicySetupTimeoutSeconds',
        what: 'linuxPolicySetupTimeoutSeconds is -1',
        fix: 'write a number from 0',
      },
    ],
  ],
  [
    'a wait with VPP',
    network('linuxDataplane: VPP, linuxPolicySetupTimeoutSeconds: 1'),
    [
      {
        field: 'spec.calicoNetwork.linuxPolicySetupTimeoutSeconds',
        what: 'pods wait for policy, and the data plane VPP doesn\'t tell when it is there',
        fix: 'leave it out',
      },
    ],
  ],
  [
    'VPP without BGP',
    network('linuxDataplane: VPP, bgp: Disabled'),
    [
      {
        field: 'spec.calicoNetwork.linuxDataplane',
        what: 'the data plane is VPP, which needs Calico\'s CNI plugin, BGP and host ports',
        fix: 'set all three, or another data plane',
      },
    ],
  ],
  [
    'VPP without host ports',
    network('linuxDataplane: VPP, hostPorts: Disabled'),
    [
      {
        field: 'spec.calicoNetwork.linuxDataplane',
        what: 'the data plane is VPP, which needs Calico\'s CNI plugin, BGP and host ports',
        fix: 'set all three, or another data plane',
      },
    ],
  ],
  [
    'VPP beside another plugin',
    network('linuxDataplane: VPP', 'cni: {type: GKE}'),
    [
      {
        field: 'spec.calicoNetwork.linuxDataplane',
        what: 'the data plane is VPP, which needs Calico\'s CNI plugin, BGP and host ports',
        fix: 'set all three, or another data plane',
      },
    ],
  ],
  [
    'paths that are none',
    installation('{flexVolumePath: plugins, kubeletVolumePluginPath: ./kubelet}'),
    [
      { field: 'spec.flexVolumePath', what: 'flexVolumePath is "plugins"', fix: 'write an absolute path, or None' },
      {
        field: 'spec.kubeletVolumePluginPath',
        what: 'kubeletVolumePluginPath is "./kubelet"',
        fix: 'write an absolute path, or None',
      },
    ],
  ],
  [
    'how nodes are updated and run',
    installation('{nodeUpdateStrategy: {type: OnDelete}, nonPrivileged: Enabled}'),
    [
      {
        field: 'spec.nodeUpdateStrategy.type',
        what: 'the update strategy of nodes is OnDelete',
        fix: 'write RollingUpdate, or leave it out',
      },
      {
        field: 'spec.nonPrivileged',
        what: 'calico-node is to run without privileges, which is gone',
        fix: 'leave it out',
      },
    ],
  ],
  [
    'where and how often Deployments run',
    installation('{controlPlaneNodeSelector: {kubernetes.io/os: windows, beta.kubernetes.io/os: windows}, controlPlaneReplicas: 0}'),
    [
      {
        field: 'spec.controlPlaneNodeSelector["kubernetes.io/os"]',
        what: 'Calico\'s Deployments are to run on windows',
        fix: 'write linux, or leave it out',
      },
      {
        field: 'spec.controlPlaneNodeSelector["beta.kubernetes.io/os"]',
        what: 'Calico\'s Deployments are to run on windows',
        fix: 'write linux, or leave it out',
      },
      { field: 'spec.controlPlaneReplicas', what: 'controlPlaneReplicas is 0', fix: 'write a number from 1' },
    ],
  ],
  [
    'two names of one container',
    installation('{calicoNodeDaemonSet: {spec: {template: {spec: {initContainers: [{name: mount-bpffs}, {name: ebpf-bootstrap}, 1]}}}}}'),
    [
      {
        field: 'spec.calicoNodeDaemonSet.spec.template.spec.initContainers',
        what: 'mount-bpffs and ebpf-bootstrap are both changed, and are two names for one container',
        fix: 'leave one of them out',
      },
    ],
  ],
  [
    'log files of the plugin',
    installation('{logging: {cni: {logFileMaxCount: 0, logFileMaxAgeDays: 0, logFileMaxSize: 100M}}}'),
    [
      { field: 'spec.logging.cni.logFileMaxCount', what: 'logFileMaxCount is 0', fix: 'write a number from 1' },
      { field: 'spec.logging.cni.logFileMaxAgeDays', what: 'logFileMaxAgeDays is 0', fix: 'write a number from 1' },
      { field: 'spec.logging.cni.logFileMaxSize', what: 'logFileMaxSize is 100M', fix: 'write a size in Ki, Mi, Gi, Ti, Pi or Ei, such as 100Mi' },
    ],
  ],
  [
    'Azure elsewhere',
    installation('{azure: {policyMode: Manual}}'),
    [
      {
        field: 'spec.azure',
        what: 'azure is set, and kubernetesProvider is not set',
        fix: 'set kubernetesProvider to AKS, or leave azure out',
      },
    ],
  ],
  [
    'Azure on EKS',
    installation('{azure: {policyMode: Manual}, kubernetesProvider: EKS}'),
    [
      {
        field: 'spec.azure',
        what: 'azure is set, and kubernetesProvider is EKS',
        fix: 'set kubernetesProvider to AKS, or leave azure out',
      },
    ],
  ],
  [
    'FIPS in another variant',
    installation('{fipsMode: Enabled, variant: TigeraSecureEnterprise}'),
    [
      {
        field: 'spec.fipsMode',
        what: 'fipsMode is Enabled, and the variant is TigeraSecureEnterprise',
        fix: 'set the variant to Calico, or leave fipsMode out',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['settings as they should be', installation('{flexVolumePath: None, kubeletVolumePluginPath: /var/lib/kubelet, nodeUpdateStrategy: {type: RollingUpdate}, nonPrivileged: Disabled, controlPlaneReplicas: 3, controlPlaneNodeSelector: {kubernetes.io/os: linux}, fipsMode: Enabled, kubernetesProvider: AKS, azure: {}}')],
  ['VPP with what it needs, and a wait', network('linuxDataplane: VPP') + network('linuxDataplane: Nftables, linuxPolicySetupTimeoutSeconds: 5, sysctl: [1]')],
  ['log files as they should be, and those of another plugin', installation('{logging: {cni: {logFileMaxCount: 1, logFileMaxSize: 100Mi}}}') + installation('{cni: {type: GKE}, logging: {cni: {logFileMaxSize: 1, logFileMaxCount: 0}}}')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('can\'t be acknowledged: the operator refuses it', () => {
  expectRefused(ID, appOf(network('sysctl: [{key: net.core.somaxconn, value: "1"}, {key: net.ipv4.tcp_keepalive_time, value: "1"}]')));
});
