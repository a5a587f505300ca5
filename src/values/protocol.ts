const HIGHEST_NUMBER = 255;

/**
 * An IP protocol, by Calico's name or by its number.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#rule
 */
export class Protocol {
  /** TCP, protocol 6. Takes ports. */
  public static readonly TCP = new Protocol('TCP');

  /** UDP, protocol 17. Takes ports. */
  public static readonly UDP = new Protocol('UDP');

  /** SCTP, protocol 132. Takes ports. */
  public static readonly SCTP = new Protocol('SCTP');

  /** ICMP for IPv4, protocol 1. Takes a type and code. */
  public static readonly ICMP = new Protocol('ICMP');

  /** ICMP for IPv6, protocol 58. Takes a type and code. */
  public static readonly ICMPV6 = new Protocol('ICMPv6');

  /** UDPLite, protocol 136. Takes no ports in Calico. */
  public static readonly UDPLITE = new Protocol('UDPLite');

  /**
   * A protocol by its number at IANA. Calico doesn't connect a number with its name: write `Protocol.ICMP`, not `ofNumber(1)`, where a
   * rule has ICMP fields.
   *
   * @param protocolNumber from 1 to 255
   * @throws where the number is no protocol
   */
  public static ofNumber(protocolNumber: number): Protocol {
    if (!Number.isInteger(protocolNumber) || protocolNumber < 1 || protocolNumber > HIGHEST_NUMBER) {
      throw new Error(`Protocol.ofNumber: ${protocolNumber} is no protocol: it is a whole number from 1 to ${HIGHEST_NUMBER}`);
    }
    return new Protocol(protocolNumber);
  }

  private constructor(private readonly value: number | string) {}

  /** The protocol as the manifest has it: `TCP`, or `47`. */
  public toString(): string {
    return String(this.value);
  }

  /** @internal */
  public _toManifest(): number | string {
    return this.value;
  }
}
