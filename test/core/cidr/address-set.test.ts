import fc from 'fast-check';
import { anyBlock, crowdedBlock, intervalOf } from './naive';
import {
  blocksOfRange, countAddresses, freeBlocks, intersectBlocks, minimalBlocks, parseAddress, Prefix, subtractBlocks, tryCidr,
} from '../../../src/core/cidr';

const parsed = (...texts: string[]): Prefix[] => texts.map((text) => tryCidr(text)!);
const printed = (blocks: readonly Prefix[]): string[] => blocks.map(String);

test('a union is the fewest blocks that hold the same addresses', () => {
  expect(printed(minimalBlocks(parsed('10.0.1.0/24', '10.0.0.0/24', '10.0.2.0/23', '10.0.2.7/32', '10.0.4.0/23', '2001:db8::/33', '2001:db8:8000::/33', '10.0.0.0/24'))))
    .toEqual(['10.0.0.0/22', '10.0.4.0/23', '2001:db8::/32']);
  expect(printed(minimalBlocks(parsed('128.0.0.0/1', '0.0.0.0/1', '::/1')))).toEqual(['0.0.0.0/0', '::/1']);
  expect(minimalBlocks([])).toEqual([]);
});

test('what is taken away leaves the fewest blocks', () => {
  expect(printed(subtractBlocks(parsed('10.0.0.0/24'), parsed('10.0.0.64/26', '10.0.0.255/32')))).toEqual([
    '10.0.0.0/26', '10.0.0.128/26', '10.0.0.192/27', '10.0.0.224/28', '10.0.0.240/29', '10.0.0.248/30', '10.0.0.252/31', '10.0.0.254/32',
  ]);
  expect(printed(subtractBlocks(parsed('10.0.0.0/24', '10.0.2.0/24'), parsed('10.0.0.0/23')))).toEqual(['10.0.2.0/24']);
  expect(subtractBlocks(parsed('0.0.0.0/0'), parsed('0.0.0.0/1', '128.0.0.0/1'))).toEqual([]);
  expect(subtractBlocks(parsed('::/0'), parsed('::1/128'))).toHaveLength(128);
});

test('what two sets share is in both', () => {
  expect(printed(intersectBlocks(parsed('10.0.0.0/8', '192.168.0.0/24'), new Set(parsed('10.1.0.0/16', '10.2.0.0/16', '192.168.0.0/16', '::/0')))))
    .toEqual(['10.1.0.0/16', '10.2.0.0/16', '192.168.0.0/24']);
  expect(intersectBlocks(parsed('11.0.0.0/8'), parsed('10.0.0.0/8', '12.0.0.0/8'))).toEqual([]);
});

test('addresses are counted once', () => {
  expect(countAddresses(parsed('10.0.0.0/24', '10.0.0.0/25', '::/0'))).toBe(256n + 2n ** 128n);
  expect(countAddresses([])).toBe(0n);
});

test.each([
  ['10.0.0.0', '10.0.0.255', ['10.0.0.0/24']],
  ['10.0.0.7', '10.0.0.7', ['10.0.0.7/32']],
  ['10.0.0.1', '10.0.0.6', ['10.0.0.1/32', '10.0.0.2/31', '10.0.0.4/31', '10.0.0.6/32']],
  ['0.0.0.0', '255.255.255.255', ['0.0.0.0/0']],
  ['2001:db8::', '2001:db8::2', ['2001:db8::/127', '2001:db8::2/128']],
])('%s to %s is %j', (first, last, blocks) => {
  expect(printed(blocksOfRange(parseAddress(first) as Prefix, parseAddress(last) as Prefix))).toEqual(blocks);
});

