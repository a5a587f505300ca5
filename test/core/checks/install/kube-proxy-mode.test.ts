import { network, node, object, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/kube-proxy-mode';

test('fires for iptables beside nftables', () => {
  expect(findingsOf(ID, network('') + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: nftables'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 23 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.linuxDataplane',
      what: 'Calico\'s data plane is iptables, and kube-proxy\'s mode is nftables',
      why: 'the kernel passes packets through both, in an order that neither knows: packets to Services are dropped, or pass without policy',
      fix: 'set Calico\'s data plane to nftables, or kube-proxy\'s mode to iptables',
      docs: 'docs/checks/install/kube-proxy-mode.md',
    },
  ]);
});

test.each([
  [
    'manifests',
    node(variable('FELIX_NFTABLESMODE', 'Enabled')) + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: ipvs'),
    [
      {
        field: 'spec.template.spec.containers[0].env[0].value',
        what: 'Calico\'s data plane is nftables, and kube-proxy\'s mode is ipvs',
        fix: 'set kube-proxy\'s mode to nftables, or Calico\'s data plane to iptables',
      },
    ],
  ],
  [
    'manifests that are kept to iptables',
    node(variable('FELIX_NFTABLESMODE', 'Disabled')) + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: nftables'),
    [
      {
        field: 'spec.template.spec.containers[0].env[0].value',
        what: 'Calico\'s data plane is iptables, and kube-proxy\'s mode is nftables',
        fix: 'set Calico\'s data plane to nftables, or kube-proxy\'s mode to iptables',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['no kube-proxy known', network('linuxDataplane: Nftables') + object('kubeproxy.config.k8s.io/v1alpha1', 'Other', 'kube-proxy', 'mode: ipvs')],
  ['both nftables', network('linuxDataplane: Nftables') + node(variable('FELIX_NFTABLESMODE', 'Enabled')) + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: nftables')],
  ['manifests that follow kube-proxy', node(variable('FELIX_NFTABLESMODE', 'Auto')) + node('') + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: nftables')],
  ['eBPF', network('linuxDataplane: BPF') + node(variable('FELIX_BPFENABLED', 'true')) + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: nftables')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('warns where Calico follows kube-proxy: it does without nftables until then', () => {
  const yaml = network('linuxDataplane: Nftables') + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: ""');
  expect(findingsOf(ID, yaml).map(({ severity, what, why }) => ({ severity, what, why }))).toEqual([{
    severity: 'warning',
    what: 'Calico\'s data plane is nftables, and kube-proxy\'s mode is iptables',
    why: 'Calico follows kube-proxy: it uses iptables until kube-proxy uses nftables',
  }]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(network('') + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: nftables')));
});
