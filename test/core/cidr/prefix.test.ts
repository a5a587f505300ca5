import fc from 'fast-check';
import { anyBlock, covers, crowdedBlock, Interval, intervalOf, overlap } from './naive';
import { HOST_LENGTH, isIpv4Mapped, Prefix, subnetsOf, tryCidr } from '../../../src/core/cidr';

const block = (text: string): Prefix => tryCidr(text)!;
const interval = (prefix: Prefix): Interval => intervalOf(prefix.toString());

test.each([
  ['0.0.0.0/0', '0.0.0.0 to 255.255.255.255', 4294967296n],
  ['10.0.0.0/12', '10.0.0.0 to 10.15.255.255', 1048576n],
  ['10.0.0.1/32', '10.0.0.1', 1n],
  ['255.255.255.254/31', '255.255.255.254 to 255.255.255.255', 2n],
  ['::/0', ':: to ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 2n ** 128n],
  ['2001:db8::/33', '2001:db8:: to 2001:db8:7fff:ffff:ffff:ffff:ffff:ffff', 2n ** 95n],
  ['2001:db8::/64', '2001:db8:: to 2001:db8::ffff:ffff:ffff:ffff', 2n ** 64n],
  ['2001:db8::8000/113', '2001:db8::8000 to 2001:db8::ffff', 32768n],
])('%s holds %s', (text, range, count) => {
  expect([block(text).toRange(), block(text).addressCount]).toEqual([range, count]);
});

test.each([
  ['0.0.0.0/0', undefined],
  ['10.0.0.0/8', '11.0.0.0/8'],
  ['127.255.255.255/32', '128.0.0.0/32'],
  ['255.255.255.255/32', undefined],
  ['2001:db8:ffff:ffff::/64', '2001:db9::/64'],
  ['2001:db8::ffff:ffff:ffff:ffff/128', '2001:db8:0:1::/128'],
  ['ff00::/8', undefined],
])('after %s comes %s', (text, next) => {
  expect(block(text).next()?.toString()).toBe(next);
});

test('two blocks share what a comparison of intervals says, whichever comes first', () => {
  fc.assert(fc.property(crowdedBlock, fc.oneof(crowdedBlock, anyBlock), (a, b) => {
    const [left, right] = [interval(a), interval(b)];
    expect([a.contains(b), b.contains(a), a.overlaps(b), b.overlaps(a), a.equals(b)])
      .toEqual([covers(left, right), covers(right, left), overlap(left, right), overlap(left, right), a.toString() === b.toString()]);
  }), { seed: 41, numRuns: 2000 });
});

test('the order is a total one, by family, first address and size', () => {
  fc.assert(fc.property(fc.oneof(anyBlock, crowdedBlock), fc.oneof(anyBlock, crowdedBlock), (a, b) => {
    const [left, right] = [interval(a), interval(b)];
    const expected = left.family - right.family || Number(left.first > right.first) - Number(left.first < right.first) || a.length - b.length;
    expect([Math.sign(a.compare(b)), Math.sign(b.compare(a))]).toEqual([Math.sign(expected), 0 - Math.sign(expected)]);
  }), { seed: 42, numRuns: 2000 });
});

test('first, last, halves and container are those of the interval', () => {
  fc.assert(fc.property(anyBlock, fc.integer({ min: 0, max: 128 }), (prefix, length) => {
    const whole = interval(prefix);
    expect([interval(prefix.first).first, interval(prefix.last).first]).toEqual([whole.first, whole.last]);
    expect([prefix.isHost, prefix.startsAt(prefix.first)]).toEqual([prefix.length === HOST_LENGTH[prefix.family], true]);
    expect([covers(interval(prefix.truncate(length)), whole), prefix.truncate(length).length]).toEqual([true, Math.min(length, prefix.length)]);
    if (!prefix.isHost) {
      const [lower, upper] = prefix.halves().map(interval);
      expect([lower.first, lower.last + 1n, upper.last]).toEqual([whole.first, upper.first, whole.last]);
    }
  }), { seed: 43, numRuns: 1000 });
});

test('subnets make up their block, in order', () => {
  expect([...subnetsOf(block('10.0.0.0/30'), 32)].map(String)).toEqual(['10.0.0.0/32', '10.0.0.1/32', '10.0.0.2/32', '10.0.0.3/32']);
  expect([...subnetsOf(block('::/0'), 1)].map(String)).toEqual(['::/1', '8000::/1']);
  expect([...subnetsOf(block('10.0.0.0/30'), 30)].map(String)).toEqual(['10.0.0.0/30']);
});

test('a block that no strict text can name is printed all the same', () => {
  const mapped = Prefix.of(6, 0, 0, 0xffff, 0, 96);
  expect([mapped.toString(), isIpv4Mapped(mapped)]).toEqual(['::ffff:0:0/96', true]);
});
