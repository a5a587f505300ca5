import { Family, HOST_LENGTH, printAddress } from './print-address';

/** The bits of a 32-bit word that the first `bits` bits of an address cover. */
function wordMask(bits: number): number {
  return bits >= 32 ? -1 : bits <= 0 ? 0 : -1 << (32 - bits);
}

/** The order of two words, read without a sign. */
function compareWords(a: number, b: number): number {
  return (a >>> 0) < (b >>> 0) ? -1 : 1;
}

/**
 * One block of addresses: the addresses whose first `length` bits are the same. A single address is the block of full length.
 *
 * The bits stand in four signed 32-bit words, most significant first, and an IPv4 address fills only the first. So both families
 * share every mask, comparison and sort; nothing here needs a bigint, and V8 keeps the words unboxed in most cases. The bits after `length`
 * are always zero: two blocks are either disjoint, or one holds the other, and what they share is the smaller of the two.
 */
export class Prefix {
  /** The block of `length` bits around an address given as words, signed or not; bits after `length` are dropped. */
  static of(family: Family, w0: number, w1: number, w2: number, w3: number, length: number): Prefix {
    if (length <= 32) {
      return new Prefix(family, w0 & wordMask(length), 0, 0, 0, length);
    }
    return new Prefix(family, w0 | 0, w1 & wordMask(length - 32), w2 & wordMask(length - 64), w3 & wordMask(length - 96), length);
  }

  private constructor(
    readonly family: Family,
    readonly w0: number,
    readonly w1: number,
    readonly w2: number,
    readonly w3: number,
    /** How many leading bits all its addresses share: 0 to 32, or 0 to 128. */
    readonly length: number,
  ) {}

  /** Whether this is a single address. */
  get isHost(): boolean {
    return this.length === HOST_LENGTH[this.family];
  }

  /** The first address, as a block of full length. */
  get first(): Prefix {
    return new Prefix(this.family, this.w0, this.w1, this.w2, this.w3, HOST_LENGTH[this.family]);
  }

  /** The last address, as a block of full length. */
  get last(): Prefix {
    const { length } = this;
    if (this.family === 4) {
      return new Prefix(4, this.w0 | ~wordMask(length), 0, 0, 0, 32);
    }
    return new Prefix(
      6, this.w0 | ~wordMask(length), this.w1 | ~wordMask(length - 32), this.w2 | ~wordMask(length - 64), this.w3 | ~wordMask(length - 96), 128);
  }

  /** How many addresses it holds: a power of two. */
  get addressCount(): bigint {
    return 1n << BigInt(HOST_LENGTH[this.family] - this.length);
  }

  /** The block of a shorter (or the same) length that holds this one. */
  truncate(length: number): Prefix {
    return length >= this.length ? this : Prefix.of(this.family, this.w0, this.w1, this.w2, this.w3, length);
  }

  /** The block of the given, longer length that starts where this one starts. */
  extend(length: number): Prefix {
    return new Prefix(this.family, this.w0, this.w1, this.w2, this.w3, length);
  }

  /** Its lower and its upper half. Only for blocks of more than one address. */
  halves(): [Prefix, Prefix] {
    const lower = this.extend(this.length + 1);
    return [lower, lower.next()!];
  }

  /** The block of the same length that comes right after it; nothing after the last one of the family. */
  next(): Prefix | undefined {
    const words = [this.w0, this.w1, this.w2, this.w3];
    let word = (this.length - 1) >> 5;
    let step = 2 ** (31 - ((this.length - 1) & 31));
    for (; word >= 0; word--) {
      const sum = (words[word] >>> 0) + step;
      words[word] = sum | 0;
      if (sum < 2 ** 32) {
        return new Prefix(this.family, words[0], words[1], words[2], words[3], this.length);
      }
      step = 1;
    }
    return undefined;
  }

  /** Whether every address of `other` is in it. */
  contains(other: Prefix): boolean {
    const { length } = this;
    if (other.length < length || other.family !== this.family) {
      return false;
    }
    if (length <= 32) {
      return ((this.w0 ^ other.w0) & wordMask(length)) === 0;
    }
    return this.w0 === other.w0
      && ((this.w1 ^ other.w1) & wordMask(length - 32)) === 0
      && ((this.w2 ^ other.w2) & wordMask(length - 64)) === 0
      && ((this.w3 ^ other.w3) & wordMask(length - 96)) === 0;
  }

  /** Whether the two share an address. */
  overlaps(other: Prefix): boolean {
    return this.length <= other.length ? this.contains(other) : other.contains(this);
  }

  /** Whether the two hold the same addresses. */
  equals(other: Prefix): boolean {
    return this.length === other.length && this.contains(other);
  }

  /** Whether the address is its first one. */
  startsAt(address: Prefix): boolean {
    return this.w0 === address.w0 && this.w1 === address.w1 && this.w2 === address.w2 && this.w3 === address.w3 && this.family === address.family;
  }

  /** The order of blocks everywhere: IPv4 first, then by first address, then the larger block first. So a block precedes what it holds. */
  compare(other: Prefix): number {
    if (this.family !== other.family) {
      return this.family - other.family;
    }
    if (this.w0 !== other.w0) {
      return compareWords(this.w0, other.w0);
    }
    if (this.w1 !== other.w1) {
      return compareWords(this.w1, other.w1);
    }
    if (this.w2 !== other.w2) {
      return compareWords(this.w2, other.w2);
    }
    if (this.w3 !== other.w3) {
      return compareWords(this.w3, other.w3);
    }
    return this.length - other.length;
  }

  /** The first address in canonical text, without a prefix length. */
  toAddress(): string {
    return printAddress(this.family, this.w0, this.w1, this.w2, this.w3);
  }

  /** Canonical text, such as `10.0.0.0/16`. */
  toString(): string {
    return `${this.toAddress()}/${this.length}`;
  }

  /** The addresses in words: `10.0.0.0 to 10.0.255.255`, or the address alone. */
  toRange(): string {
    return this.isHost ? this.toAddress() : `${this.toAddress()} to ${this.last.toAddress()}`;
  }
}
