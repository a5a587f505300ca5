import { installation, network } from './objects';
import { expectRefused } from './refused';
import { appOf, findingsOf } from '../judging';

const ID = 'install/needs-calico-cni';

test('fires for an encapsulation', () => {
  expect(findingsOf(ID, network('ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}]', 'cni: {type: AmazonVPC}'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 69 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.ipPools[0].encapsulation',
      what: 'the pool has encapsulation VXLAN, and the CNI plugin is AmazonVPC',
      why: 'pods get their addresses and routes from that plugin, not from Calico: the operator reports the Installation as degraded, and installs nothing',
      fix: 'leave the field out, or set spec.cni.type to Calico, which then does the networking of all new pods',
      docs: 'docs/checks/install/needs-calico-cni.md',
    },
  ]);
});

test.each([
  [
    'BGP',
    network('bgp: Enabled, ipPools: [{cidr: 10.1.0.0/16}]', 'cni: {type: AmazonVPC}'),
    [
      {
        field: 'spec.calicoNetwork.bgp',
        what: 'bgp is Enabled, and the CNI plugin is AmazonVPC',
        fix: 'leave the field out, or set spec.cni.type to Calico, which then does the networking of all new pods',
      },
    ],
  ],
  [
    'host ports, several interfaces and forwarding',
    network('hostPorts: Enabled, multiInterfaceMode: None, containerIPForwarding: Enabled', 'cni: {type: GKE}'),
    [
      {
        field: 'spec.calicoNetwork.hostPorts',
        what: 'hostPorts is Enabled, and the CNI plugin is GKE',
        fix: 'leave the field out, or set spec.cni.type to Calico, which then does the networking of all new pods',
      },
      {
        field: 'spec.calicoNetwork.multiInterfaceMode',
        what: 'multiInterfaceMode is set, and the CNI plugin is GKE',
        fix: 'leave the field out, or set spec.cni.type to Calico, which then does the networking of all new pods',
      },
      {
        field: 'spec.calicoNetwork.containerIPForwarding',
        what: 'containerIPForwarding is set, and the CNI plugin is GKE',
        fix: 'leave the field out, or set spec.cni.type to Calico, which then does the networking of all new pods',
      },
    ],
  ],
  [
    'what the plugin logs',
    installation('{kubernetesProvider: GKE, logging: {cni: {logSeverity: Debug}}}'),
    [
      {
        field: 'spec.logging.cni',
        what: 'logging.cni is set, and the CNI plugin is GKE',
        fix: 'leave the field out, or set spec.cni.type to Calico, which then does the networking of all new pods',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['Calico\'s own plugin', network('hostPorts: Enabled')],
  ['what goes with any plugin', network('linuxDataplane: Nftables, hostPorts: Disabled', 'cni: {type: GKE}, logging: {}')],
  ['BGP without pools', network('bgp: Enabled', 'cni: {type: GKE}')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('can\'t be acknowledged: the operator refuses it', () => {
  expectRefused(ID, appOf(network('ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}]', 'cni: {type: AmazonVPC}')));
});
