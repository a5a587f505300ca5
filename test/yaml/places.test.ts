import { FieldPath } from '../../src/core/findings';
import { readManifests } from '../../src/yaml';

function places(text: string, ...fields: FieldPath[]): string[] {
  const { manifests, faults } = readManifests(text);
  expect(faults).toEqual([]);
  return fields.map((field) => {
    const { line, column } = manifests[0].origin.locate!(field)!;
    return `${line}:${column}`;
  });
}

const HEAD = 'apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\n';

describe('the place of a field', () => {
  test('is that of its value, however it is written', () => {
    const text = `${HEAD}metadata:
  name: 'a'
  labels: {x: "1", "y.z/w": !!str 2}
spec:
  nets:
  - 10.0.0.0/8
  -   "b"
  text: |
    block
  folded: >-

    folded
  anchored: &a value
  again: *a
`;
    expect(places(text,
      [], ['kind'], ['metadata'], ['metadata', 'name'], ['metadata', 'labels', 'x'], ['metadata', 'labels', 'y.z/w'], ['spec', 'nets'], ['spec', 'nets', 0],
      ['spec', 'nets', 1], ['spec', 'text'], ['spec', 'folded'], ['spec', 'anchored'], ['spec', 'again'],
    )).toEqual(['1:1', '2:7', '4:3', '4:9', '5:15', '5:35', '8:3', '8:5', '9:7', '11:5', '14:5', '15:16', '16:10']);
  });

  test('is that of the closest parent where there is no such field', () => {
    expect(places(`${HEAD}spec:\n  nets: [a]\n`, ['spec', 'order'], ['spec', 'nets', 7], ['spec', 'nets', 0, 'x'], ['nothing', 'here'], ['spec', 'nets', 'x'], ['spec', 0]))
      .toEqual(['4:3', '4:9', '4:10', '1:1', '4:9', '4:3']);
  });

  test('is that of the key where the value is empty, and of the list where an item is', () => {
    expect(places(`${HEAD}spec:\nmetadata:\n  a:\n  -\n  -\n`, ['spec'], ['metadata', 'a', 1], ['spec', 'x'])).toEqual(['3:1', '6:3', '3:1']);
  });

  test('follows aliases and merges to the text that has the value', () => {
    const text = `${HEAD}
a: &a {p: 1, q: 2}
b: &b {p: 3, r: 4}
c: {<<: *a, s: 5}
d: {<<: [*a, *b], q: 6}
e: *a
f: {<<: {t: 7}}
g: {"<<": 1}
`;
    const found = readManifests(text).manifests[0].origin.locate!;
    const at = (...field: FieldPath) => Object.values(found(field)!).join(':');
    expect([at('c', 'p'), at('c', 's'), at('d', 'p'), at('d', 'r'), at('d', 'q'), at('e', 'q'), at('f', 't'), at('g', '<<')])
      .toEqual(['4:11', '6:16', '4:11', '5:17', '7:22', '4:17', '9:13', '10:11']);
  });

  test('takes the anchor that stands before the alias', () => {
    expect(places(`${HEAD}a: &x {p: 1}\nb: *x\nc: &x {p: 2}\nd: *x\n`, ['b', 'p'], ['d', 'p'])).toEqual(['3:11', '5:11']);
  });

  test('takes a key that is an alias by what it stands for', () => {
    expect(places(`${HEAD}a: &k name\nspec: {*k : x}\n`, ['spec', 'name'])).toEqual(['4:13']);
  });

  test('takes the last of two equal keys, and keys of other types by their text', () => {
    expect(readManifests(`${HEAD}a: 1\na: 2\n`).manifests[0].origin.locate!(['a'])).toEqual({ line: 4, column: 4 });
    expect(places(`${HEAD}spec:\n  1: a\n  true: b\n  '2': c\n  !!str 3: d\n`, ['spec', '1'], ['spec', 'true'], ['spec', '2'], ['spec', '3']))
      .toEqual(['4:6', '5:9', '6:8', '7:12']);
  });

  test('counts in the text as written where brackets are closed further left', () => {
    const text = `${HEAD}spec:\n  nets: [\n    a,\n  b,\n\t\tc\n]\n  more: {x: 1,\tz: "2\n3"\t}\n  last: z\n`;
    expect(places(text, ['spec', 'nets', 0], ['spec', 'nets', 1], ['spec', 'nets', 2], ['spec', 'more', 'z'], ['spec', 'last']))
      .toEqual(['5:5', '6:3', '7:3', '9:19', '11:9']);
  });

  test('is found again for many documents in any order', () => {
    const count = 100;
    const { manifests } = readManifests(Array.from({ length: count }, (_, index) => `${HEAD}metadata:\n  name: n${index}\n`).join('---\n'));
    for (const index of [0, 99, 50, 0, 1, 99, 98, ...Array.from({ length: count }, (_, each) => each)]) {
      expect(manifests[index].origin.locate!(['metadata', 'name'])).toEqual({ line: index * 5 + 4, column: 9 });
    }
  });

  test('is found in a document that alone exceeds what is kept', () => {
    const { manifests } = readManifests([1, 2].map(() => `${HEAD}data: ${'x'.repeat(3_000_000)}\nspec: 1\n`).join('---\n'));
    expect(manifests.map((manifest) => manifest.origin.locate!(['spec']))).toEqual([{ line: 4, column: 7 }, { line: 9, column: 7 }]);
  });
});

test('the place of a field is found in JSON whose brackets close at the left', () => {
  const text = `${HEAD}spec: {"a":"[", "b" :'{', c: "]", d:"x\n, e:
"y"
}\n`;
  expect(places(text, ['spec', 'b'], ['spec', 'e'])).toEqual(['3:22', '5:1']);
});
