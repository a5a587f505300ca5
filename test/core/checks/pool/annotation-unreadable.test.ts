import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'pool/annotation-unreadable';

function pod(text: string, key = 'cni.projectcalico.org/ipv4pools'): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    ${key}: ${text}\n`;
}

test('fires for a name where a list is due, and writes the list', () => {
  expect(findingsOf(ID, pod('pods'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 6, column: 38 },
    object: { apiVersion: 'v1', kind: 'Pod', name: 'web' },
    field: 'metadata.annotations["cni.projectcalico.org/ipv4pools"]',
    what: 'cni.projectcalico.org/ipv4pools is no JSON list of texts: "pods"',
    why: 'no pod with this annotation starts: Calico gives it no address',
    fix: 'write a JSON list of names or blocks of pools, as in ["pods"]',
    docs: 'docs/checks/pool/annotation-unreadable.md',
    corrected: '["pods"]',
  }]);
});

test.each<[string, string | undefined]>([
  ['pods, more', '["pods","more"]'],
  ['\'"10.0.0.0/16"\'', '["10.0.0.0/16"]'],
  ['"[\'pods\', \'more\']"', '["pods","more"]'],
  ['"[pods]"', '["pods"]'],
  ['\'["pods",]\'', '["pods"]'],
  ['"[1]"', '["1"]'],
  ['\'{"pools": ["pods"]}\'', undefined],
  ['"[]]"', undefined],
  ['"-"', '["-"]'],
  ['","', undefined],
])('fires for %s', (text, corrected) => {
  expect(findingsOf(ID, pod(text)).map((finding) => finding.corrected)).toEqual([corrected]);
});

test('fires for a block of the other address family', () => {
  expect(findingsOf(ID, pod('\'["fd00::/64"]\'')).map(({ what, fix }) => ({ what, fix }))).toEqual([{
    what: 'cni.projectcalico.org/ipv4pools lists "fd00::/64", which is IPv6',
    fix: 'move it to cni.projectcalico.org/ipv6pools',
  }]);
  expect(findingsOf(ID, pod('\'["10.0.0.0/16"]\'', 'cni.projectcalico.org/ipv6pools')).map(({ what, fix }) => ({ what, fix }))).toEqual([{
    what: 'cni.projectcalico.org/ipv6pools lists "10.0.0.0/16", which is IPv4',
    fix: 'move it to cni.projectcalico.org/ipv4pools',
  }]);
});

test.each([
  ['Namespace', 'v1', 'metadata'], ['Deployment', 'apps/v1', 'spec.template.metadata'], ['StatefulSet', 'apps/v1', 'spec.template.metadata'],
  ['Job', 'batch/v1', 'spec.template.metadata'], ['CronJob', 'batch/v1', 'spec.jobTemplate.spec.template.metadata'],
])('fires for the pods of a %s', (kind, apiVersion, place) => {
  const metadata = { annotations: { 'cni.projectcalico.org/ipv4pools': 'pods' } };
  const object = place.split('.').reduceRight<object>((value, key) => ({ [key]: value }), metadata);
  expect(findingsOf(ID, JSON.stringify({ apiVersion, kind, ...object })).map(({ field }) => field)).toEqual([
    `${place}.annotations["cni.projectcalico.org/ipv4pools"]`,
  ]);
});

function service(annotation: string, type = 'LoadBalancer'): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations: {${annotation}}\nspec:\n  type: ${type}\n`;
}

test('fires for a Service of type LoadBalancer', () => {
  expect(findingsOf(ID, service('projectcalico.org/ipv4pools: public')).map(({ field, why }) => ({ field, why }))).toEqual([{
    field: 'metadata.annotations["projectcalico.org/ipv4pools"]',
    why: 'Calico gives this Service no address',
  }]);
});

test.each([
  ['a list of names and blocks', pod('\'["pods", "10.0.0.0/16"]\'')],
  ['an empty list', pod('"[]"')],
  ['an empty text', pod('""')],
  ['a value that is no text', pod('[pods]')],
  ['annotations that are none', 'apiVersion: v1\nkind: Pod\nmetadata:\n  annotations: none\n'],
  ['a workload without a template', 'apiVersion: apps/v1\nkind: Deployment\n'],
  ['the annotation of pods on a Service', service('cni.projectcalico.org/ipv4pools: pods')],
  ['a Service of another type', service('projectcalico.org/ipv4pools: public', 'ClusterIP')],
  ['a kind of the same name in another group', pod('pods').replace('v1', 'example.org/v1')],
  ['a kind without pods', pod('pods').replace('Pod', 'ConfigMap')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(pod('pods')));
});
