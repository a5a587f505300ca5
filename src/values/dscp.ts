const HIGHEST = 63;

/**
 * The DSCP value of packets: how routers on their way are asked to treat them (RFC 2474).
 */
export class Dscp {
  /** No special treatment, value 0. */
  public static readonly DF = new Dscp('DF');
  /** Expedited forwarding, value 46: little delay and loss. */
  public static readonly EF = new Dscp('EF');
  /** Assured forwarding, class 1, low drop probability: value 10. */
  public static readonly AF11 = new Dscp('AF11');
  /** Assured forwarding, class 1, medium drop probability: value 12. */
  public static readonly AF12 = new Dscp('AF12');
  /** Assured forwarding, class 1, high drop probability: value 14. */
  public static readonly AF13 = new Dscp('AF13');
  /** Assured forwarding, class 2, low drop probability: value 18. */
  public static readonly AF21 = new Dscp('AF21');
  /** Assured forwarding, class 2, medium drop probability: value 20. */
  public static readonly AF22 = new Dscp('AF22');
  /** Assured forwarding, class 2, high drop probability: value 22. */
  public static readonly AF23 = new Dscp('AF23');
  /** Assured forwarding, class 3, low drop probability: value 26. */
  public static readonly AF31 = new Dscp('AF31');
  /** Assured forwarding, class 3, medium drop probability: value 28. */
  public static readonly AF32 = new Dscp('AF32');
  /** Assured forwarding, class 3, high drop probability: value 30. */
  public static readonly AF33 = new Dscp('AF33');
  /** Assured forwarding, class 4, low drop probability: value 34. */
  public static readonly AF41 = new Dscp('AF41');
  /** Assured forwarding, class 4, medium drop probability: value 36. */
  public static readonly AF42 = new Dscp('AF42');
  /** Assured forwarding, class 4, high drop probability: value 38. */
  public static readonly AF43 = new Dscp('AF43');
  /** Class selector 0, value 0. */
  public static readonly CS0 = new Dscp('CS0');
  /** Class selector 1, value 8. */
  public static readonly CS1 = new Dscp('CS1');
  /** Class selector 2, value 16. */
  public static readonly CS2 = new Dscp('CS2');
  /** Class selector 3, value 24. */
  public static readonly CS3 = new Dscp('CS3');
  /** Class selector 4, value 32. */
  public static readonly CS4 = new Dscp('CS4');
  /** Class selector 5, value 40. */
  public static readonly CS5 = new Dscp('CS5');
  /** Class selector 6, value 48. */
  public static readonly CS6 = new Dscp('CS6');

  /**
   * A value as it is.
   *
   * @param value from 0 to 63
   * @throws where the number is out of range
   */
  public static of(value: number): Dscp {
    if (!Number.isInteger(value) || value < 0 || value > HIGHEST) {
      throw new Error(`Dscp.of: ${value} is no DSCP value: it is a whole number from 0 to ${HIGHEST}`);
    }
    return new Dscp(value);
  }

  private constructor(private readonly value: number | string) {}

  /** The value as the manifest has it: `46`, or `EF`. */
  public toString(): string {
    return String(this.value);
  }

  /** @internal */
  public _toManifest(): number | string {
    return this.value;
  }
}
