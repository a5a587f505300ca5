const HIGHEST_16 = 65_535;
const HIGHEST_32 = 2 ** 32 - 1;

/**
 * A mark on BGP routes: a standard community of two 16-bit numbers (RFC 1997), or a large one of three 32-bit numbers (RFC 8092).
 */
export class BgpCommunity {
  /**
   * A standard community, `asNumber:value`.
   *
   * @param asNumber from 0 to 65535
   * @param value from 0 to 65535
   * @throws where a number is out of range
   */
  public static standard(asNumber: number, value: number): BgpCommunity {
    return new BgpCommunity(joined('BgpCommunity.standard', [asNumber, value], HIGHEST_16));
  }

  /**
   * A large community, `globalAdministrator:first:second`.
   *
   * @param globalAdministrator from 0 to 4294967295, an AS number as a rule
   * @param first from 0 to 4294967295
   * @param second from 0 to 4294967295
   * @throws where a number is out of range
   */
  public static large(globalAdministrator: number, first: number, second: number): BgpCommunity {
    return new BgpCommunity(joined('BgpCommunity.large', [globalAdministrator, first, second], HIGHEST_32));
  }

  /**
   * A community from text.
   *
   * @param text such as `64512:100` or `64512:100:1`
   * @throws where the text is no community
   */
  public static parse(text: string): BgpCommunity {
    if (!/^\d{1,10}(?::\d{1,10}){1,2}$/.test(text)) {
      throw new Error(`BgpCommunity.parse: ${JSON.stringify(text)} is no community: write it as in "64512:100" or "64512:100:1"`);
    }
    const numbers = text.split(':').map(Number);
    return new BgpCommunity(joined('BgpCommunity.parse', numbers, numbers.length === 2 ? HIGHEST_16 : HIGHEST_32));
  }

  /**
   * The community that `communities` of the same `BgpConfiguration` define under this name. For `prefixAdvertisements` only.
   *
   * @param name lower case letters, digits, dashes and dots, as Kubernetes names objects
   */
  public static named(name: string): BgpCommunity {
    return new BgpCommunity(name, name);
  }

  private constructor(
    private readonly text: string,
    /** The name that stands for a community of the `BgpConfiguration`. @default - it is a community by itself */
    public readonly name?: string,
  ) {}

  /** The community as the manifest has it: `64512:100`, `64512:100:1`, or a name. */
  public toString(): string {
    return this.text;
  }

  /** @internal */
  public _toManifest(): string {
    return this.text;
  }

  /**
   * The community where only a value will do.
   * @internal
   */
  public _toValue(place: string): string {
    if (this.name !== undefined) {
      throw new Error(`${place}: ${JSON.stringify(this.name)} is the name of a community, and here goes its value; names are for prefixAdvertisements`);
    }
    return this.text;
  }
}

function joined(factory: string, numbers: readonly number[], highest: number): string {
  const wrong = numbers.find((number) => !Number.isInteger(number) || number < 0 || number > highest);
  if (wrong !== undefined) {
    const [kind, bits] = numbers.length === 2 ? ['standard', 16] : ['large', 32];
    throw new Error(`${factory}: ${wrong} is no part of a ${kind} community: its parts are ${bits}-bit numbers, 0 to ${highest}`);
  }
  return numbers.join(':');
}
