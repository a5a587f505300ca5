import { configMap, network, node, object, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/needs-bgp';

test('fires for IP in IP', () => {
  expect(findingsOf(ID, network('bgp: Disabled, ipPools: [{cidr: 10.1.0.0/16}]'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 49 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.ipPools[0].encapsulation',
      what: 'pool 10.1.0.0/16 has encapsulation IPIP, and BGP is off',
      why: 'without BGP nobody tells a node where the pods of other nodes are, as only VXLAN finds out by itself: pods reach only those of their own node',
      fix: 'write VXLAN, or set calicoNetwork.bgp to Enabled',
      docs: 'docs/checks/install/needs-bgp.md',
    },
  ]);
});

test.each([
  [
    'no encapsulation on EKS',
    network('ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]', 'kubernetesProvider: EKS, cni: {type: Calico}'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].encapsulation',
        what: 'pool 10.1.0.0/16 has encapsulation None, and BGP is off',
        fix: 'write VXLAN, or set calicoNetwork.bgp to Enabled',
      },
    ],
  ],
  [
    'IP in IP in manifests',
    configMap('kube-system', 'calico-config', '{calico_backend: vxlan}') + node(`{name: CALICO_NETWORKING_BACKEND, valueFrom: {configMapKeyRef: {name: calico-config, key: calico_backend}}}, ${variable('CALICO_IPV4POOL_IPIP', 'Always')}`),
    [
      {
        field: 'spec.template.spec.containers[0].env[1].value',
        what: 'the IPv4 pool has IP-in-IP mode Always and VXLAN mode Never, and CALICO_NETWORKING_BACKEND is vxlan, which is without BGP',
        fix: 'set CALICO_IPV4POOL_IPIP to Never and CALICO_IPV4POOL_VXLAN to Always, or calico_backend to bird',
      },
    ],
  ],
  [
    'no encapsulation in manifests',
    node([variable('CALICO_NETWORKING_BACKEND', 'vxlan'), variable('CALICO_IPV4POOL_IPIP', 'Never'), variable('CALICO_IPV4POOL_VXLAN', 'Never')].join(', ')),
    [
      {
        field: 'spec.template.spec.containers[0].env[1].value',
        what: 'the IPv4 pool has IP-in-IP mode Never and VXLAN mode Never, and CALICO_NETWORKING_BACKEND is vxlan, which is without BGP',
        fix: 'set CALICO_IPV4POOL_IPIP to Never and CALICO_IPV4POOL_VXLAN to Always, or calico_backend to bird',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['VXLAN', network('bgp: Disabled, ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLANCrossSubnet}]')],
  ['BGP', network('bgp: Enabled, ipPools: [{cidr: 10.1.0.0/16}]')],
  ['routes by Felix', network('bgp: Disabled, clusterRoutingMode: Felix, ipPools: [{cidr: 10.1.0.0/16}]')],
  ['host-local', network('bgp: Disabled, ipPools: [{cidr: 10.1.0.0/16}]', 'cni: {type: Calico, ipam: {type: HostLocal}}')],
  ['VXLAN in manifests', node([variable('CALICO_NETWORKING_BACKEND', 'vxlan'), variable('CALICO_IPV4POOL_IPIP', 'Never'), variable('CALICO_IPV4POOL_VXLAN', 'Always')].join(', '))],
  ['BGP in manifests', node([variable('CALICO_NETWORKING_BACKEND', 'bird'), variable('CALICO_IPV4POOL_IPIP', 'Always')].join(', '))],
  ['IPv6 alone in manifests', node([variable('CALICO_NETWORKING_BACKEND', 'vxlan'), variable('CALICO_IPV4POOL_IPIP', 'Always'), variable('CALICO_IPV4POOL_CIDR', 'none')].join(', '))],
  ['no pool in manifests', node(variable('CALICO_NETWORKING_BACKEND', 'vxlan'))],
  ['a backend that isn\'t known', node(`{name: CALICO_NETWORKING_BACKEND, valueFrom: {configMapKeyRef: {name: calico-config, key: calico_backend}}}, ${variable('CALICO_IPV4POOL_IPIP', 'Always')}`)],
  ['routes by Felix in manifests', node([variable('CALICO_NETWORKING_BACKEND', 'vxlan'), variable('CALICO_IPV4POOL_IPIP', 'Always')].join(', ')) + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {programClusterRoutes: Enabled}')],
  ['a DaemonSet of another project', node(variable('CALICO_NETWORKING_BACKEND', 'vxlan')).replace('name: calico-node, env', 'name: other, env')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(network('bgp: Disabled, ipPools: [{cidr: 10.1.0.0/16}]')));
});
