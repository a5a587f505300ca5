const HIGHEST = 2 ** 32 - 1;
const HIGHEST_HALF = 65_535;

/**
 * The number of an autonomous system of BGP: 1 to 4294967295. Numbers from 64512 to 65534 and from 4200000000 to 4294967294 are free for
 * private use (RFC 6996).
 *
 * Manifests hold it as a plain number: an API server with Calico's native CRDs refuses the text that calicoctl takes.
 */
export class AsNumber {
  /**
   * An AS number as it is.
   *
   * @param asNumber from 1 to 4294967295
   * @throws where the number is no AS number
   */
  public static of(asNumber: number): AsNumber {
    if (!Number.isInteger(asNumber) || asNumber < 1 || asNumber > HIGHEST) {
      throw new Error(`AsNumber.of: ${asNumber} is no AS number: it is a whole number from 1 to ${HIGHEST}`);
    }
    return new AsNumber(asNumber);
  }

  /**
   * An AS number from text: plain, or in the dotted notation of RFC 5396, in which `64512.1` is 64512 times 65536 plus 1.
   *
   * @param text such as `64512` or `64512.1`
   * @throws where the text is no AS number
   */
  public static parse(text: string): AsNumber {
    const parts = /^(\d{1,10})(?:\.(\d{1,5}))?$/.exec(text);
    if (parts === null) {
      const meant = /^as\s?(\d{1,10}(?:\.\d{1,5})?)$/i.exec(text);
      throw new Error(`AsNumber.parse: ${JSON.stringify(text)} is no AS number: ${meant ? `leave out the letters, as in "${meant[1]}"` : 'write it as in "64512" or "64512.1"'}`);
    }
    if (parts[2] === undefined) {
      return AsNumber.of(Number(parts[1]));
    }
    const [high, low] = [Number(parts[1]), Number(parts[2])];
    if (high > HIGHEST_HALF || low > HIGHEST_HALF) {
      throw new Error(`AsNumber.parse: ${JSON.stringify(text)} is no AS number: each side of the dot is 0 to ${HIGHEST_HALF}`);
    }
    return AsNumber.of(high * (HIGHEST_HALF + 1) + low);
  }

  private constructor(
    /** The plain number. */
    public readonly value: number,
  ) {}

  /** The plain number as text. */
  public toString(): string {
    return String(this.value);
  }

  /** @internal */
  public _toManifest(): number {
    return this.value;
  }
}
