import { AllowedTraffic } from '../core/manifests';

const TCP = 6;
const UDP = 17;
const IP_IN_IP = 4;
const HIGHEST_PORT = 65535;

/** Packets that the network between the nodes lets through, in both directions. */
export class UnderlayTraffic {
  /** Everything: the network is open between the nodes. */
  public static readonly ALL = new UnderlayTraffic('all', { protocol: undefined, firstPort: 0, lastPort: HIGHEST_PORT });

  /** IP protocol 4, IP in IP. Firewalls that name TCP and UDP alone drop it. */
  public static readonly IP_IN_IP = new UnderlayTraffic('ipip', { protocol: IP_IN_IP, firstPort: 0, lastPort: HIGHEST_PORT });

  /**
   * A TCP port, or all from the first to the last.
   *
   * @param port from 1 to 65535
   * @param lastPort from `port` to 65535. @default - the same port
   * @throws where a number is no port, or the last comes before the first
   */
  public static tcp(port: number, lastPort: number = port): UnderlayTraffic {
    return ports('tcp', TCP, port, lastPort);
  }

  /**
   * A UDP port, or all from the first to the last.
   *
   * @param port from 1 to 65535
   * @param lastPort from `port` to 65535. @default - the same port
   * @throws where a number is no port, or the last comes before the first
   */
  public static udp(port: number, lastPort: number = port): UnderlayTraffic {
    return ports('udp', UDP, port, lastPort);
  }

  /**
   * Reads what a plan file has: `tcp/179`, `udp/51820-51821`, `ipip` or `all`.
   *
   * @throws where the text is none of these
   */
  public static parse(text: string): UnderlayTraffic {
    if (text === 'all') {
      return UnderlayTraffic.ALL;
    }
    if (text === 'ipip') {
      return UnderlayTraffic.IP_IN_IP;
    }
    const match = /^(tcp|udp)\/(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
    if (match === null) {
      throw new Error(`UnderlayTraffic.parse: ${JSON.stringify(text)} is no traffic: write tcp/179, udp/51820-51821, ipip or all`);
    }
    const [, protocol, first, last = first] = match;
    return protocol === 'tcp' ? UnderlayTraffic.tcp(Number(first), Number(last)) : UnderlayTraffic.udp(Number(first), Number(last));
  }

  /** @internal */
  public static _of(text: string, plain: AllowedTraffic): UnderlayTraffic {
    return new UnderlayTraffic(text, plain);
  }

  private constructor(private readonly text: string, private readonly plain: AllowedTraffic) {}

  /** As `parse` reads it. */
  public toString(): string {
    return this.text;
  }

  /** @internal */
  public _toPlan(): AllowedTraffic {
    return this.plain;
  }
}

function ports(name: 'tcp' | 'udp', protocol: number, firstPort: number, lastPort: number): UnderlayTraffic {
  for (const port of [firstPort, lastPort]) {
    if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
      throw new Error(`UnderlayTraffic.${name}: ${port} is no port: it is a whole number from 1 to ${HIGHEST_PORT}`);
    }
  }
  if (lastPort < firstPort) {
    throw new Error(`UnderlayTraffic.${name}: ${firstPort} to ${lastPort} runs backwards; write UnderlayTraffic.${name}(${lastPort}, ${firstPort})`);
  }
  return UnderlayTraffic._of(`${name}/${firstPort}${lastPort === firstPort ? '' : `-${lastPort}`}`, { protocol, firstPort, lastPort });
}
