import { AnyObject, Applied, Applier } from './applier';
import { EmptyCluster } from './empty-cluster';

const OBJECTS: AnyObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'calico-system' } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'calico-node', namespace: 'calico-system' } },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'calico-node' },
    rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['get'] }],
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'calico-node-1', namespace: 'calico-system' },
    spec: { serviceAccountName: 'calico-node', containers: [{ name: 'calico-node', image: 'calico/node', securityContext: { privileged: true } }] },
  },
];
const MISSPELLED: AnyObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, dta: {} };
const UNKNOWN: AnyObject = { apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name: 'security' } };

let cluster: EmptyCluster;
let applier: Applier;

beforeAll(async () => {
  cluster = await EmptyCluster.start();
  applier = new Applier(cluster.server);
});

afterAll(() => cluster?.stop());

function outcomes(applied: readonly Applied[]): string[] {
  return applied.map(({ object, outcome, complaints }) => [object, outcome, ...complaints].join(' | '));
}

it('takes objects in order, pods of the node agent too', async () => {
  expect(outcomes(await applier.apply(OBJECTS))).toEqual([
    'Namespace/calico-system | created',
    'ServiceAccount/calico-system/calico-node | created',
    'ClusterRole/calico-node | created',
    'Pod/calico-system/calico-node-1 | created',
  ]);
});

it('changes nothing when the same is applied again', async () => {
  expect((await applier.apply(OBJECTS)).map(({ outcome }) => outcome)).toEqual(OBJECTS.map(() => 'unchanged'));
});

it('rejects a field that the kind doesn\'t have, and a kind that it doesn\'t know', async () => {
  expect(outcomes(await applier.apply([MISSPELLED, UNKNOWN]))).toEqual([
    'ConfigMap/settings | refused | failed to create typed patch object (/settings; /v1, Kind=ConfigMap): .dta: field not declared in schema',
    'Tier/security | refused | no matches for kind Tier in projectcalico.org/v3',
  ]);
});

it('serves what Calico\'s native CRDs come with: mutating admission policies', async () => {
  const { body } = await cluster.server.get('/apis/admissionregistration.k8s.io/v1beta1');
  expect(body.resources.map(({ kind }: { kind: string }) => kind)).toContain('MutatingAdmissionPolicy');
});
