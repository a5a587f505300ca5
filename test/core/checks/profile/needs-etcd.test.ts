import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'profile/needs-etcd';
const PROFILE = 'apiVersion: projectcalico.org/v3\nkind: Profile\nmetadata:\n  name: hosts\nspec:\n  labelsToApply: {role: host}\n';

test('fires for a profile', () => {
  expect(findingsOf(ID, PROFILE)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 2, column: 7 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'Profile', name: 'hosts' },
    field: 'kind',
    what: 'hosts is a Profile',
    why: 'with Kubernetes as the datastore, as every install by operator or manifest has it, Calico makes profiles of namespaces and '
      + 'service accounts, and refuses any other; with native CRDs there is no such kind',
    fix: 'write its rules as a GlobalNetworkPolicy, and its labels on the endpoints; acknowledge this where Calico uses etcd',
    docs: 'docs/checks/profile/needs-etcd.md',
  }]);
});

test('stays silent for a kind of the same name in another group', () => {
  expect(findingsOf(ID, PROFILE.replace('projectcalico.org/v3', 'kubeflow.org/v1'))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(PROFILE));
});
