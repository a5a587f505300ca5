import { mkdtempSync, readdirSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App, Chart, JsonPatch, YamlOutputType } from 'cdk8s';
import { PRESETS } from './presets';
import { VARIANTS } from './variants';
import {
  ApplyOrder, CalicoApi, CaSource, Checks, GlobalNetworkPolicy, ManifestInstall, OperatorInstall, Selector,
} from '../../src';

function app(yamlOutputType?: YamlOutputType): App {
  return new App({ outdir: mkdtempSync(join(tmpdir(), 'cdk8s-calico-install-')), yamlOutputType });
}

function policies(scope: App): Chart {
  const chart = new Chart(scope, 'policies');
  new GlobalNetworkPolicy(chart, 'deny', { metadata: { name: 'deny' }, selector: Selector.label('quarantined').equals('yes') });
  return chart;
}

test('numbers the files for kubectl, policies last', () => {
  const root = app();
  const chart = policies(root);
  new OperatorInstall(root, 'calico', { wireguard: true }).applyOrder(chart).forKubectl();
  root.synth();
  expect(readdirSync(root.outdir).sort().map((name) => name.replace(/-c[0-9a-f]{7}(?=\.|$)/, ''))).toEqual([
    '0000-calico-crds.k8s.yaml', '0001-calico-operator.k8s.yaml', '0002-calico-custom-resources.k8s.yaml', '0003-calico-resources.k8s.yaml',
    '0004-policies.k8s.yaml',
  ]);
});

test('keeps every CustomResourceDefinition small enough for kubectl apply', () => {
  for (const install of [new OperatorInstall(app(), 'calico'), new ManifestInstall(app(), 'calico')]) {
    const sizes = install.phases.flatMap(({ apiObjects }) => apiObjects.map((object) => JSON.stringify(object.toJson()).length));
    expect(Math.max(...sizes)).toBeLessThan(262_144);
  }
});

/** `Kind wave options`, each once. */
function waves(charts: Chart[]): string[] {
  const told = charts.flatMap(({ apiObjects }) => apiObjects.map((object) => {
    const { kind, metadata: { annotations } } = object.toJson();
    return [kind, annotations['argocd.argoproj.io/sync-wave'], annotations['argocd.argoproj.io/sync-options']].join(' ').trim();
  }));
  return [...new Set(told)].filter((text) => /^(Custom|Deployment|APIService|Installation|IPPool|FelixC|GlobalN)/.test(text));
}

test('gives Argo CD waves, and leave to wait for kinds that come with an earlier one', () => {
  const root = app();
  const order = new OperatorInstall(root, 'calico', { wireguard: true }).applyOrder(policies(root)).forArgoCd();
  expect(waves(order.charts)).toEqual([
    'CustomResourceDefinition -40 ServerSideApply=true',
    'Deployment -30',
    'Installation -20 SkipDryRunOnMissingResource=true',
    'FelixConfiguration -10 SkipDryRunOnMissingResource=true',
    'GlobalNetworkPolicy 0 SkipDryRunOnMissingResource=true',
  ]);
});

test('knows the group that Calico\'s API server brings', () => {
  const root = app();
  const install = new ManifestInstall(root, 'calico', { api: CalicoApi.aggregated(CaSource.certManager('a', 'b')), felix: { bpfEnabled: false } });
  expect(waves(install.applyOrder().forArgoCd(5).charts)).toEqual([
    'CustomResourceDefinition 5 ServerSideApply=true', 'Deployment 15', 'APIService 15', 'FelixConfiguration 25 SkipDryRunOnMissingResource=true',
  ]);
});

test.each([false, true])('lets Flux apply each folder after the one before, numbered: %s', (numbered) => {
  const root = app(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE);
  const flux = new Chart(root, 'flux');
  const order = new ManifestInstall(root, 'calico').applyOrder(policies(root)).forFlux(flux, { sourceName: 'cluster', path: 'clusters/one/' });
  if (numbered) {
    order.forKubectl();
  }
  root.synth();
  const kustomizations = flux.apiObjects.map((object) => object.toJson());
  const folders = readdirSync(root.outdir);
  expect(kustomizations.map(({ metadata, spec }) => [metadata.name, spec.dependsOn])).toEqual([
    ['calico-1-crds', undefined],
    ['calico-2-system', [{ name: 'calico-1-crds' }]],
    ['calico-3-policies', [{ name: 'calico-2-system' }]],
  ]);
  expect(kustomizations.map(({ spec }) => folders.includes(spec.path.replace('clusters/one/', '')))).toEqual(order.charts.map(() => true));
  expect(kustomizations[0]).toEqual({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: 'calico-1-crds', namespace: 'flux-system' },
    spec: { interval: '10m', path: expect.any(String), wait: true, prune: false, sourceRef: { kind: 'GitRepository', name: 'cluster' } },
  });
});

test.each<[string, () => unknown, string]>([
  ['no charts', () => ApplyOrder.of(), 'ApplyOrder.of: no chart is given: give them in the order in which they are to be applied'],
  ['a chart twice', () => {
    const chart = new Chart(app(), 'a');
    return ApplyOrder.of(chart).with(chart);
  }, 'ApplyOrder.of: the chart a is given twice: name it where it is first needed'],
  ['Kustomizations in a folder that they apply', () => {
    const chart = new Chart(app(), 'a');
    return ApplyOrder.of(chart).forFlux(chart, { sourceName: 'cluster' });
  }, 'a: the Kustomizations of Flux would lie in a folder that they apply: create them in a chart outside the order'],
])('rejects %s', (_, act, message) => {
  expect(act).toThrow(new Error(message));
});

test.each(Object.keys(PRESETS))('%s passes the gate without a finding', (name) => {
  const root = app();
  new OperatorInstall(root, 'calico', PRESETS[name]);
  expect(Checks.of(root).report().findings).toEqual([]);
});

test.each(Object.keys(VARIANTS))('%s passes the gate without a finding', (name) => {
  const root = app();
  new ManifestInstall(root, 'calico', VARIANTS[name].props);
  expect(Checks.of(root).report().findings).toEqual([]);
});

test('keeps what a patch adds, also where it is newer than the types', () => {
  const install = new ManifestInstall(app(), 'calico');
  const daemonSet = install.node.findAll().find((construct): construct is ApiObject => ApiObject.isApiObject(construct) && construct.kind === 'DaemonSet')!;
  daemonSet.addJsonPatch(JsonPatch.add('/spec/template/spec/newerThanTheTypes', true));
  expect(daemonSet.toJson().spec.template.spec.newerThanTheTypes).toBe(true);
});
