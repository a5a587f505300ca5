import { printFieldPath } from '../../../src/core/findings';

test.each([
  [[], ''],
  [['spec', 'ingress', 0, 'source'], 'spec.ingress[0].source'],
  [['metadata', 'labels', 'a.b/c'], 'metadata.labels["a.b/c"]'],
  [['a"b'], '["a\\"b"]'],
  [[3, 'x-y'], '[3].x-y'],
])('prints the path %j as %s', (path, text) => {
  expect(printFieldPath(path)).toBe(text);
});
