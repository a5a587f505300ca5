import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'tier/left-out';
const TIER = '---\napiVersion: projectcalico.org/v3\nkind: Tier\nmetadata:\n  name: platform\nspec:\n  order: 100\n';

function policy(name: string, tier = ''): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata:\n  name: ${name}\nspec:\n  selector: all()\n${tier}`;
}

test('fires for a policy that is named after a tier and is not in it', () => {
  expect(findingsOf(ID, policy('platform.deny-egress') + TIER)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 7, column: 3 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', name: 'platform.deny-egress' },
    field: 'spec.tier',
    what: 'platform.deny-egress has the name of a policy of tier platform, and no `tier`',
    why: 'Calico goes by `tier` alone: this policy is in the tier default, and acts in another place than its name says',
    fix: 'add tier: platform, or choose a name without "platform."',
    docs: 'docs/checks/tier/left-out.md',
  }]);
});

test.each([
  ['a policy that is in the tier', TIER + policy('platform.deny-egress', '  tier: platform\n')],
  ['a policy that is in another tier', TIER + policy('platform.deny-egress', '  tier: default\n')],
  ['a name after a tier that nothing declares', TIER + policy('security.deny-egress')],
  ['a name after the tier default', TIER.replace('platform', 'default') + policy('default.deny-egress')],
  ['a name without a dot', TIER + policy('platform')],
  ['no tiers at all', policy('platform.deny-egress')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(TIER + policy('platform.deny-egress')));
});
