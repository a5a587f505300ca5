import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'tier/missing';

function inTier(itsTier: string, kind = 'NetworkPolicy', name = 'web'): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: app\nspec:\n  tier: ${itsTier}\n  selector: all()\n`;
}

function tier(name: string): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: Tier\nmetadata:\n  name: ${name}\nspec:\n  order: 100\n`;
}

test('fires for a policy of a tier that nothing declares', () => {
  expect(findingsOf(ID, inTier('platform'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 8, column: 9 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'app' },
    field: 'spec.tier',
    what: 'there is no tier "platform" among the objects given',
    why: 'Calico\'s API refuses a policy whose tier doesn\'t exist; with native CRDs it is taken, comes after all other tiers, '
      + 'and what it selects and doesn\'t decide is denied',
    fix: 'add a Tier named platform; acknowledge this where the tier is created elsewhere',
    docs: 'docs/checks/tier/missing.md',
  }]);
});

test('offers the tier that was likely meant', () => {
  expect(findingsOf(ID, tier('platform') + inTier('plattform')).map(({ fix, corrected }) => ({ fix, corrected }))).toEqual([{
    fix: 'write tier: platform, or add a Tier named plattform; acknowledge this where the tier is created elsewhere',
    corrected: 'platform',
  }]);
});

test('knows that the operator\'s tier has another name now', () => {
  expect(findingsOf(ID, inTier('allow-tigera')).map(({ what, corrected }) => ({ what, corrected }))).toEqual([{
    what: 'there is no tier "allow-tigera" among the objects given; Calico 3.32 calls it calico-system',
    corrected: 'calico-system',
  }]);
});

test('fires for every kind of policy that stands in a tier', () => {
  const kinds = ['NetworkPolicy', 'GlobalNetworkPolicy', 'StagedNetworkPolicy', 'StagedGlobalNetworkPolicy'];
  expect(findingsOf(ID, kinds.map((kind) => inTier('platform', kind)).join('')).map(({ object }) => object?.kind).sort()).toEqual(kinds.sort());
});

test.each([
  ['a tier that is declared', tier('platform') + inTier('platform')],
  ['a tier that is declared after the policy', inTier('platform') + tier('platform')],
  ['the tier default', inTier('default')],
  ['the tiers of Kubernetes', inTier('kube-admin', 'GlobalNetworkPolicy') + inTier('kube-baseline', 'GlobalNetworkPolicy')],
  ['the tier that the operator creates', inTier('calico-system')],
  ['no tier', inTier('')],
  ['a tier that is no text', inTier('1')],
  ['a policy of Kubernetes', inTier('platform').replace('projectcalico.org/v3', 'networking.k8s.io/v1')],
  ['another kind', inTier('platform', 'StagedKubernetesNetworkPolicy')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(inTier('platform')));
});
