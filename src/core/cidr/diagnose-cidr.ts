import { isIpv4Mapped, unmapped } from './calico-reading';
import { correctCidr } from './correct-cidr';
import { Prefix } from './prefix';
import { HOST_LENGTH } from './print-address';
import { readRange } from './range-text';
import { AddressFault, scanAddress, ScanFault } from './scan-address';

/** The longest text that is read at all, in UTF-16 code units. The longest that can be right has 49. */
export const LONGEST_CIDR = 64;

/** What kind of fault a text has. The first that applies, in reading order. */
export type CidrFaultCode =
  | 'not-text' | 'empty' | 'too-long' | 'white-space' | 'several' | 'range'
  | 'no-prefix-length' | 'prefix-length' | 'prefix-length-leading-zero' | 'prefix-length-range' | 'netmask'
  | 'ipv4-mapped' | 'host-bits' | AddressFault;

/** Why a text is no network, as plain data. */
export interface CidrFault {
  readonly code: CidrFaultCode;
  /** What is wrong, with the value given. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
  /** The canonical text, where it is known what was meant. Parses strictly. */
  readonly corrected?: string;
  /** The part that is meant: offsets into the text in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

interface Problem {
  readonly code: CidrFaultCode;
  readonly what: string;
  readonly why: string;
  readonly fix?: string;
  readonly start?: number;
  readonly end?: number;
}

const FORM = 'write an address, a slash and a prefix length, such as 10.0.0.0/16 or 2001:db8::/32';
const ADDRESS_FORM = 'write an address, such as 10.0.0.1 or 2001:db8::1';

/** Says why a text is not strictly a network. Only for texts that `parseCidr` refuses; not fast, and never slow: long texts aren't read. */
export function diagnoseCidr(text: unknown): CidrFault {
  const unread = unreadable(text, 'CIDR');
  return unread === undefined ? toFault(text as string, findProblem(text as string), FORM, correctCidr(text as string)) : toFault('', unread, FORM);
}

/** Says why a text is not strictly an address. Only for texts that `parseAddress` refuses. */
export function diagnoseAddress(text: unknown): CidrFault {
  const unread = unreadable(text, 'address');
  if (unread !== undefined) {
    return toFault('', unread, ADDRESS_FORM);
  }
  const typed = text as string;
  const host = /^[0-9.]+(?=\/32$)|^.+(?=\/128$)/.exec(correctCidr(typed) ?? '')?.[0];
  const address = scanAddress(typed, 0, typed.length);
  const problem = address instanceof ScanFault ? addressProblem(typed, address, typed.length) : mappedProblem(typed);
  return toFault(typed, problem, ADDRESS_FORM, host);
}

function toFault(text: string, { code, what, why, fix, start = 0, end = text.length }: Problem, form: string, corrected?: string): CidrFault {
  const change = fix ?? (corrected === undefined ? form : `write ${corrected}`);
  return { code, what, why, fix: change, ...(corrected !== undefined && { corrected }), start, end };
}

/** Where there is nothing to read, or too much. */
function unreadable(text: unknown, noun: string): Problem | undefined {
  if (typeof text !== 'string') {
    return { code: 'not-text', what: `${noun === 'CIDR' ? 'a CIDR' : 'an address'} is text; this is ${text === null ? 'null' : typeof text}`, why: 'there is nothing to read' };
  }
  if (text === '') {
    return { code: 'empty', what: `the ${noun} is empty`, why: 'there is nothing to read' };
  }
  if (text.length > LONGEST_CIDR) {
    return {
      code: 'too-long',
      what: `${quote(`${text.slice(0, 40)}…`)} is too long: ${text.length} characters`,
      why: `the longest ${noun} has ${noun === 'CIDR' ? 49 : 45}`,
      end: text.length,
    };
  }
  return undefined;
}

/** The text in quotes, control characters escaped. */
function quote(text: string): string {
  return JSON.stringify(text);
}

function findProblem(text: string): Problem {
  const several = text.search(/[,;]/);
  if (several >= 0) {
    return {
      code: 'several',
      what: `${quote(text)} holds more than one value`,
      why: 'a CIDR names one block of addresses',
      fix: 'give each its own CIDR',
      start: several,
      end: several + 1,
    };
  }
  const range = readRange(text);
  if (range !== undefined) {
    return {
      code: 'range',
      what: `${quote(text)} is a range from a first to a last address`,
      why: 'a CIDR names a block that starts and ends at a power of two',
      fix: range.length > 8 ? `write the ${range.length} blocks that make it up, from ${range[0]} to ${range[range.length - 1]}` : `write ${range.join(', ')}`,
    };
  }
  const space = text.search(/\s/);
  if (space >= 0) {
    return { code: 'white-space', what: `${quote(text)} has white space in it`, why: 'Calico refuses it', start: space, end: space + 1 };
  }
  const slash = text.indexOf('/');
  const addressEnd = slash < 0 ? text.length : slash;
  const address = scanAddress(text, 0, addressEnd);
  if (address instanceof ScanFault) {
    return addressProblem(text, address, addressEnd);
  }
  return slash < 0 ? missingLength(text, address) : lengthProblem(text, address, slash + 1) ?? blockProblem(text, address, slash + 1);
}

const ADDRESS_PROBLEMS: Readonly<Record<AddressFault, readonly [what: string, why: string]>> = {
  'not-an-address': ['is no address', 'an IPv4 address has dots, an IPv6 address has colons'],
  'character': ['has a character that no address has', 'IPv4 is decimal digits and dots, IPv6 is hexadecimal digits and colons'],
  'zone': ['has a zone', 'a zone names an interface of one machine; it has no meaning in a cluster, and Calico refuses it'],
  'octet-empty': ['has an empty part between dots', 'an IPv4 address is four numbers from 0 to 255'],
  'octet-leading-zero': ['has a leading zero', 'some programs read such a number as octal, so Calico refuses it'],
  'octet-too-big': ['has a part over 255', 'an IPv4 address is four numbers from 0 to 255'],
  'octets-too-few': ['has fewer than four parts', 'an IPv4 address is four numbers; programs differ in how they fill in the rest, and Calico refuses it'],
  'octets-too-many': ['has more than four parts', 'an IPv4 address is four numbers from 0 to 255'],
  'group-empty': ['has an empty group', 'only :: may stand for groups of zeros'],
  'group-too-long': ['has a group of more than four digits', 'an IPv6 address is eight groups of up to four hexadecimal digits'],
  'groups-too-few': ['has fewer than eight groups', 'an IPv6 address is eight groups; :: stands for groups of zeros'],
  'groups-too-many': ['has more than eight groups', 'an IPv6 address is eight groups'],
  'two-gaps': ['has :: more than once', 'it would not be known how many zeros each stands for'],
  'gap-of-nothing': ['has :: beside eight groups', ':: stands for at least one group of zeros'],
  'dotted-place': ['has a dotted part in the wrong place', 'four decimal numbers may stand only for the last two of the eight groups'],
};

const HEX_DIGIT = /[0-9a-f]/i;

function addressProblem(text: string, fault: ScanFault, addressEnd: number): Problem {
  const [what, why] = ADDRESS_PROBLEMS[fault.reason];
  // The number that is wrong, or the one character; where something is missing, the place.
  let end = Math.min(fault.at + 1, addressEnd);
  while (end < addressEnd && HEX_DIGIT.test(text[end - 1]) && HEX_DIGIT.test(text[end])) {
    end++;
  }
  const wholeAddress = fault.reason === 'not-an-address' || fault.reason === 'zone';
  return { code: fault.reason, what: `${quote(text)} ${what}`, why, start: fault.at, end: wholeAddress ? addressEnd : end };
}

function missingLength(text: string, address: Prefix): Problem {
  const host = unmapped(address);
  return {
    code: 'no-prefix-length',
    what: `${quote(text)} has no prefix length`,
    why: 'a bare address can be meant as one address or as the start of a network',
    fix: `write ${host} for the one address, or the network's own prefix length after the slash`,
    start: text.length,
  };
}

function lengthProblem(text: string, address: Prefix, start: number): Problem | undefined {
  const length = text.slice(start);
  const longest = HOST_LENGTH[address.family];
  if (/^\d+\.\d+\.\d+\.\d+$/.test(length)) {
    return { code: 'netmask', what: `${quote(text)} has a netmask`, why: 'Calico reads a prefix length: how many leading bits of the mask are set', start };
  }
  if (!/^[0-9]+$/.test(length)) {
    const what = length === '' ? 'has nothing after the slash' : `has ${quote(length)} where its prefix length belongs`;
    return { code: 'prefix-length', what: `${quote(text)} ${what}`, why: `a prefix length is a number from 0 to ${longest}`, start };
  }
  if (Number(length) > longest) {
    return {
      code: 'prefix-length-range',
      what: `${quote(text)} has prefix length ${length}`,
      why: `an IPv${address.family} address has ${longest} bits`,
      fix: `write a prefix length from 0 to ${longest}`,
      start,
    };
  }
  if (length.length > 1 && length.startsWith('0')) {
    return { code: 'prefix-length-leading-zero', what: `${quote(text)} has a leading zero in its prefix length`, why: 'programs differ in whether they take it', start };
  }
  return undefined;
}

function blockProblem(text: string, address: Prefix, lengthStart: number): Problem {
  const length = Number(text.slice(lengthStart));
  if (isIpv4Mapped(address)) {
    return mappedProblem(text);
  }
  const network = address.truncate(length);
  return {
    code: 'host-bits',
    what: `${quote(text)} has host bits: the /${length} that ${address.toAddress()} is in starts at ${network.toAddress()}`,
    why: 'Calico refuses it, because it can be meant as the network or as one address',
    fix: `write ${network} for the network, or ${address} for the one address`,
    end: lengthStart - 1,
  };
}

function mappedProblem(text: string): Problem {
  return {
    code: 'ipv4-mapped',
    what: `${quote(text)} is IPv4 in the form of an IPv6 address`,
    why: 'Calico reads it as IPv4, other programs as IPv6',
  };
}
