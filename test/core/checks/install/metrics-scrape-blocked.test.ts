import { installation, object } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/metrics-scrape-blocked';
const CALICO = 'projectcalico.org/v3';
const INSTALLED = installation('{}');

function monitor(spec: string, kind = 'ServiceMonitor', namespace = 'monitoring'): string {
  return `---\napiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: controllers, namespace: ${namespace}}\nspec: {${spec}}\n`;
}

const CONTROLLERS = 'selector: {matchLabels: {k8s-app: calico-kube-controllers}}';
const MONITORED = INSTALLED + monitor(`namespaceSelector: {matchNames: [calico-system]}, ${CONTROLLERS}`);
const PORT = object(CALICO, 'KubeControllersConfiguration', 'default', 'spec: {prometheusMetricsPort: 9094}');

function policy(kind: string, namespace: string, spec: string): string {
  return `---\napiVersion: ${CALICO}\nkind: ${kind}\nmetadata: {name: calico-system.in, namespace: ${namespace}}\nspec: {${spec}}\n`;
}

const LETS_IN = 'tier: calico-system, ingress: [{action: Allow}]';

test('fires for a monitor that finds kube-controllers', () => {
  expect(findingsOf(ID, MONITORED)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 10, column: 68 },
    object: { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', name: 'controllers', namespace: 'monitoring' },
    field: 'spec.selector',
    what: 'the ServiceMonitor has kube-controllers\' metrics read, and no policy of the tier calico-system lets anybody in there',
    why: 'the operator\'s policy calico-system.kube-controller-access lets in only pods tigera-prometheus of a namespace with the label name=tigera-prometheus: '
      + 'a Prometheus of yours gets no answer',
    fix: 'add a NetworkPolicy to calico-system in the tier calico-system with an order below 1 that allows your Prometheus to the port of k8s-app == \'calico-kube-controllers\'',
    docs: 'docs/checks/install/metrics-scrape-blocked.md',
  }]);
});

test.each([
  ['a monitor of all namespaces', monitor(`namespaceSelector: {any: true}, ${CONTROLLERS}`, 'PodMonitor'), 'warning PodMonitor'],
  ['a monitor of its own namespace', monitor(CONTROLLERS, 'PodMonitor', 'calico-system'), 'warning PodMonitor'],
  ['a port that is written down', PORT, 'advice KubeControllersConfiguration'],
  ['policies that don\'t let in', PORT + policy('NetworkPolicy', 'calico-system', 'tier: calico-system, ingress: [{action: Deny}, 1]') + policy('NetworkPolicy', 'app', LETS_IN)
    + policy('NetworkPolicy', 'calico-system', 'ingress: [{action: Allow}]') + policy('NetworkPolicy', 'calico-system', 'tier: calico-system'), 'advice KubeControllersConfiguration'],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, INSTALLED + yaml).map((finding) => `${finding.severity} ${finding.object!.kind}`)).toEqual([expected]);
});

test.each([
  ['a policy of the operator\'s tier', MONITORED + policy('NetworkPolicy', 'calico-system', LETS_IN)],
  ['a global policy', MONITORED + policy('GlobalNetworkPolicy', '""', LETS_IN)],
  ['the namespace that the operator means', MONITORED + '---\napiVersion: v1\nkind: Namespace\nmetadata: {name: monitoring, labels: {name: tigera-prometheus}}\n'],
  ['no Installation', monitor(`namespaceSelector: {any: true}, ${CONTROLLERS}`) + PORT],
  ['monitors of others', INSTALLED + monitor(CONTROLLERS) + monitor('selector: {}', 'PodMonitor', 'calico-system') + monitor(CONTROLLERS, 'Probe', 'calico-system')],
  ['metrics that are off', INSTALLED + PORT.replace('9094', '0') + PORT.replace('default', 'other')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(MONITORED));
});
