import { appOf, expectAcknowledged, findingsOf, policy } from '../judging';

const ID = 'selector/never-matches';

test('fires for a label that should have two values at once', () => {
  const text = "app == 'web' && app == 'api'";
  expect(findingsOf(ID, policy('web', text))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 7, column: 13 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'app' },
    field: 'spec.selector',
    what: 'no labels can match this selector',
    why: 'a label has one value at a time, and the terms of "app == \'web\' && app == \'api\'" ask for what one value can\'t give: '
      + 'nothing is selected, whatever the labels are',
    fix: 'join the terms with || or in {…} if any of them is enough; write !all() if nothing is meant',
    docs: 'docs/checks/selector/never-matches.md',
    span: { text, start: 0, end: 28 },
  }]);
});

test.each([
  ['a label that is there and absent', 'has(app) && !has(app)'],
  ['a value that is not in the set', "app in {'a', 'b'} && app == 'c'"],
  ['an empty set', 'app in {}'],
  ['!all() beside a label', "!all() && app == 'web'"],
  ['two beginnings that exclude each other', "app starts with 'web' && app starts with 'api'"],
  ['a contradiction in every branch', "(a == '1' && a == '2') || (b == '1' && !has(b))"],
])('fires for %s', (_, text) => {
  expect(findingsOf(ID, policy('web', JSON.stringify(text)))).toHaveLength(1);
});

test('fires in the peers of rules', () => {
  const yaml = `${policy('web', 'all()')}  ingress:\n  - action: Allow\n  - action: Allow\n    source:\n      notSelector: has(a) && !has(a)\n`;
  expect(findingsOf(ID, yaml).map(({ field }) => field)).toEqual(['spec.ingress[1].source.notSelector']);
});

test.each([
  ['a selector that something matches', "app == 'web' && tier == 'api'"],
  ['a beginning and an end that overlap', "app starts with 'web' && app ends with 'bar'"],
  ['an absent label that is not equal', "!has(app) && app != 'web'"],
  ['!all(), which says so on purpose', '"!all()"'],
  ['an empty selector', '""'],
  ['a selector that can\'t be read', "app == 'web' &&"],
])('stays silent for %s', (_, text) => {
  expect(findingsOf(ID, policy('web', text))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(policy('web', "app == 'web' && app == 'api'")));
});