test('free blocks are aligned, touch nothing that is taken, and come in order', () => {
  const within = parsed('172.16.0.0/12');
  expect(printed(freeBlocks({ prefixLength: 16, within, taken: parsed('172.16.4.0/24', '172.18.0.0/15', '172.27.0.0/16', '2001:db8::/32'), limit: 3 })))
    .toEqual(['172.17.0.0/16', '172.20.0.0/16', '172.21.0.0/16']);
  expect(freeBlocks({ prefixLength: 16, within, taken: [], limit: 100 })).toHaveLength(16);
  expect(freeBlocks({ prefixLength: 16, within, taken: parsed('172.0.0.0/8'), limit: 3 })).toEqual([]);
  expect(freeBlocks({ prefixLength: 8, within, taken: [], limit: 3 })).toEqual([]);
  expect(freeBlocks({ prefixLength: 64, within, taken: [], limit: 3 })).toEqual([]);
  expect(printed(freeBlocks({ prefixLength: 122, within: parsed('2001:db8::/48'), taken: parsed('2001:db8::/122'), limit: 2 })))
    .toEqual(['2001:db8::40/122', '2001:db8::80/122']);
});

const set = fc.array(crowdedBlock, { maxLength: 12 });

/** The addresses one by one, by the independent reading. */
function addressesOf(blocks: readonly Prefix[]): string[] {
  const addresses = new Set<string>();
  for (const block of blocks) {
    const { family, first, last } = intervalOf(block.toString());
    for (let address = first; address <= last; address++) {
      addresses.add(`${family} ${address}`);
    }
  }
  return [...addresses].sort();
}

test('the algebra of sets is that of their addresses', () => {
  fc.assert(fc.property(set, set, (a, b) => {
    const [inA, inB] = [addressesOf(a), addressesOf(b)];
    const union = minimalBlocks([...a, ...b]);
    const both = intersectBlocks(a, b);
    const onlyA = subtractBlocks(a, b);
    expect(addressesOf(union)).toEqual([...new Set([...inA, ...inB])].sort());
    expect(addressesOf(both)).toEqual(inA.filter((address) => inB.includes(address)));
    expect(addressesOf(onlyA)).toEqual(inA.filter((address) => !inB.includes(address)));
    expect(countAddresses(a)).toBe(BigInt(inA.length));
    for (const result of [union, both, onlyA]) {
      expect(printed(minimalBlocks(result))).toEqual(printed(result));
    }
  }), { seed: 61, numRuns: 200 });
});

const anySet = fc.array(fc.oneof(anyBlock, crowdedBlock), { maxLength: 12 });

test('what is taken away and what is shared make up the original', () => {
  fc.assert(fc.property(anySet, anySet, (a, b) => {
    const whole = printed(minimalBlocks(a));
    const onlyA = subtractBlocks(a, b);
    const both = intersectBlocks(a, b);
    expect(printed(minimalBlocks([...onlyA, ...both]))).toEqual(whole);
    expect(intersectBlocks(onlyA, b)).toEqual([]);
    expect(printed(intersectBlocks(b, a))).toEqual(printed(both));
    expect(countAddresses(onlyA) + countAddresses(both)).toBe(countAddresses(a));
  }), { seed: 62, numRuns: 300 });
});

test('a range of addresses comes back from its blocks', () => {
  fc.assert(fc.property(anyBlock, anyBlock, (a, b) => {
    fc.pre(a.family === b.family);
    const [first, last] = [a.first, b.first].sort((x, y) => x.compare(y));
    const blocks = blocksOfRange(first, last);
    expect([blocks[0].first.toString(), blocks[blocks.length - 1].last.toString()]).toEqual([first.toString(), last.toString()]);
    expect(printed(minimalBlocks(blocks))).toEqual(printed(blocks));
    expect(countAddresses(blocks)).toBe(intervalOf(last.toString()).first - intervalOf(first.toString()).first + 1n);
  }), { seed: 63, numRuns: 300 });
});

test('every block that is found free is free, and the first of its length', () => {
  fc.assert(fc.property(set, fc.integer({ min: 26, max: 32 }), (taken, prefixLength) => {
    const [within] = parsed('192.0.2.0/26');
    const free = freeBlocks({ prefixLength, within: [within], taken, limit: 1000 });
    const expected: string[] = [];
    for (let at: Prefix | undefined = within.extend(prefixLength); at !== undefined && within.contains(at); at = at.next()) {
      if (!taken.some((block) => block.overlaps(at!))) {
        expected.push(at.toString());
      }
    }
    expect(printed(free)).toEqual(expected);
  }), { seed: 64, numRuns: 200 });
});
