import { network, node, object, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/kube-proxy-mode';

test('fires for nftables beside a kube-proxy by default', () => {
  expect(findingsOf(ID, network('linuxDataplane: Nftables') + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: ""'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 40 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.linuxDataplane',
      what: 'Calico\'s data plane is nftables, and kube-proxy\'s mode is iptables',
      why: 'the kernel passes packets through both, in an order that neither knows: packets to Services are dropped, or pass without policy',
      fix: 'set kube-proxy\'s mode to nftables, or Calico\'s data plane to Iptables',
      docs: 'docs/checks/install/kube-proxy-mode.md',
    },
  ]);
});

test.each([
  [
    'iptables beside nftables',
    network('') + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: nftables'),
    [
      {
        field: 'spec.calicoNetwork.linuxDataplane',
        what: 'Calico\'s data plane is iptables, and kube-proxy\'s mode is nftables',
        fix: 'set Calico\'s data plane to Nftables, or kube-proxy\'s mode to iptables',
      },
    ],
  ],
  [
    'manifests',
    node(variable('FELIX_NFTABLESMODE', 'Enabled')) + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: ipvs'),
    [
      {
        field: 'spec.template.spec.containers[0].env[0].value',
        what: 'Calico\'s data plane is nftables, and kube-proxy\'s mode is ipvs',
        fix: 'set kube-proxy\'s mode to nftables, or Calico\'s data plane to Iptables',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['no kube-proxy known', network('linuxDataplane: Nftables') + object('kubeproxy.config.k8s.io/v1alpha1', 'Other', 'kube-proxy', 'mode: ipvs')],
  ['both nftables', network('linuxDataplane: Nftables') + node(variable('FELIX_NFTABLESMODE', 'Enabled')) + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: nftables')],
  ['eBPF, and what follows kube-proxy', network('linuxDataplane: BPF') + node(variable('FELIX_BPFENABLED', 'true')) + node(variable('FELIX_NFTABLESMODE', 'Auto')) + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: nftables')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(network('linuxDataplane: Nftables') + object('kubeproxy.config.k8s.io/v1alpha1', 'KubeProxyConfiguration', 'kube-proxy', 'mode: ""')));
});
