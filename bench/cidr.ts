/**
 * Addresses: reading, and naming every overlap. Run with `npx tsx bench/cidr.ts`.
 *
 * The prefixes are half IPv4, half IPv6, of mixed lengths, as text; about one in three overlaps another.
 * `overlaps` reads the index built and every pair named with the range that the two share.
 */
import { IPv4CidrRange, IPv6CidrRange } from 'ip-num';
import { freeBlocks, HOST_LENGTH, Prefix, PrefixIndex, tryCidr } from '../src/core/cidr';

interface Named {
  readonly name: string;
  readonly block: Prefix;
}

/** A small generator with a seed, so that every run measures the same prefixes. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Small blocks anywhere, and every third one a part of one before it, so that pairs grow with the count and not with its square. */
function mixedCidrs(count: number): string[] {
  const random = randomNumbers(7);
  const word = (): number => random(65536) * 65536 + random(65536);
  const blocks: Prefix[] = [];
  for (let at = 0; at < count; at++) {
    if (at % 3 === 2) {
      const around = blocks[at - 2 + random(2)];
      const { family, length } = around;
      blocks.push(Prefix.of(family, around.w0, around.w1, around.w2, around.w3, Math.min(length + random(4), HOST_LENGTH[family])));
    } else if (at % 2 === 0) {
      blocks.push(Prefix.of(4, word(), 0, 0, 0, 26 + random(7)));
    } else {
      blocks.push(Prefix.of(6, 0x20010db8, word(), word(), word(), 48 + random(81)));
    }
  }
  return blocks.map(String);
}

/** The median of several runs, in milliseconds. */
function milliseconds(run: () => unknown, runs = 9): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1];
}

function measure(count: number): Record<string, number> {
  const texts = mixedCidrs(count);
  const entries: Named[] = texts.map((text, index) => ({ name: `prefix-${index}`, block: tryCidr(text)! }));
  const index = PrefixIndex.of(entries, ({ block }) => block);
  const sink: { outer: string; inner: string; shared: string }[] = [];
  const nameAll = (named: PrefixIndex<Named>): void => {
    sink.length = 0;
    for (const { outer, inner, shared } of named.overlaps()) {
      sink.push({ outer: outer.name, inner: inner.name, shared: shared.toRange() });
    }
  };
  return {
    'parse': milliseconds(() => texts.map(tryCidr)),
    'index': milliseconds(() => PrefixIndex.of(entries, ({ block }) => block)),
    'overlaps': milliseconds(() => nameAll(PrefixIndex.of(entries, ({ block }) => block))),
    'parse and overlaps': milliseconds(() => nameAll(PrefixIndex.of(
      texts.map((text, at) => ({ name: `prefix-${at}`, block: tryCidr(text)! })), ({ block }) => block))),
    'pairs': index.countOverlaps(),
    'look up each': milliseconds(() => entries.map(({ block }) => index.overlapping(block).length)),
    'free /24s': milliseconds(() => freeBlocks({ prefixLength: 24, within: [tryCidr('10.0.0.0/8')!], taken: entries.map(({ block }) => block), limit: 1000 })),
    'ip-num parse': milliseconds(() => texts.map((text) => (text.includes(':') ? IPv6CidrRange.fromCidr(text) : IPv4CidrRange.fromCidr(text))), 1),
  };
}

/** As many copies of one block: the pairs are quadratic, what `nestings` gives is not. */
function measureCopies(count: number): Record<string, number> {
  const entries: Named[] = Array.from({ length: count }, (_, index) => ({ name: `copy-${index}`, block: tryCidr('0.0.0.0/0')! }));
  return {
    'copies: nestings': milliseconds(() => PrefixIndex.of(entries, ({ block }) => block).nestings()),
    'copies: pairs': PrefixIndex.of(entries, ({ block }) => block).countOverlaps(),
  };
}

const small = { ...measure(10_000), ...measureCopies(10_000) };
const large = { ...measure(100_000), ...measureCopies(100_000) };
console.table(Object.fromEntries(Object.keys(small).map((name) => [name, {
  '10,000': Number(small[name].toFixed(2)),
  '100,000': Number(large[name].toFixed(2)),
  'growth': Number((large[name] / small[name]).toFixed(1)),
}])));
console.log('Milliseconds, but for the rows of pairs. Growth of n log n over this step is 12.5.');
