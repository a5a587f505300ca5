import { installation, network, node, object, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/ipip-on-azure';

test('fires for a pool by default', () => {
  expect(findingsOf(ID, network('ipPools: [{cidr: 10.1.0.0/16}]', 'kubernetesProvider: AKS, cni: {type: Calico}'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 34 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.ipPools[0].encapsulation',
      what: 'pool 10.1.0.0/16 has encapsulation IPIP on Azure',
      why: 'Azure\'s network drops IP protocol 4: pods on different nodes don\'t reach each other, while everything looks healthy',
      fix: 'write VXLAN, and set calicoNetwork.bgp to Disabled',
      docs: 'docs/checks/install/ipip-on-azure.md',
    },
  ]);
});

test.each([
  [
    'a pool of an install that was made for Azure',
    installation('{calicoNetwork: {ipPools: [{cidr: 10.1.0.0/16, encapsulation: IPIPCrossSubnet}]}}', '{cdk8s-calico/platform: AKS}'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].encapsulation',
        what: 'pool 10.1.0.0/16 has encapsulation IPIPCrossSubnet on Azure',
        fix: 'write VXLAN, and set calicoNetwork.bgp to Disabled',
      },
    ],
  ],
  [
    'manifests that were made for Azure',
    node(variable('CALICO_IPV4POOL_IPIP', 'CrossSubnet'), '{cdk8s-calico/platform: AKS}'),
    [
      {
        field: 'spec.template.spec.containers[0].env[0].value',
        what: 'the IPv4 pool has IP-in-IP mode CrossSubnet on Azure',
        fix: 'set CALICO_IPV4POOL_IPIP to Never and CALICO_IPV4POOL_VXLAN to Always',
      },
    ],
  ],
  [
    'an IPPool beside manifests',
    node('', '{cdk8s-calico/platform: AKS}') + object('projectcalico.org/v3', 'IPPool', 'pods', 'spec: {cidr: 10.1.0.0/16, ipipMode: CrossSubnet}'),
    [{ field: 'spec.ipipMode', what: 'the pool has IP-in-IP mode CrossSubnet on Azure', fix: 'set ipipMode to Never and vxlanMode to Always' }],
  ],
  [
    'an IPPool beside an Installation',
    network('ipPools: []', 'kubernetesProvider: AKS, cni: {type: Calico}') + object('projectcalico.org/v3', 'IPPool', 'pods', 'spec: {cidr: 10.1.0.0/16, ipipMode: Always}'),
    [{ field: 'spec.ipipMode', what: 'the pool has IP-in-IP mode Always on Azure', fix: 'set ipipMode to Never and vxlanMode to Always' }],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['VXLAN', network('ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}]', 'kubernetesProvider: AKS, cni: {type: Calico}')],
  ['Azure\'s plugin', network('ipPools: [{cidr: 10.1.0.0/16}]', 'kubernetesProvider: AKS')],
  ['IPPools without IP in IP, or that are disabled', node('', '{cdk8s-calico/platform: AKS}') + object('projectcalico.org/v3', 'IPPool', 'a', 'spec: {cidr: 10.1.0.0/16, ipipMode: Never}')
    + object('projectcalico.org/v3', 'IPPool', 'b', 'spec: {cidr: 10.2.0.0/16, ipipMode: Always, disabled: true}')],
  ['an IPPool beside Azure\'s plugin', network('ipPools: []', 'kubernetesProvider: AKS') + object('projectcalico.org/v3', 'IPPool', 'pods', 'spec: {cidr: 10.1.0.0/16, ipipMode: Always}')],
  ['another platform', network('ipPools: [{cidr: 10.1.0.0/16}]') + node(variable('CALICO_IPV4POOL_IPIP', 'Always'), '{cdk8s-calico/platform: EKS}')],
  ['manifests without IP in IP', node(variable('CALICO_IPV4POOL_IPIP', 'Never'), '{cdk8s-calico/platform: AKS}')],
  ['manifests without a pool', node('', '{cdk8s-calico/platform: AKS}')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(network('ipPools: [{cidr: 10.1.0.0/16}]', 'kubernetesProvider: AKS, cni: {type: Calico}')));
});
