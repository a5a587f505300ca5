import { Port } from './port';
import { Protocol } from './protocol';

/**
 * A name for a port of a host, by which rules can match it: `Port.named('ssh')`.
 */
export class HostPort {
  /**
   * A TCP port.
   *
   * @param name as `Port.named` takes it
   * @param port from 1 to 65535
   * @throws where name or number are refused
   */
  public static tcp(name: string, port: number): HostPort {
    return new HostPort(name, Protocol.TCP, port);
  }

  /**
   * A UDP port.
   *
   * @param name as `Port.named` takes it
   * @param port from 1 to 65535
   * @throws where name or number are refused
   */
  public static udp(name: string, port: number): HostPort {
    return new HostPort(name, Protocol.UDP, port);
  }

  /**
   * An SCTP port.
   *
   * @param name as `Port.named` takes it
   * @param port from 1 to 65535
   * @throws where name or number are refused
   */
  public static sctp(name: string, port: number): HostPort {
    return new HostPort(name, Protocol.SCTP, port);
  }

  private readonly name: Port;
  private readonly port: Port;

  private constructor(name: string, private readonly protocol: Protocol, port: number) {
    this.name = Port.named(name);
    this.port = Port.of(port);
  }

  /** Such as `ssh: TCP 22`. */
  public toString(): string {
    return `${this.name}: ${this.protocol} ${this.port}`;
  }

  /** @internal */
  public _toManifest(): any {
    return { name: this.name.toString(), port: this.port._toManifest(), protocol: this.protocol._toManifest() };
  }
}
