import { installation, network, node, object, variable } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'pool/outside-pod-cidrs';

function ipPool(spec: string): string {
  return object('projectcalico.org/v3', 'IPPool', 'further', `spec: {${spec}}`);
}

function kubeProxy(fields: string): string {
  return object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'config', fields);
}

const PROXY = kubeProxy('clusterCIDR: 10.244.0.0/16');
const OUTSIDE = ipPool('cidr: 10.245.0.0/16');

test('fires for a pool that kube-proxy doesn\'t know', () => {
  expect(findingsOf(ID, PROXY + OUTSIDE)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 4, column: 90 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'further' },
    field: 'spec.cidr',
    what: 'pool 10.245.0.0/16 doesn\'t lie in 10.244.0.0/16, which kube-proxy\'s clusterCIDR says',
    why: 'kube-proxy takes packets from 10.245.0.0 and all others of the pool for ones from outside the cluster: Services see the node\'s address in place of the pod\'s, and policies '
      + 'that go by the pod don\'t match',
    fix: 'give the pool a `cidr` in that network, or make the network wide enough for the pool, in all places that know it',
    docs: 'docs/checks/pool/outside-pod-cidrs.md',
  }]);
});

test.each([
  ['several networks', kubeProxy('clusterCIDR: "10.1.0.0/16,10.2.0.0/16,fd00::/48", detectLocalMode: ClusterCIDR') + OUTSIDE, '10.1.0.0/16 or 10.2.0.0/16, which kube-proxy\'s clusterCIDR'],
  ['the annotation of an install', installation('{}', '{cdk8s-calico/pod-cidrs: 10.1.0.0/16}') + OUTSIDE, '10.1.0.0/16, which the option `podCidrs` of the install (annotation cdk8s-calico/pod-cidrs)'],
  ['a pool that is for pods too', PROXY + ipPool('cidr: 10.245.0.0/16, allowedUses: [Workload, Tunnel]'), '10.244.0.0/16, which kube-proxy\'s clusterCIDR'],
])('fires for %s', (_, yaml, networks) => {
  expect(findingsOf(ID, yaml).map(({ what }) => what)).toEqual([`pool 10.245.0.0/16 doesn't lie in ${networks} says`]);
});

test.each([
  ['a pool within', PROXY + ipPool('cidr: 10.244.128.0/17')],
  ['no network that is known', OUTSIDE],
  ['no network of its family', PROXY + ipPool('cidr: "fd00::/48"')],
  ['a pool for Services', PROXY + ipPool('cidr: 10.245.0.0/16, allowedUses: [LoadBalancer]')],
  ['a pool that is disabled', PROXY + ipPool('cidr: 10.245.0.0/16, disabled: true')],
  ['a pool without addresses', PROXY + ipPool('cidr: pods') + ipPool('natOutgoing: true')],
  ['a pool of the install, which another check reports', PROXY + network('ipPools: [{cidr: 10.245.0.0/16}, {cidr: pods}]') + OUTSIDE],
  ['eBPF by the operator', PROXY + network('linuxDataplane: BPF') + OUTSIDE],
  ['eBPF by a setting', PROXY + node(variable('FELIX_BPFENABLED', 'true')) + OUTSIDE],
  ['a kube-proxy that asks nodes for their networks', kubeProxy('clusterCIDR: 10.244.0.0/16, detectLocalMode: NodeCIDR') + OUTSIDE],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(installation('{}', '{cdk8s-calico/pod-cidrs: 10.1.0.0/16}') + OUTSIDE));
});
