import { ClusterModel } from '../../src';
import { basics, pod, policy } from '../core/policy/asking';

const WORLD = [...basics, pod('a/web', '10.0.0.1', { app: 'web' }), pod('a/api', '10.0.0.2', { app: 'api' })];
const toApi = (...ingress: object[]) => policy('a/api', { selector: "app == 'api'", types: ['Ingress'], ingress });
const CLOSED = ClusterModel.ofManifests([...WORLD, toApi()]);
const OPEN = ClusterModel.ofManifests([...WORLD, toApi({ action: 'Allow', protocol: 'TCP', source: { selector: "app == 'web'" } })]);

test('compare says what the other cluster allows, and by which rule', () => {
  const difference = CLOSED.compare(OPEN);
  expect([difference.isEmpty, difference.added, difference.removed, difference.leftOut]).toEqual([false, [], [], []]);
  expect(difference.changes).toEqual([{
    change: 'allowed',
    certain: true,
    ipVersions: [4],
    sources: { namespaces: [], workloads: ['Pod a/web'], blocks: [] },
    destinations: { namespaces: [], workloads: ['Pod a/api'], blocks: [] },
    connections: ['TCP'],
    causes: ['NetworkPolicy a/api spec.ingress[0]'],
    policies: ['NetworkPolicy a/api'],
  }]);
  expect(difference.toText()).toBe('+ allowed   Pod a/web  ->  Pod a/api  TCP   NetworkPolicy a/api spec.ingress[0]\n1 change in meaning.\n');
  expect(difference.toMarkdown()).toContain('| **allowed** | `Pod a/web` | `Pod a/api` | `TCP` | `NetworkPolicy a/api spec.ingress[0]` |\n');
  expect(JSON.parse(difference.toJson())).toEqual({ changes: difference.changes, added: [], removed: [], leftOut: [], notes: [] });
});

test('a cluster is no different from itself', () => {
  const difference = OPEN.compare(OPEN);
  expect([difference.isEmpty, difference.toText()]).toEqual([true, 'no change in meaning.\n']);
});

test('enforceStaged enforces what is staged, and leaves the model as it is', () => {
  const staged = { ...toApi(), kind: 'StagedNetworkPolicy' };
  const model = ClusterModel.ofManifests([...WORLD, staged]);
  expect(model.compare(model.enforceStaged()).changes.map(({ change, policies }) => [change, ...policies])).toEqual([['denied', 'NetworkPolicy a/api']]);
  expect(model.compare(ClusterModel.ofManifests(WORLD)).isEmpty).toBe(true);
});
