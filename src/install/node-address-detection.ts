import { Cidr } from '../values/cidr';
import { IpAddress } from '../values/ip-address';

/** How calico-node finds the address by which other nodes reach its node. With one network interface a node, the default does. */
export class NodeAddressDetection {
  /** The first address of an interface that isn't a local or container one. */
  public static firstFound(): NodeAddressDetection {
    return new NodeAddressDetection('first-found', 'firstFound', true);
  }

  /** The address that Kubernetes has for the node, its `InternalIP`. */
  public static kubernetesInternalIp(): NodeAddressDetection {
    return new NodeAddressDetection('kubernetes-internal-ip', 'kubernetes', 'NodeInternalIP');
  }

  /** The address of the interface over which packets to an address go out. */
  public static canReach(address: IpAddress): NodeAddressDetection {
    return new NodeAddressDetection(`can-reach=${address}`, 'canReach', address.toString());
  }

  /**
   * The first interface whose name a regular expression matches.
   *
   * @param expression in Go's syntax, several joined by commas, such as `eth.*,ens.*`
   */
  public static interfaceMatching(expression: string): NodeAddressDetection {
    return new NodeAddressDetection(`interface=${given('interfaceMatching', expression)}`, 'interface', expression);
  }

  /**
   * The first interface whose name a regular expression doesn't match.
   *
   * @param expression in Go's syntax, several joined by commas, such as `docker.*,br-.*`
   */
  public static interfaceNotMatching(expression: string): NodeAddressDetection {
    return new NodeAddressDetection(`skip-interface=${given('interfaceNotMatching', expression)}`, 'skipInterface', expression);
  }

  /** The first address that lies in one of these blocks: the surest way where nodes have several networks. */
  public static inCidrs(...cidrs: Cidr[]): NodeAddressDetection {
    if (cidrs.length === 0) {
      throw new Error('NodeAddressDetection.inCidrs: no block is given: give at least one');
    }
    const texts = cidrs.map((cidr) => cidr.toString());
    return new NodeAddressDetection(`cidr=${texts.join(',')}`, 'cidrs', texts);
  }

  private constructor(
    /** The value of calico-node's variable `IP_AUTODETECTION_METHOD`. */
    public readonly method: string,
    private readonly field: string,
    private readonly value: unknown,
  ) {}

  /**
   * As the Installation has it.
   * @internal
   */
  public _toInstallation(): object {
    return { [this.field]: this.value };
  }
}

function given(factory: string, expression: string): string {
  if (expression === '') {
    throw new Error(`NodeAddressDetection.${factory}: the expression is empty: it would match every interface; name some, such as "eth.*"`);
  }
  return expression;
}
