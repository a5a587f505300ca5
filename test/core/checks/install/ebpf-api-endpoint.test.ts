import { configMap, network, node, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/ebpf-api-endpoint';

test('fires for neither', () => {
  expect(findingsOf(ID, network('linuxDataplane: BPF'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 40 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.linuxDataplane',
      what: 'linuxDataplane is BPF, and there is neither a ConfigMap tigera-operator/kubernetes-services-endpoint nor bpfNetworkBootstrap',
      why: 'eBPF takes the place of kube-proxy, so calico-node can\'t reach the Kubernetes API by its Service until it has reached it once: nodes that start without kube-proxy never become ready',
      fix: 'add the ConfigMap with KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT, or set bpfNetworkBootstrap to Enabled; acknowledge this where the ConfigMap is created elsewhere',
      docs: 'docs/checks/install/ebpf-api-endpoint.md',
    },
  ]);
});

test.each([
  [
    'both',
    network('linuxDataplane: BPF, bpfNetworkBootstrap: Enabled') + configMap('tigera-operator', 'kubernetes-services-endpoint', '{}'),
    [
      {
        field: 'spec.calicoNetwork.bpfNetworkBootstrap',
        what: 'bpfNetworkBootstrap is Enabled, and there is a ConfigMap tigera-operator/kubernetes-services-endpoint',
        fix: 'leave one of them out',
      },
    ],
  ],
  [
    'a bootstrap of something else',
    network('bpfNetworkBootstrap: Enabled'),
    [
      {
        field: 'spec.calicoNetwork.bpfNetworkBootstrap',
        what: 'bpfNetworkBootstrap is Enabled, and linuxDataplane is Iptables',
        fix: 'set linuxDataplane to BPF, or leave bpfNetworkBootstrap out',
      },
    ],
  ],
  [
    'manifests with neither',
    node(variable('FELIX_BPFENABLED', 'true')),
    [
      {
        field: 'spec.template.spec.containers[0].env[0].value',
        what: 'FELIX_BPFENABLED is true, and neither KUBERNETES_SERVICE_HOST nor a ConfigMap kube-system/kubernetes-services-endpoint says where the Kubernetes API is',
        fix: 'set kubernetes_service_host and kubernetes_service_port in calico-config, or add the ConfigMap; acknowledge this where it is created elsewhere',
      },
    ],
  ],
  [
    'manifests with an empty host',
    configMap('kube-system', 'calico-config', '{kubernetes_service_host: ""}') + node(`${variable('FELIX_BPFENABLED', 'true')}, {name: KUBERNETES_SERVICE_HOST, valueFrom: {configMapKeyRef: {name: calico-config, key: kubernetes_service_host}}}`),
    [
      {
        field: 'spec.template.spec.containers[0].env[0].value',
        what: 'FELIX_BPFENABLED is true, and neither KUBERNETES_SERVICE_HOST nor a ConfigMap kube-system/kubernetes-services-endpoint says where the Kubernetes API is',
        fix: 'set kubernetes_service_host and kubernetes_service_port in calico-config, or add the ConfigMap; acknowledge this where it is created elsewhere',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['a ConfigMap', network('linuxDataplane: BPF') + configMap('tigera-operator', 'kubernetes-services-endpoint', '{}')],
  ['a bootstrap', network('linuxDataplane: BPF, bpfNetworkBootstrap: Enabled')],
  ['iptables', network('linuxDataplane: Iptables') + node('')],
  ['a host in manifests', node([variable('FELIX_BPFENABLED', 'true'), variable('KUBERNETES_SERVICE_HOST', 'api')].join(', '))],
  ['a ConfigMap beside manifests', node(variable('FELIX_BPFENABLED', 'true')) + configMap('kube-system', 'kubernetes-services-endpoint', '{KUBERNETES_SERVICE_HOST: api}')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(network('linuxDataplane: BPF')));
});
