import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'profile/missing';

function hostEndpoint(profiles: string): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: worker-1-eth0\nspec:\n  node: worker-1\n  interfaceName: eth0\n  profiles: ${profiles}\n`;
}

const PROFILE = '---\napiVersion: projectcalico.org/v3\nkind: Profile\nmetadata:\n  name: hosts\nspec:\n  labelsToApply: {role: host}\n';

test('fires for each profile that nothing declares', () => {
  expect(findingsOf(ID, hostEndpoint('[projectcalico-default-allow, open]'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 9, column: 43 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint', name: 'worker-1-eth0' },
    field: 'spec.profiles[1]',
    what: 'there is no profile "open" among the objects given',
    why: 'Felix denies everything in the place of a profile that it doesn\'t know: traffic of the host that no policy decides is dropped, '
      + 'but for the failsafe ports',
    fix: 'take it out and allow traffic by policies; acknowledge this where the profile is created elsewhere',
    docs: 'docs/checks/profile/missing.md',
  }]);
});

test('offers the profile that was likely meant', () => {
  expect(findingsOf(ID, PROFILE + hostEndpoint('[projectcalico-default-alow, host-s]')).map(({ fix, corrected }) => ({ fix, corrected }))).toEqual([
    { fix: 'write projectcalico-default-allow; acknowledge this where the profile is created elsewhere', corrected: 'projectcalico-default-allow' },
    { fix: 'write hosts; acknowledge this where the profile is created elsewhere', corrected: 'hosts' },
  ]);
});

test.each([
  ['the profile that is always there', hostEndpoint('[projectcalico-default-allow]')],
  ['profiles of namespaces and service accounts', hostEndpoint('[kns.app, ksa.app.default]')],
  ['a profile that is declared', PROFILE + hostEndpoint('[hosts]')],
  ['no profiles', hostEndpoint('[]')],
  ['names that are none', hostEndpoint('["", 1]')],
  ['profiles that are no list', hostEndpoint('none')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(hostEndpoint('[open]')));
});
