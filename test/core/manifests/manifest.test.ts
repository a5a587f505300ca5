import { isObject, Manifest } from '../../../src/core/manifests';

describe('a manifest', () => {
  test('knows its names, group and spec', () => {
    const manifest = new Manifest({ apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name: 'a', namespace: 'b' }, spec: { order: 1 } });
    expect(manifest).toMatchObject({
      apiVersion: 'projectcalico.org/v3',
      kind: 'NetworkPolicy',
      name: 'a',
      namespace: 'b',
      group: 'projectcalico.org',
      isCalico: true,
      spec: { order: 1 },
      origin: {},
      ref: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'a', namespace: 'b' },
    });
  });

  test('takes nothing for granted', () => {
    expect(new Manifest({})).toMatchObject({ apiVersion: '', kind: '', name: '', namespace: undefined, group: '', isCalico: false, spec: {}, ref: {} });
    expect(new Manifest({ apiVersion: 1, kind: [], metadata: 'x', spec: 'y' })).toMatchObject({ apiVersion: '', kind: '', name: '', spec: {}, ref: {} });
    expect(new Manifest({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 3, namespace: '' } })).toMatchObject({
      group: '', name: '', namespace: undefined, ref: { apiVersion: 'v1', kind: 'Pod' },
    });
  });

  test('tells objects from everything else', () => {
    expect([{}, [], null, 'x', undefined].map(isObject)).toEqual([true, false, false, false, false]);
  });
});
