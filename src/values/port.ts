const HIGHEST_PORT = 65535;
const PORT_NAME_MAX_LENGTH = 15;

/**
 * One port, a range of ports, or a port by its name in the pod.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#ports
 */
export class Port {
  /** Port 0: the server of a configuration isn't started. Only for fields that say so; no rule takes it. */
  public static readonly NONE = new Port(0);

  /**
   * One port.
   *
   * @param port from 1 to 65535
   * @throws where the number is no port
   */
  public static of(port: number): Port {
    checkNumber(port, 'Port.of');
    return new Port(port);
  }

  /**
   * All ports from the first to the last, both included.
   *
   * @param first from 1 to 65535
   * @param last from `first` to 65535
   * @throws where a number is no port, or the last comes before the first
   */
  public static range(first: number, last: number): Port {
    checkNumber(first, 'Port.range');
    checkNumber(last, 'Port.range');
    if (last < first) {
      throw new Error(`Port.range: ${first} to ${last} runs backwards; write Port.range(${last}, ${first})`);
    }
    return new Port(`${first}:${last}`);
  }

  /**
   * The port that a container declares under this name. It may be another number in each pod; a rule with a name matches pods of the
   * cluster only, no outside address.
   *
   * @param name 1 to 15 lower case letters, digits and dashes, with at least one letter
   * @throws where Kubernetes would not take the name
   */
  public static named(name: string): Port {
    const fault = portNameFault(name);
    if (fault !== undefined) {
      throw new Error(`Port.named: ${JSON.stringify(name)} is no port name: ${fault}`);
    }
    return new Port(name);
  }

  private constructor(private readonly value: number | string) {}

  /** The port as the manifest has it: `8080`, `8000:8999` or `http`. */
  public toString(): string {
    return String(this.value);
  }

  /** @internal */
  public _toManifest(): number | string {
    return this.value;
  }
}

function checkNumber(port: number, factory: string): void {
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
    throw new Error(`${factory}: ${port} is no port: it is a whole number from 1 to ${HIGHEST_PORT}`);
  }
}

/** Kubernetes' rule for port names (apimachinery `validation.IsValidPortName`), which Calico shares. */
function portNameFault(name: string): string | undefined {
  if (name.length < 1 || name.length > PORT_NAME_MAX_LENGTH) {
    return `it has ${name.length} characters, allowed are 1 to ${PORT_NAME_MAX_LENGTH}`;
  }
  if (!/^[a-z0-9-]+$/.test(name)) {
    return 'it may hold lower case letters, digits and dashes only';
  }
  if (!/[a-z]/.test(name)) {
    return 'it needs at least one letter';
  }
  if (name.startsWith('-') || name.endsWith('-') || name.includes('--')) {
    return 'a dash stands between letters or digits, one at a time';
  }
  return undefined;
}
