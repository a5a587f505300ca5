import { IpAddress } from './ip-address';
import { IpFamily } from './ip-family';
import { Port } from './port';
import { portNumber } from './port-number';

/**
 * The address of a BGP peer, with the TCP port if it isn't 179.
 */
export class PeerAddress {
  /**
   * An address and, if given, a port.
   *
   * @param address such as `192.0.2.1` or `2001:db8::1`
   * @param port one port by its number. @default - the peer listens on 179, as BGP has it
   * @throws where the text is no address, or the port is a range or a name
   */
  public static of(address: string, port?: Port): PeerAddress {
    return new PeerAddress(IpAddress.parse(address), port);
  }

  /**
   * An address with or without port from text.
   *
   * @param text such as `192.0.2.1`, `192.0.2.1:1790` or `[2001:db8::1]:1790`
   * @throws where the text is no such address
   */
  public static parse(text: string): PeerAddress {
    const withPort = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
    return withPort === null ? PeerAddress.of(text) : PeerAddress.of(withPort[1] ?? withPort[2], Port.of(Number(withPort[3])));
  }

  private constructor(private readonly address: IpAddress, private readonly port?: Port) {
    if (port !== undefined) {
      portNumber(port, 'PeerAddress');
    }
  }

  /** Whether the address is IPv4 or IPv6. */
  public get family(): IpFamily {
    return this.address.family;
  }

  /** The address as the manifest has it: `192.0.2.1`, `192.0.2.1:1790` or `[2001:db8::1]:1790`. */
  public toString(): string {
    if (this.port === undefined) {
      return this.address.toString();
    }
    return this.family === IpFamily.IPV4 ? `${this.address}:${this.port}` : `[${this.address}]:${this.port}`;
  }
}
