import fc from 'fast-check';
import { anyBlock, covers, crowdedBlock, intervalOf, overlap } from './naive';
import { Prefix, PrefixIndex, tryCidr } from '../../../src/core/cidr';
import { sortedOrder } from '../../../src/core/cidr/prefix-order';

interface Entry {
  readonly name: string;
  readonly block: Prefix;
}

const entriesOf = (blocks: readonly Prefix[]): Entry[] => blocks.map((block, at) => ({ name: `${block}#${at}`, block }));
const indexOf = (blocks: readonly Prefix[]): PrefixIndex<Entry> => PrefixIndex.of(entriesOf(blocks), ({ block }) => block);
const parsed = (...texts: string[]): Prefix[] => texts.map((text) => tryCidr(text)!);
const names = (found: readonly Entry[]): string[] => found.map(({ name }) => name);

test('every pair is named once, with exactly what the two share', () => {
  const index = indexOf(parsed('10.1.2.0/24', '2001:db8::/32', '10.0.0.0/8', '10.1.0.0/16', '11.0.0.0/8', '10.1.2.0/24', '2001:db8:1::/48'));
  expect([...index.overlaps()].map(({ outer, inner, shared, equal }) => [outer.name, inner.name, shared.toRange(), equal])).toEqual([
    ['10.0.0.0/8#2', '10.1.0.0/16#3', '10.1.0.0 to 10.1.255.255', false],
    ['10.1.0.0/16#3', '10.1.2.0/24#0', '10.1.2.0 to 10.1.2.255', false],
    ['10.0.0.0/8#2', '10.1.2.0/24#0', '10.1.2.0 to 10.1.2.255', false],
    ['10.1.2.0/24#0', '10.1.2.0/24#5', '10.1.2.0 to 10.1.2.255', true],
    ['10.1.0.0/16#3', '10.1.2.0/24#5', '10.1.2.0 to 10.1.2.255', false],
    ['10.0.0.0/8#2', '10.1.2.0/24#5', '10.1.2.0 to 10.1.2.255', false],
    ['2001:db8::/32#1', '2001:db8:1::/48#6', '2001:db8:1:: to 2001:db8:1:ffff:ffff:ffff:ffff:ffff', false],
  ]);
  expect([index.size, index.countOverlaps()]).toEqual([7, 7]);
  expect(index.nestings().map(({ outer, inner }) => [outer.name, inner.name])).toEqual([
    ['10.0.0.0/8#2', '10.1.0.0/16#3'],
    ['10.1.0.0/16#3', '10.1.2.0/24#0'],
    ['10.1.2.0/24#0', '10.1.2.0/24#5'],
    ['2001:db8::/32#1', '2001:db8:1::/48#6'],
  ]);
});

test('an index of nothing answers with nothing', () => {
  const index = indexOf([]);
  const all = tryCidr('0.0.0.0/0')!;
  expect([index.size, [...index.overlaps()], index.nestings(), index.countOverlaps(), index.overlapping(all)]).toEqual([0, [], [], 0, []]);
});

test('a block is looked up by what holds it and what lies in it', () => {
  const index = indexOf(parsed('10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24', '10.1.2.128/25', '10.2.0.0/16', '10.1.2.0/24', '::/0'));
  const block = tryCidr('10.1.2.0/24')!;
  expect(names(index.containing(block))).toEqual(['10.1.2.0/24#5', '10.1.2.0/24#2', '10.1.0.0/16#1', '10.0.0.0/8#0']);
  expect(names(index.within(block))).toEqual(['10.1.2.128/25#3']);
  expect(names(index.overlapping(tryCidr('10.1.3.0/24')!))).toEqual(['10.1.0.0/16#1', '10.0.0.0/8#0']);
  expect(names(index.overlapping(tryCidr('10.0.0.0/7')!))).toEqual(
    ['10.0.0.0/8#0', '10.1.0.0/16#1', '10.1.2.0/24#2', '10.1.2.0/24#5', '10.1.2.128/25#3', '10.2.0.0/16#4']);
  expect(names(index.overlapping(tryCidr('11.0.0.0/8')!))).toEqual([]);
});

test('100,000 copies of one block are counted, and named each once, without their pairs', () => {
  const index = indexOf(new Array(100_000).fill(tryCidr('0.0.0.0/0')!));
  expect([index.countOverlaps(), index.nestings().length]).toEqual([4_999_950_000, 99_999]);
  const [pair] = index.overlaps();
  expect([pair.outer.name, pair.inner.name]).toEqual(['0.0.0.0/0#0', '0.0.0.0/0#1']);
  // A question beside many copies doesn't walk through them.
  expect(Array.from({ length: 10_000 }, () => index.overlapping(tryCidr('::/0')!)).flat()).toEqual([]);
});

const blocks = fc.array(fc.oneof(crowdedBlock, anyBlock), { maxLength: 90 });

test('pairs and answers are those of comparing all with all', () => {
  fc.assert(fc.property(blocks, crowdedBlock, (given, asked) => {
    const entries = entriesOf(given);
    const index = PrefixIndex.of(entries, ({ block }) => block);
    const intervals = given.map((block) => intervalOf(block.toString()));
    const expected = entries.flatMap(({ name }, a) => entries.slice(a + 1)
      .filter((_, b) => overlap(intervals[a], intervals[a + 1 + b]))
      .map((other) => [name, other.name].sort().join(' ')));
    const pairs = [...index.overlaps()];
    expect(pairs.map(({ outer, inner }) => [outer.name, inner.name].sort().join(' ')).sort()).toEqual(expected.sort());
    expect(pairs.every(({ outer, inner, shared, equal }) => outer.block.contains(inner.block) && shared.equals(inner.block)
      && equal === outer.block.equals(inner.block))).toBe(true);
    expect(index.countOverlaps()).toBe(expected.length);

    const range = intervalOf(asked.toString());
    expect(names(index.containing(asked)).sort()).toEqual(names(entries.filter((_, at) => covers(intervals[at], range))).sort());
    expect(names(index.overlapping(asked)).sort()).toEqual(names(entries.filter((_, at) => overlap(intervals[at], range))).sort());
  }), { seed: 51, numRuns: 300 });
});

test('the order of declaration changes nothing but which of two equal blocks is called the outer one', () => {
  const pairsOf = (given: readonly Prefix[]): string[] => [...PrefixIndex.of(given, (block) => block).overlaps()]
    .map(({ outer, inner }) => `${outer} ${inner}`)
    .sort();
  const shuffled = blocks.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
  fc.assert(fc.property(shuffled, ([given, mixed]) => {
    expect(pairsOf(mixed)).toEqual(pairsOf(given));
  }), { seed: 52, numRuns: 100 });
});

test('sorting by digits gives the order of comparisons, and keeps equal blocks as given', () => {
  fc.assert(fc.property(fc.array(fc.oneof(crowdedBlock, anyBlock), { minLength: 0, maxLength: 400 }), (given) => {
    const expected = given.map((_, at) => at).sort((a, b) => given[a].compare(given[b]) || a - b);
    expect([...sortedOrder(given)]).toEqual(expected);
  }), { seed: 53, numRuns: 100 });
});
