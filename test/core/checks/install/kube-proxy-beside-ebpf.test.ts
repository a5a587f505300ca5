import { network, node, object, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/kube-proxy-beside-ebpf';
const KUBE_PROXY = '---\napiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: kube-proxy, namespace: kube-system}\nspec: {template: {spec: {containers: []}}}\n';
const BPF = node(variable('FELIX_BPFENABLED', 'true'));

function felix(spec: string): string {
  return object('projectcalico.org/v3', 'FelixConfiguration', 'default', `spec: {${spec}}`);
}

test('fires for a kube-proxy beside eBPF', () => {
  expect(findingsOf(ID, KUBE_PROXY + BPF)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 4, column: 18 },
    object: { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'kube-proxy', namespace: 'kube-system' },
    field: 'metadata.name',
    what: 'the data plane is eBPF, and this DaemonSet runs kube-proxy',
    why: 'Felix takes away the rules that kube-proxy makes, and kube-proxy makes them again: both take much CPU time, and connections to Services may break meanwhile',
    fix: 'leave kube-proxy out, set kubeProxyManagement of the Installation to Enabled, or set bpfKubeProxyIptablesCleanupEnabled of the FelixConfiguration to false',
    docs: 'docs/checks/install/kube-proxy-beside-ebpf.md',
  }]);
});

test.each([
  ['an Installation', network('linuxDataplane: BPF, kubeProxyManagement: Disabled')],
  ['a FelixConfiguration', felix('bpfEnabled: true, bpfKubeProxyIptablesCleanupEnabled: true')],
])('fires where %s turns eBPF on', (_, yaml) => {
  expect(findingsOf(ID, yaml + KUBE_PROXY)).toHaveLength(1);
});

test.each([
  ['another data plane', network('linuxDataplane: Nftables') + KUBE_PROXY],
  ['an operator that stops kube-proxy', network('linuxDataplane: BPF, kubeProxyManagement: Enabled') + KUBE_PROXY],
  ['a Felix that leaves its rules alone', BPF + felix('bpfKubeProxyIptablesCleanupEnabled: false') + KUBE_PROXY],
  ['no kube-proxy', BPF],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(KUBE_PROXY + BPF));
});
