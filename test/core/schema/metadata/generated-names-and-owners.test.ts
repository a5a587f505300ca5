import { Manifest } from '../../../../src/core/manifests';
import { validateResource } from '../../../../src/core/schema';

/** The verdicts are those of a kube-apiserver 1.34 on the same objects. */
function refusals(metadata: object): string[] {
  const manifest = new Manifest({ apiVersion: 'projectcalico.org/v3', kind: 'NetworkSet', metadata: { name: 'partners', namespace: 'app', ...metadata }, spec: {} });
  return validateResource(manifest).map(({ rule, field, layer, what }) => `${layer} ${rule} ${field.join('.')}: ${what}`);
}

const OWNER = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: '1' };

describe('a generated name', () => {
  it('may start in any way that a name can', () => {
    expect(['web', 'web-', 'a-', 'a.b-', ''].map((generateName) => refusals({ generateName }))).toEqual([[], [], [], [], []]);
  });

  it.each(['Web-', 'web--.', '-', '10.0.0.0/8'])('rejects the start %j', (generateName) => {
    expect(refusals({ generateName })).toEqual([`api-server resource/name metadata.generateName: no name can start with "${generateName}"`]);
  });

  it('rejects a start that is longer than a name', () => {
    expect(refusals({ generateName: 'a'.repeat(254) })).toEqual([expect.stringContaining('api-server resource/name metadata.generateName: no name can start with')]);
  });
});

describe('owners', () => {
  it('are taken with all that finds them', () => {
    expect(refusals({ ownerReferences: [OWNER, { ...OWNER, apiVersion: 'v1', kind: 'Pod', controller: true }, { ...OWNER, apiVersion: '/v1' }] })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['an empty kind', { kind: '' }, 'resource/required metadata.ownerReferences.0.kind: the owner has an empty kind'],
    ['an empty name', { name: '' }, 'resource/required metadata.ownerReferences.0.name: the owner has an empty name'],
    ['an empty uid', { uid: '' }, 'resource/required metadata.ownerReferences.0.uid: the owner has an empty uid'],
    ['an empty API version', { apiVersion: '' }, 'resource/format metadata.ownerReferences.0.apiVersion: "" is no API version'],
    ['a group without a version', { apiVersion: 'apps/' }, 'resource/format metadata.ownerReferences.0.apiVersion: "apps/" is no API version'],
    ['two slashes', { apiVersion: 'a/b/c' }, 'resource/format metadata.ownerReferences.0.apiVersion: "a/b/c" is no API version'],
    ['an Event', { apiVersion: 'v1', kind: 'Event' }, 'resource/reserved metadata.ownerReferences.0: an Event can\'t own anything'],
    ['an Event of the empty group', { apiVersion: '/v1', kind: 'Event' }, 'resource/reserved metadata.ownerReferences.0: an Event can\'t own anything'],
  ])('rejects an owner with %s', (_, fields, words) => {
    expect(refusals({ ownerReferences: [{ ...OWNER, ...fields }] })).toEqual([`api-server ${words}`]);
  });

  it('rejects two controllers', () => {
    const controllers = [{ ...OWNER, controller: true }, { ...OWNER, uid: '2', controller: true }];
    expect(refusals({ ownerReferences: controllers })).toEqual([
      'api-server resource/duplicate metadata.ownerReferences: 2 owners are controllers: allowed is one',
    ]);
  });

  it('rejects an owner that is no object', () => {
    expect(refusals({ ownerReferences: ['web'] })).toEqual([expect.stringContaining('resource/type metadata.ownerReferences.0')]);
  });
});
