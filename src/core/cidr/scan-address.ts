import { Prefix } from './prefix';

/** Why a text is no address. */
export type AddressFault =
  | 'not-an-address' | 'character' | 'zone'
  | 'octet-empty' | 'octet-leading-zero' | 'octet-too-big' | 'octets-too-few' | 'octets-too-many'
  | 'group-empty' | 'group-too-long' | 'groups-too-few' | 'groups-too-many' | 'two-gaps' | 'gap-of-nothing' | 'dotted-place';

/** Where reading an address stopped, and why. */
export class ScanFault {
  constructor(
    readonly reason: AddressFault,
    /** Offset into the whole text. */
    readonly at: number,
  ) {}
}

const COLON = 0x3a;
const DOT = 0x2e;
const PERCENT = 0x25;

/** The groups of the IPv6 address that is being read. Nothing here calls back, so one buffer serves all. */
const groups = new Uint16Array(8);

/**
 * Reads the address between two offsets as Go's `netip.ParseAddr` does, which is under everything in Calico that reads addresses:
 * four decimal octets without leading zeros, or RFC 4291 text with at most one `::` that stands for at least one group, with the last two groups
 * dotted if you like. Zones are refused, as Go's `net.ParseIP` and `net.ParseCIDR` do. One pass, linear, on UTF-16 code units: only ASCII can pass.
 *
 * An IPv4-mapped address (`::ffff:10.0.0.1`) comes back as IPv6; what it means is decided by who asked.
 */
export function scanAddress(text: string, start: number, end: number): Prefix | ScanFault {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      const word = scanOctets(text, start, end);
      return typeof word === 'number' ? Prefix.of(4, word, 0, 0, 0, 32) : word;
    }
    if (code === COLON) {
      return scanGroups(text, start, end);
    }
    if (code === PERCENT) {
      return new ScanFault('zone', at);
    }
  }
  return new ScanFault('not-an-address', start);
}

/** Four decimal octets to one word. */
function scanOctets(text: string, start: number, end: number): number | ScanFault {
  let word = 0;
  let octets = 0;
  let octet = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      if (digits === 1 && octet === 0) {
        return new ScanFault('octet-leading-zero', at - 1);
      }
      octet = octet * 10 + code - 0x30;
      digits++;
      if (octet > 255) {
        return new ScanFault('octet-too-big', at + 1 - digits);
      }
    } else if (code === DOT) {
      if (digits === 0 || at === end - 1) {
        return new ScanFault('octet-empty', at);
      }
      if (octets === 3) {
        return new ScanFault('octets-too-many', at);
      }
      word = (word << 8) | octet;
      octets++;
      octet = 0;
      digits = 0;
    } else {
      return new ScanFault(code === PERCENT ? 'zone' : 'character', at);
    }
  }
  return octets < 3 ? new ScanFault('octets-too-few', end) : (word << 8) | octet;
}

/** The value of a hexadecimal digit, or -1. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) {
    return code - 0x30;
  }
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1;
}

/** Hexadecimal groups to four words. */
function scanGroups(text: string, start: number, whole: number): Prefix | ScanFault {
  let end = start;
  while (end < whole && text.charCodeAt(end) !== PERCENT) {
    end++;
  }
  if (end < whole) {
    return new ScanFault('zone', end);
  }
  let at = start;
  let count = 0;
  /** How many groups stand before `::`. */
  let gap = -1;
  if (text.charCodeAt(at) === COLON && at + 1 < end && text.charCodeAt(at + 1) === COLON) {
    gap = 0;
    at += 2;
  }
  while (at < end) {
    if (count === 8) {
      return new ScanFault('groups-too-many', at);
    }
    const groupStart = at;
    let group = 0;
    for (let digit; at < end && (digit = hexDigit(text.charCodeAt(at))) >= 0; at++) {
      if (at - groupStart === 4) {
        return new ScanFault('group-too-long', groupStart);
      }
      group = (group << 4) | digit;
    }
    if (at < end && at > groupStart && text.charCodeAt(at) === DOT) {
      if (gap < 0 ? count !== 6 : count > 6) {
        return new ScanFault('dotted-place', groupStart);
      }
      const word = scanOctets(text, groupStart, end);
      if (typeof word !== 'number') {
        return word;
      }
      groups[count] = word >>> 16;
      groups[count + 1] = word & 0xffff;
      count += 2;
      break;
    }
    if (at === groupStart) {
      return new ScanFault(text.charCodeAt(at) === COLON ? (gap < 0 ? 'group-empty' : 'two-gaps') : 'character', at);
    }
    groups[count++] = group;
    if (at === end) {
      break;
    }
    if (text.charCodeAt(at) !== COLON) {
      return new ScanFault('character', at);
    }
    at++;
    if (at === end) {
      return new ScanFault('group-empty', at);
    }
    if (text.charCodeAt(at) === COLON) {
      if (gap >= 0) {
        return new ScanFault('two-gaps', at - 1);
      }
      gap = count;
      at++;
    }
  }
  if (gap < 0) {
    if (count < 8) {
      return new ScanFault('groups-too-few', end);
    }
  } else if (count === 8) {
    return new ScanFault('gap-of-nothing', start);
  } else {
    groups.copyWithin(8 - (count - gap), gap, count);
    groups.fill(0, gap, 8 - (count - gap));
  }
  return Prefix.of(
    6, (groups[0] << 16) | groups[1], (groups[2] << 16) | groups[3], (groups[4] << 16) | groups[5], (groups[6] << 16) | groups[7], 128);
}
