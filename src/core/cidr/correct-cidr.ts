/**
 * What was meant by a text that is no network. Nothing here is fast: it runs once for each fault, on short text.
 *
 * This is where ip-num serves: its `IPv4Mask` knows which netmasks are masks. It isn't used to read, sort or compare: it takes
 * `10.0.0.5/16`, `/08` and zones, refuses IPv4-mapped addresses, and builds a bigint and an array of objects for every address.
 */
import { IPv4Mask } from 'ip-num';
import { isIpv4Mapped, unmapped } from './calico-reading';
import { Prefix } from './prefix';
import { readRange } from './range-text';
import { scanAddress } from './scan-address';

/** Canonical text of the one network that the text can mean, or undefined. For texts up to `LONGEST_CIDR`. */
export function correctCidr(text: string): string | undefined {
  const range = readRange(text);
  if (range !== undefined) {
    return range.length === 1 ? range[0].toString() : undefined;
  }
  // Compatibility forms first: full-width digits and slashes, as they come from word processors.
  const [, addressText, lengthText] = /^[\s"'`[(]*([^\s/"'`[\]()]+)[\s\])]*(?:\/\s*([^\s"'`/]+))?[\s"'`\])]*$/.exec(text.normalize('NFKC')) ?? [];
  if (addressText === undefined) {
    return undefined;
  }
  const length = lengthText === undefined ? undefined : correctLength(lengthText);
  if (Number.isNaN(length)) {
    return undefined;
  }
  const full = correctAddress(addressText, length);
  const address = scanAddress(full, 0, full.length);
  return address instanceof Prefix ? correctBlock(address, length) : undefined;
}

/** The prefix length of digits or of a netmask, or NaN. */
function correctLength(text: string): number {
  if (/^[0-9]+$/.test(text)) {
    return Number(text);
  }
  try {
    return IPv4Mask.fromDecimalDottedString(text).prefix;
  } catch {
    return NaN;
  }
}

/** Drops a zone and leading zeros, and fills up `10.0/16` with the zeros that its prefix length shows are meant. */
function correctAddress(text: string, length: number | undefined): string {
  if (text.includes(':')) {
    return text.replace(/%.*$/, '');
  }
  const octets = text.split('.').map((octet) => octet.replace(/^0+(?=[0-9])/, ''));
  while (length !== undefined && octets.length < 4 && octets.length * 8 >= length) {
    octets.push('0');
  }
  return octets.join('.');
}

function correctBlock(address: Prefix, length: number | undefined): string | undefined {
  if (length === undefined) {
    return unmapped(address).toString();
  }
  if (length > address.length) {
    return undefined;
  }
  if (isIpv4Mapped(address) && length < 96) {
    // `::ffff:10.0.0.0/8` counts the bits of IPv4. In between, nobody knows.
    return length > 32 ? undefined : Prefix.of(4, address.w3, 0, 0, 0, length).toString();
  }
  return unmapped(address.truncate(length)).toString();
}
