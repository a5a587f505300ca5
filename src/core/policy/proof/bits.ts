import { FALSE, Formula, Formulas, FormulaSolved, TRUE } from './formula';
import { Family, HOST_LENGTH, Prefix } from '../../cidr';

/** Ranges are asked of ports, protocols and the like. */
const MOST_NUMBERS = 65_536;

/** A number whose bits are formulas, the most significant first: some fixed, some to be chosen. */
export class Bits {
  public static variable(formulas: Formulas, count: number): Bits {
    return new Bits(formulas, Array.from({ length: count }, () => formulas.variable()));
  }

  /** An address of a family that isn't known. */
  public static anyAddress(formulas: Formulas, family: Family): Bits {
    return Bits.variable(formulas, HOST_LENGTH[family]);
  }

  public static address(formulas: Formulas, address: Prefix): Bits {
    return new Bits(formulas, Array.from({ length: HOST_LENGTH[address.family] }, (_, index) => (bitOf(address, index) ? TRUE : FALSE)));
  }

  /** By first and last number. */
  private readonly ranges = new Map<number, Formula>();

  private constructor(private readonly formulas: Formulas, private readonly bits: readonly Formula[]) {}

  public equals(value: number): Formula {
    return this.within(value, value);
  }

  /** Whether it is one of the numbers from the first to the last. */
  public within(first: number, last: number): Formula {
    const key = first * MOST_NUMBERS + last;
    let formula = this.ranges.get(key);
    if (formula === undefined) {
      formula = this.formulas.both(this.compare(first, true), this.compare(last, false));
      this.ranges.set(key, formula);
    }
    return formula;
  }

  /** Whether it is at least, or at most, a number: from the last bit to the first, each with the answer for the bits after it. */
  private compare(value: number, isLeast: boolean): Formula {
    let answer = TRUE;
    for (let index = this.bits.length - 1, rest = value; index >= 0; index--, rest = Math.floor(rest / 2)) {
      const bit = isLeast ? this.bits[index] : -this.bits[index];
      answer = (rest % 2 === 1) === isLeast ? this.formulas.both(bit, answer) : this.formulas.either(bit, answer);
    }
    return answer;
  }

  /** Whether the address lies in a block of its family. */
  public isIn(block: Prefix): Formula {
    return this.formulas.all(this.bits.slice(0, block.length).map((bit, index) => (bitOf(block, index) ? bit : -bit)));
  }

  /** The choices that make it another number. A fixed bit stays what it is. */
  public choosing(value: number): [Formula, boolean][] {
    return this.bits.map((bit, index) => [bit, Math.floor(value / 2 ** (this.bits.length - 1 - index)) % 2 === 1]);
  }

  public choosingAddress(address: Prefix): [Formula, boolean][] {
    return this.bits.map((bit, index) => [bit, bitOf(address, index)]);
  }

  /** What a solution chooses. */
  public valueIn({ holds }: FormulaSolved): number {
    return this.bits.reduce((value, bit) => value * 2 + (holds(bit) ? 1 : 0), 0);
  }

  public addressIn({ holds }: FormulaSolved): Prefix {
    const words = [0, 0, 0, 0];
    this.bits.forEach((bit, index) => {
      if (holds(bit)) {
        words[Math.floor(index / 32)] += 2 ** (31 - (index % 32));
      }
    });
    return Prefix.of(this.bits.length === 32 ? 4 : 6, words[0], words[1], words[2], words[3], this.bits.length);
  }
}

function bitOf(address: Prefix, index: number): boolean {
  const word = [address.w0, address.w1, address.w2, address.w3][Math.floor(index / 32)];
  return Math.floor((word < 0 ? word + 2 ** 32 : word) / 2 ** (31 - (index % 32))) % 2 === 1;
}
