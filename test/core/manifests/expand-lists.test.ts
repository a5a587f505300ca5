import { TextPlace } from '../../../src/core/findings';
import { expandLists, Manifest } from '../../../src/core/manifests';

const named = (kind: string, name: string) => ({ apiVersion: 'projectcalico.org/v3', kind, metadata: { name } });

function objects(object: { [key: string]: unknown }) {
  return expandLists(new Manifest(object)).map((manifest) => manifest.object);
}

describe('expanding lists', () => {
  test('leaves other objects alone', () => {
    const manifest = new Manifest(named('Tier', 'a'));
    expect(expandLists(manifest)).toEqual([manifest]);
    expect(objects({ ...named('Tier', 'a'), items: [named('Tier', 'b')] })).toEqual([{ ...named('Tier', 'a'), items: [named('Tier', 'b')] }]);
    expect(objects({ apiVersion: 'v1', kind: 'List' })).toEqual([{ apiVersion: 'v1', kind: 'List' }]);
  });

  test('gives the items of a List in their order, nested ones in place', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [named('Tier', 'a'), { kind: 'List', items: [named('Tier', 'b'), named('Tier', 'c')] }, named('Tier', 'd')] };
    expect(objects(list)).toEqual(['a', 'b', 'c', 'd'].map((name) => named('Tier', name)));
    expect(objects({ apiVersion: 'v1', kind: 'List', items: [] })).toEqual([]);
  });

  test('gives items of a typed list its kind and version, where they have none', () => {
    const list = { apiVersion: 'projectcalico.org/v3', kind: 'TierList', items: [{ metadata: { name: 'a' } }, { apiVersion: 'x/v1', metadata: {} }, named('IPPool', 'c')] };
    expect(objects(list)).toEqual([named('Tier', 'a'), { apiVersion: 'x/v1', metadata: {}, kind: 'Tier' }, named('IPPool', 'c')]);
  });

  test('passes origins through', () => {
    const locate = (field: readonly (string | number)[]): TextPlace => ({ file: field.join('.'), line: 1, column: 1 });
    const list = { kind: 'List', items: [{ kind: 'List', items: [null, named('Tier', 'a')] }, 7] };
    const strays: unknown[] = [];
    const [tier] = expandLists(new Manifest(list, { path: 'app/x', locate }), (item, place) => strays.push([item, place?.file]));
    expect(tier.origin.path).toBe('app/x');
    expect(tier.origin.locate!(['metadata', 'name'])).toEqual({ file: 'items.0.items.1.metadata.name', line: 1, column: 1 });
    expect(strays).toEqual([[7, 'items.1'], [null, 'items.0.items.0']]);
  });

  test('knows no places where the list knows none', () => {
    const [tier] = expandLists(new Manifest({ kind: 'List', items: ['stray', named('Tier', 'a')] }), (_, place) => expect(place).toBe(undefined));
    expect(tier.origin.locate!(['kind'])).toBe(undefined);
    expect(objects({ kind: 'List', items: ['stray'] })).toEqual([]);
  });

  test('follows lists however deep they nest', () => {
    let list: { [key: string]: unknown } = named('Tier', 'a');
    for (let depth = 0; depth < 50_000; depth++) {
      list = { kind: 'List', items: [list] };
    }
    expect(objects(list)).toEqual([named('Tier', 'a')]);
  });
});
