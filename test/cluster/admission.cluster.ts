import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { App } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { AnyObject, Applier } from './applier';
import { EmptyCluster } from './empty-cluster';
import { applyPhases, phasesOf } from './install-phases';
import { CalicoApi, CaSource, ManifestInstall } from '../../src';

const QUICKSTART = join(__dirname, '..', '..', 'examples', 'quickstart', 'expected');
const GROUP = 'projectcalico.org/v3';

let cluster: EmptyCluster;
let applier: Applier;

beforeAll(async () => {
  cluster = await EmptyCluster.start();
  applier = new Applier(cluster.server);
  const install = new ManifestInstall(new App(), 'calico', { api: CalicoApi.native('1.34', CaSource.certManager('kube-system', 'calico')) });
  // The webhooks don't run here, and without them no policy can be written.
  const phases = phasesOf(install).map((objects) => objects.filter(({ kind }) => kind !== 'ValidatingWebhookConfiguration'));
  expect(await applyPhases(cluster.server, phases, 'created')).toEqual([]);
});

afterAll(() => cluster?.stop());

function policy(kind: string, name: string, spec: object, labels?: Record<string, string>): AnyObject {
  return { apiVersion: GROUP, kind, metadata: { name, ...(labels && { labels }), ...(kind.startsWith('Global') ? {} : { namespace: 'default' }) }, spec };
}

const RULE = [{ action: 'Allow' }];

/** What became of a policy: its types, its tier and its labels. */
async function written(object: AnyObject): Promise<unknown> {
  // An admission policy works a moment after it was written.
  for (let attempt = 0; ; attempt++) {
    expect((await applier.apply([object])).map(({ complaints }) => complaints)).toEqual([[]]);
    const { body: { metadata, spec } } = await cluster.server.get((await applier.pathOf(object))!);
    if ((spec.types ?? spec.policyTypes) !== undefined || attempt === 50) {
      return { types: spec.types ?? spec.policyTypes, tier: spec.tier, labels: metadata.labels };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const DEFAULT_TIER = { tier: 'default', labels: { 'projectcalico.org/tier': 'default' } };

it.each<[string, AnyObject, object]>([
  ['ingress where there are no rules', policy('NetworkPolicy', 'none', {}), { types: ['Ingress'], ...DEFAULT_TIER }],
  ['ingress', policy('NetworkPolicy', 'in', { ingress: RULE }), { types: ['Ingress'], ...DEFAULT_TIER }],
  ['egress', policy('GlobalNetworkPolicy', 'out', { egress: RULE }), { types: ['Egress'], ...DEFAULT_TIER }],
  ['both', policy('StagedGlobalNetworkPolicy', 'both', { ingress: RULE, egress: RULE }), { types: ['Ingress', 'Egress'], ...DEFAULT_TIER }],
  ['what was given', policy('StagedNetworkPolicy', 'given', { egress: RULE, types: ['Ingress'] }), { types: ['Ingress'], ...DEFAULT_TIER }],
  [
    'a tier that was given, beside labels',
    policy('NetworkPolicy', 'security.in', { tier: 'security', ingress: RULE }, { team: 'a' }),
    { types: ['Ingress'], tier: 'security', labels: { 'team': 'a', 'projectcalico.org/tier': 'security' } },
  ],
  ['both for a policy of Kubernetes with egress', policy('StagedKubernetesNetworkPolicy', 'kubernetes', { egress: [{}] }), { types: ['Ingress', 'Egress'] }],
])('fills in %s', async (_, object, expected) => {
  expect(await written(object)).toEqual(expected);
});

// After the others: by now the admission policies work.
it('takes the objects of the quickstart, and again without a change', async () => {
  const namespace: AnyObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app' } };
  const files = readdirSync(QUICKSTART).map((name) => readFileSync(join(QUICKSTART, name), 'utf8'));
  const objects = [namespace, ...files.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as AnyObject))];
  expect(await applyPhases(cluster.server, [objects], 'created')).toEqual([]);
  expect(await applyPhases(cluster.server, [objects], 'unchanged')).toEqual([]);
});
