import { Prefix } from './prefix';
import { Family } from './print-address';
import { scanAddress } from './scan-address';

/**
 * A network as Calico's own code reads it (libcalico-go/lib/net, `ParseCIDR`, `ParseIP` and `ParseCIDROrIP`, on Go's net package).
 * Looser than `parseCidr`: host bits stay, `/08` is `/8`, and an IPv4-mapped IPv6 address is an IPv4 address.
 */
export interface CalicoReading {
  /** The address before the slash, as a block of full length. IPv4 when it is IPv4-mapped, whatever its prefix length. */
  readonly address: Prefix;
  /** The network around it. IPv6 when it is written as mapped and its prefix length is under 96. */
  readonly network: Prefix;
  /** The prefix length as Calico counts it: of 128 bits where the text is IPv6, so 104 for `::ffff:10.0.0.0/104`. */
  readonly maskLength: number;
  /** Of how many bits: 32 or 128. */
  readonly maskBits: number;
}

/** Whether the text is `::ffff:a.b.c.d`, in any spelling: Go takes such an address for IPv4 (`net.IP.To4`). */
export function isIpv4Mapped(block: Prefix): boolean {
  return block.family === 6 && block.length >= 96 && block.w0 === 0 && block.w1 === 0 && block.w2 === 0xffff;
}

/** The IPv4 block that an IPv4-mapped block stands for; any other block as it is. */
export function unmapped(block: Prefix): Prefix {
  return isIpv4Mapped(block) ? Prefix.of(4, block.w3, 0, 0, 0, block.length - 96) : block;
}

/**
 * A decimal number as Go's net package reads a prefix length (`dtoi`): digits only, leading zeros taken, or -1.
 * Linear, and no number grows past `limit`.
 */
function scanLength(text: string, start: number, limit: number): number {
  let length = 0;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    length = length * 10 + digit;
    if (length > limit) {
      return -1;
    }
  }
  return start === text.length ? -1 : length;
}

/** Reads an address as Calico does, or undefined where Calico refuses it. */
export function readAddress(text: string): Prefix | undefined {
  const address = scanAddress(text, 0, text.length);
  return address instanceof Prefix ? unmapped(address) : undefined;
}

/** Reads address, slash and prefix length as Calico does, or undefined where Calico refuses it. */
export function readCidr(text: string): CalicoReading | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) {
    return undefined;
  }
  const address = scanAddress(text, 0, slash);
  if (!(address instanceof Prefix)) {
    return undefined;
  }
  const maskLength = scanLength(text, slash + 1, address.length);
  if (maskLength < 0) {
    return undefined;
  }
  return { address: unmapped(address), network: unmapped(address.truncate(maskLength)), maskLength, maskBits: address.length };
}

/** Reads a network, or a bare address as the block of that address, as Calico does. Empty text gives undefined: see `isNet`. */
export function readCidrOrAddress(text: string): CalicoReading | undefined {
  const cidr = readCidr(text);
  if (cidr !== undefined) {
    return cidr;
  }
  const address = readAddress(text);
  return address && { address, network: address, maskLength: address.length, maskBits: address.length };
}

/**
 * Whether Calico's validator takes the text where host bits don't matter (libcalico-go/lib/validator/v3, `validateCIDR`),
 * optionally of one family only (`ValidateCIDRv4`, `ValidateCIDRv6`). Empty text passes the first and fails the second:
 * Go unmarshals it to an address without bytes.
 */
export function isNet(text: string, family?: Family): boolean {
  if (text === '') {
    return family === undefined;
  }
  const reading = readCidrOrAddress(text);
  return reading !== undefined && (family === undefined || reading.address.family === family);
}

/** Whether it takes the text where host bits are refused (`validateIPNetwork`; of one family: `ValidateIPv4Network`, `ValidateIPv6Network`). */
export function isMaskedNet(text: string, family?: Family): boolean {
  return isNet(text, family) && (text === '' || isMasked(readCidrOrAddress(text)!));
}

/** Whether the network starts at the address that was written: Calico compares the texts of the two addresses. */
export function isMasked(reading: CalicoReading): boolean {
  return reading.network.startsAt(reading.address);
}
