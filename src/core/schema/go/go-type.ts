import { printValue } from '../printed-value';
import { Words } from '../resource-fault';

/** What keeps Go's decoder from reading a value. */
export class Misread {
  constructor(public readonly words: Words) {}
}

/**
 * How Go's decoder reads a value into one type of Calico's structs. calicoctl reads YAML by `sigs.k8s.io/yaml`: to JSON with the target
 * type in view, then by `encoding/json`.
 */
export interface GoType {
  /** The value as decoded, or a `Misread`. Never called with null: that leaves the zero value. */
  read(value: unknown): unknown;
}

/** A value of the wrong type. */
export function typeWords(expected: string, value: unknown): Words {
  return {
    rule: 'resource/type',
    what: `${printValue(value)} isn't ${expected}`,
    why: 'the field holds another type, so the object can\'t be read at all',
    fix: typeFix(expected, value),
  };
}

function typeFix(expected: string, value: unknown): string {
  if (expected === 'text' && typeof value === 'boolean') {
    return 'put the value in quotes, as you wrote it: without them YAML reads y, yes, on and true as one value, and n, no, off and false as another';
  }
  if (expected === 'text' && typeof value === 'number') {
    return `put the value in quotes: "${String(value)}"`;
  }
  if (typeof value === 'string' && /^(-?\d{1,15}|true|false)$/.test(value) && expected !== 'a list') {
    return `give ${expected}, without quotes: ${value}`;
  }
  if (expected === 'a list' && typeof value === 'string') {
    return `give a list: [${printValue(value)}]`;
  }
  return `give ${expected}`;
}

/** Text. YAML numbers and booleans become text, since the YAML reader sees that the target is a string. */
export const goString: GoType = {
  read: (value) => {
    switch (typeof value) {
      case 'string': return value;
      case 'number':
      case 'boolean': return String(value);
      default: return new Misread(typeWords('text', value));
    }
  },
};

/** Text in an embedded struct, which the YAML reader doesn't see: numbers and booleans stay what they are. */
export const goExactString: GoType = {
  read: (value) => typeof value === 'string' ? value : new Misread(typeWords('text', value)),
};

export const goBoolean: GoType = {
  read: (value) => typeof value === 'boolean' ? value : new Misread(typeWords('true or false', value)),
};

export const goNumber: GoType = {
  read: (value) => typeof value === 'number' && Number.isFinite(value) ? value : new Misread(typeWords('a number', value)),
};

/** A whole number of a Go type, such as `uint16`. */
export function goInteger(minimum: number, maximum: number): GoType {
  return {
    read: (value) => {
      if (!Number.isInteger(value)) {
        return new Misread(typeWords('a whole number', value));
      }
      return (value as number) >= minimum && (value as number) <= maximum ? value : new Misread(rangeWords(value as number, minimum, maximum));
    },
  };
}

/** A number outside of what is allowed. */
export function rangeWords(value: number, minimum: number | undefined, maximum: number | undefined, rule = 'resource/range'): Words {
  const allowed = minimum === undefined ? `at most ${maximum}` : maximum === undefined ? `${minimum} or more` : `${minimum} to ${maximum}`;
  return {
    rule,
    what: `${value} is out of range: allowed is ${allowed}`,
    why: 'no component of Calico can work with a number outside of that range',
    fix: `give a number from the range: ${allowed}`,
  };
}

export const goInt = goInteger(-(2 ** 63), 2 ** 63);
export const goInt32 = goInteger(-(2 ** 31), 2 ** 31 - 1);
export const goUint8 = goInteger(0, 255);
export const goUint16 = goInteger(0, 65535);
export const goUint32 = goInteger(0, 2 ** 32 - 1);
export const goUint64 = goInteger(0, 2 ** 64);
