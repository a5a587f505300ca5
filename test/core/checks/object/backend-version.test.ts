import { appOf, expectAcknowledged, findingsOf, pool } from '../judging';

const ID = 'object/backend-version';
const STORED = pool('pods', '10.0.0.0/8').replace('projectcalico.org/v3', 'crd.projectcalico.org/v1');

test('fires for an object in the form in which Calico stores it', () => {
  expect(findingsOf(ID, STORED)).toEqual([{
    id: ID,
    severity: 'warning',
    place: expect.anything(),
    object: { apiVersion: 'crd.projectcalico.org/v1', kind: 'IPPool', name: 'pods' },
    field: 'apiVersion',
    what: 'IPPool is written as crd.projectcalico.org/v1: neither the cluster nor these checks look at it',
    why: 'that is how Calico stores what its API has judged; what is written there by hand nobody judges, and Calico drops what it can\'t read, with a line in a log',
    fix: 'write apiVersion: projectcalico.org/v3, and apply it by kubectl where Calico\'s API server or native CRDs are installed, or by calicoctl',
    docs: 'docs/checks/object/backend-version.md',
  }]);
});

test.each([
  ['what users write', pool('pods', '10.0.0.0/8')],
  ['a kind that Calico keeps for itself', STORED.replace('IPPool', 'IPAMBlock')],
  ['a kind that isn\'t Calico\'s', STORED.replace('IPPool', 'Pool')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(STORED));
});
