import { appOf, expectAcknowledged, findingsOf, policy } from '../judging';

const ID = 'selector/matches-everything';

test('fires for two exclusions that are joined by ||', () => {
  const text = "app != 'web' || app != 'api'";
  expect(findingsOf(ID, policy('web', text))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 7, column: 13 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'app' },
    field: 'spec.selector',
    what: 'every set of labels matches this selector',
    why: '"app != \'web\' || app != \'api\'" names labels and yet rules nothing out: whatever fails one of its terms passes another',
    fix: 'join the terms with && if all of them must hold; write all() if everything is meant',
    docs: 'docs/checks/selector/matches-everything.md',
    span: { text, start: 0, end: 28 },
  }]);
});

test.each([
  ['a label that is there or absent', 'has(app) || !has(app)'],
  ['an empty set that excludes nothing', 'app not in {}'],
  ['all() beside a label', "all() || app == 'web'"],
])('fires for %s', (_, text) => {
  expect(findingsOf(ID, policy('web', text))).toHaveLength(1);
});

test.each([
  ['exclusions that are joined by &&', "app != 'web' && app != 'api'"],
  ['a label that only some have', 'has(app)'],
  ['all() beside a label that has to be there', "all() && app == 'web'"],
  ['all(), which says so on purpose', 'all()'],
  ['an empty selector', '""'],
  ['a selector that can\'t be read', "app != 'web' ||"],
])('stays silent for %s', (_, text) => {
  expect(findingsOf(ID, policy('web', text))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(policy('web', "app != 'web' || app != 'api'")));
});
