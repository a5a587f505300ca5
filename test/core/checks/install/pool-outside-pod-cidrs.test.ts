import { installation, network, node, object, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/pool-outside-pod-cidrs';

test('fires for a pool outside kubeadm\'s podSubnet', () => {
  expect(findingsOf(ID, object('kubeadm.k8s.io/v1beta4', 'ClusterConfiguration', 'kubeadm', 'networking: {podSubnet: "10.244.0.0/16,fd00:1::/56"}') + network('ipPools: [{cidr: 10.0.0.0/8}, {cidr: 10.244.1.0/24}, {cidr: "fd00:1::/64"}]'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 7, column: 41 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.ipPools[0].cidr',
      what: 'pool 10.0.0.0/8 doesn\'t lie in 10.244.0.0/16, which kubeadm\'s podSubnet says',
      why: 'the operator refuses such a pool in a new cluster, and kube-proxy takes packets of its pods for ones from outside: it hides their source addresses',
      fix: 'give the pool a `cidr` in that network, or make the network wide enough for the pool, in all places that know it',
      docs: 'docs/checks/install/pool-outside-pod-cidrs.md',
    },
  ]);
});

test.each([
  [
    'a pool outside kube-proxy\'s clusterCIDR',
    object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'clusterCIDR: 10.244.0.0/16') + node(variable('CALICO_IPV4POOL_CIDR', '192.168.0.0/16')),
    [
      {
        field: 'spec.template.spec.containers[0].env[0].value',
        what: 'pool 192.168.0.0/16 doesn\'t lie in 10.244.0.0/16, which kube-proxy\'s clusterCIDR says',
        fix: 'give the pool a `cidr` in that network, or make the network wide enough for the pool, in all places that know it',
      },
    ],
  ],
  [
    'a pool of a family that the cluster hasn\'t got',
    object('kind.x-k8s.io/v1alpha4', 'Cluster', 'kind', 'networking: {podSubnet: 10.244.0.0/16}') + network('ipPools: [{cidr: "fd00::/64"}]'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].cidr',
        what: 'pool fd00::/64 doesn\'t lie in any network for its family, which kind\'s podSubnet says',
        fix: 'give the pool a `cidr` in that network, or make the network wide enough for the pool, in all places that know it',
      },
    ],
  ],
  [
    'a pool outside all of OpenShift\'s networks',
    object('config.openshift.io/v1', 'Network', 'cluster', 'spec: {clusterNetwork: [{cidr: 10.128.0.0/14}, {cidr: 10.0.0.0/16}, 1]}') + network('ipPools: [{cidr: 192.168.0.0/16}]'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].cidr',
        what: 'pool 192.168.0.0/16 doesn\'t lie in 10.128.0.0/14 or 10.0.0.0/16, which OpenShift\'s clusterNetwork says',
        fix: 'give the pool a `cidr` in that network, or make the network wide enough for the pool, in all places that know it',
      },
    ],
  ],
  [
    'a pool outside what was declared',
    installation('{calicoNetwork: {ipPools: [{cidr: 192.168.0.0/16}]}}', '{cdk8s-calico/pod-cidrs: 10.244.0.0/16}'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].cidr',
        what: 'pool 192.168.0.0/16 doesn\'t lie in 10.244.0.0/16, which the option `podCidrs` of the install (annotation cdk8s-calico/pod-cidrs) says',
        fix: 'give the pool a `cidr` in that network, or make the network wide enough for the pool, in all places that know it',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['nothing known', network('ipPools: [{cidr: 10.0.0.0/8}]')],
  ['a pool inside', installation('{calicoNetwork: {ipPools: [{cidr: 10.244.0.0/17}]}}', '{cdk8s-calico/pod-cidrs: "10.0.0.0/24, 10.244.0.0/16"}')],
  ['no pools', node(variable('CALICO_IPV6POOL_CIDR', 'none'), '{cdk8s-calico/pod-cidrs: 10.244.0.0/16}')],
  ['a network that can\'t be read', installation('{calicoNetwork: {ipPools: [{cidr: 10.0.0.0/8}]}}', '{cdk8s-calico/pod-cidrs: pods}')],
  ['OpenShift without networks', object('config.openshift.io/v1', 'Network', 'cluster', 'spec: {}') + network('ipPools: [{cidr: 10.0.0.0/8}]')],
  ['other configuration', object('kubeadm.k8s.io/v1beta4', 'InitConfiguration', 'kubeadm', 'networking: {podSubnet: 10.244.0.0/16}') + network('ipPools: [{cidr: 10.0.0.0/8}]')],
  ['a pool that can\'t be read', installation('{calicoNetwork: {ipPools: [{cidr: pods}]}}', '{cdk8s-calico/pod-cidrs: 10.244.0.0/16}')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(object('kubeadm.k8s.io/v1beta4', 'ClusterConfiguration', 'kubeadm', 'networking: {podSubnet: "10.244.0.0/16,fd00:1::/56"}') + network('ipPools: [{cidr: 10.0.0.0/8}, {cidr: 10.244.1.0/24}, {cidr: "fd00:1::/64"}]')));
});
