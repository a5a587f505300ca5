import { Cidr } from './cidr';
import { Port } from './port';

/**
 * A port that no policy can close, so that nobody is locked out of a host.
 */
export class FailsafePort {
  /** Calico's ports to a host: SSH 22, BGP 179, etcd 2379, 2380, 6666 and 6667, Typha 5473, Kubernetes 6443, and DHCP 68. */
  public static get inboundDefaults(): FailsafePort[] {
    return [...[22, 179, 2379, 2380, 5473, 6443, 6666, 6667].map((port) => FailsafePort.tcp(port)), FailsafePort.udp(68)];
  }

  /** Calico's ports from a host: BGP 179, etcd 2379, 2380, 6666 and 6667, Typha 5473, Kubernetes 6443, DNS 53 and DHCP 67. */
  public static get outboundDefaults(): FailsafePort[] {
    return [...[179, 2379, 2380, 5473, 6443, 6666, 6667].map((port) => FailsafePort.tcp(port)), FailsafePort.udp(53), FailsafePort.udp(67)];
  }

  /**
   * A TCP port.
   *
   * @param port from 1 to 65535
   * @param net the other end. @default - any address
   * @throws where the number is no port
   */
  public static tcp(port: number, net?: Cidr): FailsafePort {
    return new FailsafePort('TCP', Port.of(port), net);
  }

  /**
   * A UDP port.
   *
   * @param port from 1 to 65535
   * @param net the other end. @default - any address
   * @throws where the number is no port
   */
  public static udp(port: number, net?: Cidr): FailsafePort {
    return new FailsafePort('UDP', Port.of(port), net);
  }

  /**
   * An SCTP port.
   *
   * @param port from 1 to 65535
   * @param net the other end. @default - any address
   * @throws where the number is no port
   */
  public static sctp(port: number, net?: Cidr): FailsafePort {
    return new FailsafePort('SCTP', Port.of(port), net);
  }

  private constructor(private readonly protocol: string, private readonly port: Port, private readonly net?: Cidr) {}

  /** Such as `TCP 22` or `TCP 22 from or to 10.0.0.0/8`. */
  public toString(): string {
    return `${this.protocol} ${this.port}${this.net ? ` from or to ${this.net}` : ''}`;
  }

  /** @internal */
  public _toManifest(): any {
    return { protocol: this.protocol, port: this.port._toManifest(), ...(this.net && { net: this.net.toString() }) };
  }
}
