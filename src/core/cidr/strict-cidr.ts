import { isIpv4Mapped } from './calico-reading';
import { CidrFault, diagnoseAddress, diagnoseCidr, LONGEST_CIDR } from './diagnose-cidr';
import { Prefix } from './prefix';
import { scanAddress } from './scan-address';

/**
 * Parses a network strictly: an IPv4 or IPv6 address, a slash, a prefix length, nothing else. Refused with the reason, and with the
 * canonical form where it is known what was meant: host bits, a missing or zero-padded prefix length, leading zeros in an octet, zones,
 * IPv4-mapped addresses, white space. Any RFC 4291 spelling of an IPv6 network is taken; it prints in canonical form.
 *
 * Why stricter than Calico (`readCidr`): each of these is read differently by some tool between the keyboard and the kernel.
 */
export function parseCidr(text: string): Prefix | CidrFault {
  if (typeof text !== 'string' || text.length > LONGEST_CIDR) {
    return diagnoseCidr(text);
  }
  const slash = text.indexOf('/');
  const address = scanAddress(text, 0, slash < 0 ? 0 : slash);
  if (!(address instanceof Prefix)) {
    return diagnoseCidr(text);
  }
  const length = scanStrictLength(text, slash + 1);
  if (length < 0 || length > address.length) {
    return diagnoseCidr(text);
  }
  const network = address.truncate(length);
  return isIpv4Mapped(network) || !network.startsAt(address) ? diagnoseCidr(text) : network;
}

/** Parses strictly, or gives undefined where the reason doesn't matter. */
export function tryCidr(text: string): Prefix | undefined {
  const parsed = parseCidr(text);
  return parsed instanceof Prefix ? parsed : undefined;
}

/** Parses one address strictly, to the block of that address: no prefix length, no zone, no IPv4-mapped form. */
export function parseAddress(text: string): Prefix | CidrFault {
  if (typeof text !== 'string' || text.length > LONGEST_CIDR) {
    return diagnoseAddress(text);
  }
  const address = scanAddress(text, 0, text.length);
  return address instanceof Prefix && !isIpv4Mapped(address) ? address : diagnoseAddress(text);
}

/** One to three digits to the end of the text, without leading zeros; or -1. */
function scanStrictLength(text: string, start: number): number {
  const digits = text.length - start;
  if (digits < 1 || digits > 3 || (digits > 1 && text.charCodeAt(start) === 0x30)) {
    return -1;
  }
  let length = 0;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    length = length * 10 + digit;
  }
  return length;
}
