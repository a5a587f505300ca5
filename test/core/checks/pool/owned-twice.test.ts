import { network, object } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'pool/owned-twice';
const FIX = 'leave the IPPool out and change the pool in the Installation, or take it out of ipPools there and keep the IPPool';
const DEGRADED = 'the operator either overwrites the IPPool, or leaves it and reports the Installation as degraded: which depends on who made it first';

function ipPool(name: string, spec: string): string {
  return object('projectcalico.org/v3', 'IPPool', name, `spec: {${spec}}`);
}

const INSTALLED = network('ipPools: [{name: pods, cidr: 10.1.0.0/16}]');
const SAME = INSTALLED + ipPool('pods', 'cidr: 10.1.0.0/16, ipipMode: Always, natOutgoing: true');

test('fires for a pool that is the same', () => {
  expect(findingsOf(ID, SAME)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 7, column: 67 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'pods' },
    field: 'metadata.name',
    what: 'IPPool pods is also pool 1 of Installation default',
    why: 'the operator labels the pool as its own, and from then on undoes what you change of the IPPool, or deletes it when the Installation no longer has it',
    fix: FIX,
    docs: 'docs/checks/pool/owned-twice.md',
  }]);
});

test.each([
  ['other addresses', INSTALLED + ipPool('pods', 'cidr: 10.2.0.0/16, ipipMode: Always'), 'IPPool pods is also pool 1 of Installation default, with another cidr'],
  ['everything else', network('ipPools: [{name: pods, cidr: 10.1.0.0/16, encapsulation: VXLANCrossSubnet, natOutgoing: Enabled, blockSize: 24, nodeSelector: has(a)}]')
    + ipPool('pods', 'cidr: 10.1.0.0/16, ipipMode: Always'), 'IPPool pods is also pool 1 of Installation default, with another ipipMode, vxlanMode, blockSize, natOutgoing, nodeSelector'],
  ['a name that the operator chooses', network('ipPools: [{cidr: 10.0.0.0/16}, {cidr: "fd00::/48"}]') + ipPool('v6', 'cidr: "fd00:0::/48", vxlanMode: Always'), 'IPPool v6 is also pool 2 of Installation default, with another vxlanMode'],
  ['a pool that can\'t be read', network('ipPools: [{cidr: pods}]') + ipPool('pods', 'cidr: pods'), 'IPPool pods is also pool 1 of Installation default, with another ipipMode'],
])('fires as an error for %s', (_, yaml, what) => {
  expect(findingsOf(ID, yaml).map((finding) => [finding.severity, finding.what, finding.why, finding.fix])).toEqual([['error', what, DEGRADED, FIX]]);
});

test.each([
  ['pools of their own', INSTALLED + ipPool('more', 'cidr: 10.2.0.0/16')],
  ['two names for the same addresses, which is another matter', INSTALLED + ipPool('more', 'cidr: 10.1.0.0/16')],
  ['no IPPool', INSTALLED],
  ['no Installation', ipPool('pods', 'cidr: 10.1.0.0/16')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(SAME));
});
