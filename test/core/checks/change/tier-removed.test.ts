import { findingsOf, findingsOfChange } from '../judging';

const ID = 'change/tier-removed';
const TIER = '---\napiVersion: projectcalico.org/v3\nkind: Tier\nmetadata:\n  name: platform\nspec:\n  order: 100\n';

function policy(name: string, tier: string): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata:\n  name: ${name}\nspec:\n  tier: ${tier}\n  selector: all()\n`;
}

test('fires for a tier that policies are in, at the place where it was declared', () => {
  expect(findingsOfChange(ID, TIER + policy('platform.a', 'platform') + policy('platform.b', 'platform'), policy('a', 'default'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { file: 'before.yaml', line: 2, column: 1 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'Tier', name: 'platform' },
    what: 'tier platform is not declared any more, and 2 policies are in it, such as GlobalNetworkPolicy/platform.a',
    why: 'Calico refuses to delete a tier that policies are in; a policy that is put into another tier acts among other neighbours, and where '
      + 'it doesn\'t decide, another default does',
    fix: 'keep the tier until its policies are deleted or moved, then take it away in a change of its own',
    docs: 'docs/checks/change/tier-removed.md',
  }]);
});

test('counts a single policy', () => {
  expect(findingsOfChange(ID, TIER + policy('platform.a', 'platform'), '').map(({ what }) => what)).toEqual([
    'tier platform is not declared any more, and a policy is in it, such as GlobalNetworkPolicy/platform.a',
  ]);
});

test.each([
  ['a tier that stays', TIER + policy('platform.a', 'platform'), TIER],
  ['a tier that no policy is in', TIER + policy('a', 'default'), policy('a', 'default')],
])('stays silent for %s', (_, before, after) => {
  expect(findingsOfChange(ID, before, after)).toEqual([]);
});

test('stays silent where nothing is known of the cluster', () => {
  expect(findingsOf(ID, TIER)).toEqual([]);
});
