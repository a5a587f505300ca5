import { appOf, expectAcknowledged, findingsOf, pool } from '../judging';

const ID = 'pool/missing';

function namespace(...pools: string[]): string {
  return `---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: app\n  annotations:\n    cni.projectcalico.org/ipv4pools: '${JSON.stringify(pools)}'\n`;
}

const POOLS = pool('pods', '10.0.0.0/16') + pool('old-pods', '10.1.0.0/16') + '  disabled: true\n';

test('fires for a name that no pool has', () => {
  expect(findingsOf(ID, namespace('batch') + POOLS)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 7, column: 38 },
    object: { apiVersion: 'v1', kind: 'Namespace', name: 'app' },
    field: 'metadata.annotations["cni.projectcalico.org/ipv4pools"]',
    what: 'cni.projectcalico.org/ipv4pools lists "batch", and no IPv4 pool has that name',
    why: 'no pod with this annotation starts: Calico gives it no address',
    fix: 'give the name of a pool; acknowledge this where the pool is declared elsewhere',
    docs: 'docs/checks/pool/missing.md',
  }]);
});

test.each([
  ['a near miss', 'oldpods', 'cni.projectcalico.org/ipv4pools lists "oldpods", and no IPv4 pool has that name',
    'write old-pods; acknowledge this where the pool is declared elsewhere'],
  ['a part of a pool', '10.0.1.0/24', 'cni.projectcalico.org/ipv4pools lists "10.0.1.0/24", and no IPv4 pool has that block',
    'give the name of a pool; acknowledge this where the pool is declared elsewhere'],
  ['a disabled pool', 'old-pods', 'cni.projectcalico.org/ipv4pools lists "old-pods", and the pool old-pods is disabled', 'enable the pool, or name another'],
  ['the block of a disabled pool', '10.1.0.0/16', 'cni.projectcalico.org/ipv4pools lists "10.1.0.0/16", and the pool old-pods is disabled',
    'enable the pool, or name another'],
])('fires for %s', (_, listed, what, fix) => {
  expect(findingsOf(ID, namespace('pods', listed) + POOLS).map((finding) => [finding.what, finding.fix])).toEqual([[what, fix]]);
});

test('fires for a Service of type LoadBalancer', () => {
  const service = '---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations:\n    projectcalico.org/ipv6pools: \'["public"]\'\nspec:\n  type: LoadBalancer\n';
  expect(findingsOf(ID, service + pool('pods', 'fd00::/64')).map(({ what, why }) => ({ what, why }))).toEqual([{
    what: 'projectcalico.org/ipv6pools lists "public", and no IPv6 pool has that name',
    why: 'Calico gives this Service no address',
  }]);
});

const INSTALLATION = '---\napiVersion: operator.tigera.io/v1\nkind: Installation\nmetadata:\n  name: default\nspec: {calicoNetwork: {ipPools: [{name: pods, cidr: 10.0.0.0/16}]}}\n';

test.each([
  ['pools by name and by block', namespace('pods', '10.0.0.0/16') + POOLS],
  ['a pool of an installation', namespace('pods') + INSTALLATION],
  ['an installation that chooses the names', namespace('batch') + INSTALLATION.replace('name: pods, ', '')],
  ['an installation that chooses its pools', namespace('batch') + POOLS + INSTALLATION.replace('ipPools', 'pools')],
  ['no pools at all', namespace('batch')],
  ['no pools of the family', namespace('batch') + pool('pods', 'fd00::/64')],
  ['a list that can\'t be read', namespace().replace('[]', 'batch') + POOLS],
  ['a block of the other family', namespace('fd00::/64') + POOLS],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(namespace('batch') + POOLS));
});
