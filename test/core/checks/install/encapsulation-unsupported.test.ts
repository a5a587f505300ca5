import { network } from './objects';
import { expectRefused } from './refused';
import { appOf, findingsOf } from '../judging';

const ID = 'install/encapsulation-unsupported';

test('fires for IP in IP for IPv6', () => {
  expect(findingsOf(ID, network('ipPools: [{cidr: "fd00::/64", encapsulation: IPIPCrossSubnet}]'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 69 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.ipPools[0].encapsulation',
      what: 'pool fd00::/64 has encapsulation IPIPCrossSubnet, and IP in IP carries IPv4 only',
      why: 'the operator reports the Installation as degraded, and installs nothing',
      fix: 'write VXLAN or None',
      docs: 'docs/checks/install/encapsulation-unsupported.md',
    },
  ]);
});

test.each([
  [
    'VXLAN with host-local',
    network('ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}]', 'cni: {type: Calico, ipam: {type: HostLocal}}'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].encapsulation',
        what: 'pool 10.1.0.0/16 has encapsulation VXLAN, and address management is HostLocal, with which there is no VXLAN',
        fix: 'write IPIP or None, or set spec.cni.ipam.type to Calico',
      },
    ],
  ],
  [
    'IP in IP for Windows',
    network('windowsDataplane: HNS, ipPools: [{cidr: 10.1.0.0/16}]'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].encapsulation',
        what: 'pool 10.1.0.0/16 has encapsulation IPIP, and Windows nodes know VXLAN and None only',
        fix: 'write VXLAN or None',
      },
    ],
  ],
  [
    'VXLAN between subnets for Windows',
    network('windowsDataplane: HNS, ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLANCrossSubnet}]'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].encapsulation',
        what: 'pool 10.1.0.0/16 has encapsulation VXLANCrossSubnet, and Windows nodes know VXLAN and None only',
        fix: 'write VXLAN or None',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['IPv6 by default', network('ipPools: [{cidr: "fd00::/64"}]')],
  ['IP in IP with host-local', network('ipPools: [{cidr: 10.1.0.0/16}]', 'cni: {type: Calico, ipam: {type: HostLocal}}')],
  ['VXLAN for Windows', network('windowsDataplane: HNS, ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}, {cidr: 10.2.0.0/16}]')],
  ['none for Windows', network('windowsDataplane: HNS, ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('can\'t be acknowledged: the operator refuses it', () => {
  expectRefused(ID, appOf(network('ipPools: [{cidr: "fd00::/64", encapsulation: IPIPCrossSubnet}]')));
});
