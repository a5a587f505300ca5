import { configMap, installation, network } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/windows';

test('fires for nothing that it needs', () => {
  expect(findingsOf(ID, network('windowsDataplane: HNS'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 7 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.serviceCIDRs',
      what: 'windowsDataplane is HNS, and serviceCIDRs is empty',
      why: 'the operator reports the Installation as degraded, and installs nothing',
      fix: 'list the API server\'s service-cluster-ip-range',
      docs: 'docs/checks/install/windows.md',
    },
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 42 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.windowsDataplane',
      what: 'windowsDataplane is HNS, and there is no ConfigMap tigera-operator/kubernetes-services-endpoint',
      why: 'the operator reports the Installation as degraded, and installs nothing',
      fix: 'add it with KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT; acknowledge this where it is created elsewhere',
      docs: 'docs/checks/install/windows.md',
    },
  ]);
});

test.each([
  [
    'settings for nodes that there aren\'t',
    installation('{windowsNodes: {vxlanAdapter: Ethernet}}'),
    [
      {
        field: 'spec.windowsNodes',
        what: 'windowsNodes is set, and windowsDataplane isn\'t HNS',
        fix: 'set calicoNetwork.windowsDataplane to HNS, or leave windowsNodes out',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['all that it needs', network('windowsDataplane: HNS', 'serviceCIDRs: [10.96.0.0/12], windowsNodes: {}') + configMap('tigera-operator', 'kubernetes-services-endpoint', '{}')],
  ['another plugin', network('windowsDataplane: HNS', 'cni: {type: AzureVNET}') + configMap('tigera-operator', 'kubernetes-services-endpoint', '{}')],
  ['Linux only', network('windowsDataplane: Disabled')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(network('windowsDataplane: HNS')));
});
