import fc from 'fast-check';
import { isAssumed, SelectionIndex } from '../../../src/core/policy';
import { labelObject, matchLabels } from '../../../src/core/policy/label-view';
import { compileSelector, labelsOf, printSelector } from '../../../src/core/selectors';
import { labels, selector } from '../selectors/arbitrary-selector';

const compiled = selector.map((ast) => ({
  id: 0, text: printSelector(ast), ast, labels: labelsOf(ast).map(({ label }) => label), matches: compileSelector(ast),
}));

test('the index finds every selector that matches, and those that may', () => {
  const unknown = fc.constantFrom<readonly string[]>([], ['q'], ['p']);
  fc.assert(fc.property(fc.array(compiled, { maxLength: 12 }), labels, unknown, unknown, (selectors, given, unknownNames, unknownPrefixes) => {
    const view = { labels: labelObject(Object.entries(given)), unknownNames, unknownPrefixes };
    const found = new SelectionIndex(selectors, (one) => one).select(view);
    expect(new Set(found.map(({ entry }) => entry))).toEqual(new Set(selectors.filter((one) => matchLabels(one, view) !== 0)));
    expect(found.filter(({ match }) => isAssumed(match) && unknownNames.length + unknownPrefixes.length === 0)).toEqual([]);
  }), { numRuns: 1500, seed: 6 });
});

