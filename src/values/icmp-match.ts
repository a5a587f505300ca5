const HIGHEST_TYPE = 254;
const HIGHEST_CODE = 255;

/**
 * ICMP messages of one type, and of one code if given. Use it with `Protocol.ICMP` or `Protocol.ICMPV6`.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#icmp
 */
export class IcmpMatch {
  /**
   * All messages of a type.
   *
   * @param type from 0 to 254
   * @param code from 0 to 255. @default - every code
   * @throws where a number is out of range
   */
  public static ofType(type: number, code?: number): IcmpMatch {
    check('type', type, HIGHEST_TYPE);
    if (code !== undefined) {
      check('code', code, HIGHEST_CODE);
    }
    return new IcmpMatch(type, code);
  }

  private constructor(
    /** The message type, from 0 to 254. */
    public readonly type: number,
    /** The code, from 0 to 255. @default - every code */
    public readonly code?: number,
  ) {}

  /** @internal */
  public _toManifest(): Record<string, number> {
    return this.code === undefined ? { type: this.type } : { type: this.type, code: this.code };
  }
}

function check(what: string, value: number, highest: number): void {
  if (!Number.isInteger(value) || value < 0 || value > highest) {
    throw new Error(`IcmpMatch.ofType: ${value} is no ICMP ${what}: it is a whole number from 0 to ${highest}`);
  }
}
