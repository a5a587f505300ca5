import { IpFamily } from './ip-family';
import { parseAddress, Prefix } from '../core/cidr';

/**
 * One IPv4 or IPv6 address.
 */
export class IpAddress {
  /**
   * Parses an address, strictly. Any spelling of an IPv6 address is taken; it prints in canonical form (RFC 5952).
   *
   * @param text such as `192.0.2.1` or `2001:db8::1`
   * @throws with the reason where the text is no address: a prefix length, leading zeros, a zone, anything else
   */
  public static parse(text: string): IpAddress {
    const address = parseAddress(text);
    if (!(address instanceof Prefix)) {
      throw new Error(`IpAddress.parse: ${address.what}\n  why  ${address.why}\n  fix  ${address.fix}`);
    }
    return new IpAddress(address);
  }

  private constructor(private readonly address: Prefix) {}

  /** Whether the address is IPv4 or IPv6. */
  public get family(): IpFamily {
    return this.address.family === 4 ? IpFamily.IPV4 : IpFamily.IPV6;
  }

  /** The address in canonical form. */
  public toString(): string {
    return this.address.toAddress();
  }
}
