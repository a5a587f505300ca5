import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'bgp/filter-missing';

function peer(filters: string): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: BGPPeer\nmetadata:\n  name: tor\nspec:\n  peerIP: 192.0.2.1\n  asNumber: 64512\n  filters: ${filters}\n`;
}

function filter(name: string): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: BGPFilter\nmetadata:\n  name: ${name}\nspec:\n  exportV4:\n  - action: Reject\n`;
}

test('fires for each filter that nothing declares', () => {
  expect(findingsOf(ID, filter('no-default') + peer('[no-default, own-only]'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 17, column: 25 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'BGPPeer', name: 'tor' },
    field: 'spec.filters[1]',
    what: 'there is no BGPFilter "own-only" among the objects given',
    why: 'Calico\'s API refuses a peer with a filter that doesn\'t exist; with native CRDs it is taken, and routes pass as if the filter weren\'t named',
    fix: 'add a BGPFilter named own-only; acknowledge this where the filter is created elsewhere',
    docs: 'docs/checks/bgp/filter-missing.md',
  }]);
});

test('offers the filter that was likely meant', () => {
  expect(findingsOf(ID, filter('no-default') + peer('[nodefault]')).map(({ fix, corrected }) => ({ fix, corrected }))).toEqual([{
    fix: 'write no-default, or add a BGPFilter named nodefault; acknowledge this where the filter is created elsewhere',
    corrected: 'no-default',
  }]);
});

test.each([
  ['filters that are declared', filter('a') + filter('b') + peer('[b, a]')],
  ['no filters', peer('[]')],
  ['names that are none', peer('["", 1]')],
  ['filters that are no list', peer('none')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(peer('[own-only]')));
});
