/** The size of packets that pods send. */
export class Mtu {
  /** Calico looks at the node's interfaces and at the encapsulation, and takes what fits. */
  public static auto(): Mtu {
    return new Mtu(undefined, undefined);
  }

  /**
   * Pods get exactly this MTU.
   *
   * @throws where it is no whole number from 1280 to 65535
   */
  public static of(bytes: number): Mtu {
    return new Mtu(checked('Mtu.of', bytes), undefined);
  }

  /**
   * What is left of the network between the nodes after what the install adds to a packet: 20 bytes for IP in IP, 50 for VXLAN and eBPF
   * (70 over IPv6), 60 for WireGuard (80 over IPv6); the greatest of those in use.
   *
   * @param bytes the MTU of that network, such as 1500, or 9001 inside a VPC of AWS
   * @throws where it is no whole number from 1360 to 65535
   */
  public static ofLink(bytes: number): Mtu {
    return new Mtu(undefined, checked('Mtu.ofLink', bytes, MOST_OVERHEAD));
  }

  private constructor(private readonly exact: number | undefined, private readonly link: number | undefined) {}

  /**
   * The MTU of pods, or undefined where Calico finds it.
   * @internal
   */
  public _of(overhead: number): number | undefined {
    return this.link === undefined ? this.exact : this.link - overhead;
  }
}

/** IPv6 asks for links of at least 1280 bytes (RFC 8200, section 5), and pods may get IPv6 later. */
const LEAST = 1280;
const MOST_OVERHEAD = 80;

function checked(factory: string, bytes: number, overhead = 0): number {
  if (!Number.isInteger(bytes) || bytes < LEAST + overhead || bytes > 65535) {
    throw new Error(`${factory}: ${bytes} is no MTU: it is a whole number from ${LEAST + overhead} to 65535`);
  }
  return bytes;
}
