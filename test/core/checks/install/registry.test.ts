import { installation } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/registry';
const SCHEME = installation('{registry: "https://registry.example.com:5000/"}');

test('fires for an address with a scheme', () => {
  expect(findingsOf(ID, SCHEME)).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 5, column: 18 },
    object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
    field: 'spec.registry',
    what: 'registry is "https://registry.example.com:5000/", which makes the image "https://registry.example.com:5000/calico/node"',
    why: 'no node can read such a name, so no image is pulled, and nothing of Calico starts',
    fix: 'write registry.example.com:5000/',
    corrected: 'registry.example.com:5000/',
    docs: 'docs/checks/install/registry.md',
  }]);
});

test.each([
  ['spaces', '" registry.example.com/"', 'error', 'write registry.example.com/'],
  ['capitals in a path', 'registry.example.com/Mirror/', 'error', 'write registry.example.com/mirror/'],
  ['no slash at its end', 'registry.example.com', 'advice', 'write registry.example.com/'],
  ['no slash after a path', 'registry.example.com/mirror', 'advice', 'write registry.example.com/mirror/'],
])('fires for %s', (_, registry, severity, fix) => {
  expect(findingsOf(ID, installation(`{registry: ${registry}}`)).map((finding) => [finding.severity, finding.fix])).toEqual([[severity, fix]]);
});

test.each([
  ['a registry with a slash', '{registry: "registry.example.com:5000/"}'],
  ['a path below the registry', '{registry: registry.example.com/mirror/}'],
  ['the usual one', '{registry: UseDefault}'],
  ['none', '{}'],
])('stays silent for %s', (_, spec) => {
  expect(findingsOf(ID, installation(spec))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(SCHEME));
});
