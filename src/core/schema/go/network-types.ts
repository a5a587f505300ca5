import { goUint16, goUint8, GoType, Misread, typeWords } from './go-type';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';

const DIGITS = /^\d+$/;
const RANGE = /^(\d+):(\d+)$/;
const PORT_NAME_CHARACTERS = /^[a-zA-Z0-9_.-]{1,128}$/;

/** True where the port is a name (`numorstring.Port.PortName`). The value has been read before. */
export function isNamedPort(port: unknown): boolean {
  return typeof port === 'string' && !DIGITS.test(port) && !RANGE.test(port);
}

/** The numbers of a port that has been read before; a name gives undefined. */
export function portRange(port: unknown): { readonly min: number; readonly max: number } | undefined {
  if (typeof port !== 'string') {
    return { min: port as number, max: port as number };
  }
  if (DIGITS.test(port)) {
    return { min: Number(port), max: Number(port) };
  }
  const range = RANGE.exec(port);
  return range === null ? undefined : { min: Number(range[1]), max: Number(range[2]) };
}

/** What is wrong with a port that no struct of Calico's can hold. */
export function portWords(what: string, fix: string, corrected?: string): Words {
  return { rule: 'resource/port', what, why: 'a port is a number from 1 to 65535, a range such as "8000:9000", or the name of a port', fix, ...(corrected && { corrected }) };
}

/** `numorstring.Port` (`PortFromString`): a number, a range `min:max`, or a name. */
export const goPort: GoType = {
  read: (value) => {
    if (typeof value === 'number') {
      return goUint16.read(value) instanceof Misread
        ? new Misread(portWords(`${value} is no port number`, 'give a whole number from 1 to 65535')) : value;
    }
    if (typeof value !== 'string') {
      return new Misread(portWords(`${printValue(value)} is no port`, 'give a port number, a range in quotes, or the name of a port'));
    }
    const range = portRange(value);
    if (range === undefined) {
      return PORT_NAME_CHARACTERS.test(value) ? value : new Misread(unnamedPort(value));
    }
    if (range.max > 65535 || range.min > 65535) {
      return new Misread(portWords(`${printValue(value)} holds no port number: the highest is 65535`, 'give numbers from 1 to 65535'));
    }
    return range.min <= range.max ? value : new Misread(portWords(
      `the range ${printValue(value)} starts above its end`, `turn it round: "${range.max}:${range.min}"`, `${range.max}:${range.min}`));
  },
};

/** What is wrong with a range that is written with a dash; undefined for any other text. */
export function dashedRange(text: string): Words | undefined {
  const dashed = /^(\d{1,5})\s*[-–]\s*(\d{1,5})$/.exec(text);
  const corrected = dashed === null ? undefined : `${dashed[1]}:${dashed[2]}`;
  return corrected === undefined ? undefined
    : portWords(`${printValue(text)} is no port range`, `write ranges with a colon: "${corrected}"`, corrected);
}

function unnamedPort(value: string): Words {
  return dashedRange(value) ?? portWords(`${printValue(value)} is no port: a name holds letters, digits, "-", "." and "_" only`, 'give the name as the pod declares it, a number, or a range');
}

/** A protocol as Calico holds it: a number, also where a number was written as text, or a name (`numorstring.Uint8OrString`). */
export function decodedProtocol(value: unknown): number | string | undefined {
  if (typeof value === 'string' && DIGITS.test(value) && Number(value) <= 255) {
    return Number(value);
  }
  return value as number | string | undefined;
}

/** `numorstring.Protocol` and `DSCP`: an 8-bit number or any text. */
function uint8OrString(noun: string): GoType {
  return {
    read: (value) => {
      if (typeof value === 'string' || !(goUint8.read(value) instanceof Misread)) {
        return value;
      }
      return new Misread({
        rule: noun === 'protocol' ? 'resource/protocol' : 'resource/range',
        what: `${printValue(value)} is no ${noun}`,
        why: `a ${noun} is a name or a whole number from 0 to 255; the object can't be read otherwise`,
        fix: noun === 'protocol' ? 'give TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite, or a number from 1 to 255' : 'give a number from 0 to 63, or a name such as EF',
      });
    },
  };
}

export const goProtocol: GoType = uint8OrString('protocol');
export const goDscp: GoType = uint8OrString('DSCP value');

/** `intstr.IntOrString` of Kubernetes. */
export const goIntOrString: GoType = {
  read: (value) => typeof value === 'string' || (Number.isInteger(value) && Math.abs(value as number) < 2 ** 31)
    ? value : new Misread(typeWords('a whole number or text', value)),
};

/** `numorstring.ASNumber`: 32 bits, also as text, also in dotted form `high.low`. */
export const goAsNumber: GoType = {
  read: (value) => {
    const parsed = typeof value === 'string' ? parseAsNumber(value) : Number.isInteger(value) ? (value as number) : undefined;
    return parsed !== undefined && parsed >= 0 && parsed < 2 ** 32 ? parsed : new Misread({
      rule: 'resource/as-number',
      what: `${printValue(value)} is no AS number`,
      why: 'an AS number is a whole number from 0 to 4294967295; the object can\'t be read otherwise',
      fix: typeof value === 'string' && /^AS\d{1,10}$/i.test(value) ? `leave out the letters: ${value.slice(2)}` : 'give the number alone, such as 64512',
    });
  },
};

function parseAsNumber(text: string): number | undefined {
  if (DIGITS.test(text)) {
    return Number(text);
  }
  const dotted = /^(\d{1,20})\.(\d{1,20})$/.exec(text);
  if (dotted === null || Number(dotted[1]) > 65535 || Number(dotted[2]) > 65535) {
    return undefined;
  }
  return Number(dotted[1]) * 65536 + Number(dotted[2]);
}
