/**
 * A judge that shares nothing with the code under test: blocks as intervals of bigints, compared one with another.
 */
import fc from 'fast-check';
import { Prefix } from '../../../src/core/cidr';

/** A family, and the first and last address as numbers. */
export interface Interval {
  readonly family: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** Reads canonical text, by splitting and multiplying. */
export function intervalOf(cidr: string): Interval {
  const [address, length] = cidr.split('/');
  const family = address.includes(':') ? 6 : 4;
  const bits = family === 4 ? 32n : 128n;
  let first = 0n;
  if (family === 4) {
    for (const octet of address.split('.')) {
      first = first * 256n + BigInt(octet);
    }
  } else {
    const [head, tail] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
    const groups = tail === undefined ? head : [...head, ...new Array(8 - head.length - tail.length).fill('0'), ...tail];
    for (const group of groups) {
      first = first * 65536n + BigInt(`0x${group}`);
    }
  }
  return { family, first, last: first + 2n ** (bits - BigInt(length)) - 1n };
}

export function overlap(a: Interval, b: Interval): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

export function covers(a: Interval, b: Interval): boolean {
  return a.family === b.family && a.first <= b.first && b.last <= a.last;
}

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
/** Half of the groups are zero, as they are in practice. */
const group = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 0xffff }));
const twoGroups = fc.tuple(group, group).map(([high, low]) => high * 0x10000 + low);

/** Any block, of both families and all lengths. */
export const anyBlock: fc.Arbitrary<Prefix> = fc.oneof(
  fc.tuple(word, fc.integer({ min: 0, max: 32 })).map(([w0, length]) => Prefix.of(4, w0, 0, 0, 0, length)),
  fc.tuple(twoGroups, twoGroups, twoGroups, twoGroups, fc.integer({ min: 0, max: 128 })).map((parts) => Prefix.of(6, ...parts)),
);

/** Blocks of a small corner of each family, where most things overlap. */
export const crowdedBlock: fc.Arbitrary<Prefix> = fc.tuple(fc.boolean(), fc.nat(63), fc.nat(7)).map(([ipv4, host, shorter]) => (ipv4
  ? Prefix.of(4, 0xc0000200 + host, 0, 0, 0, 32 - shorter)
  : Prefix.of(6, 0x20010db8, 0, 0, host, 128 - shorter)));
