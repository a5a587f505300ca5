import { AsNumber } from './as-number';
import { BgpCommunity } from './bgp-community';

const HIGHEST_PRIORITY = 2 ** 31 - 2;
const MOST_AS_NUMBERS = 10;

/**
 * One change to a route that a BGP filter accepts.
 */
export class BgpFilterOperation {
  /**
   * Adds a community.
   *
   * @throws where the community is a name
   */
  public static addCommunity(community: BgpCommunity): BgpFilterOperation {
    return new BgpFilterOperation({ addCommunity: { value: community._toValue('BgpFilterOperation.addCommunity') } });
  }

  /**
   * Puts AS numbers in front of the path, which makes it longer and so less preferred.
   *
   * @param asNumbers one to ten, first one first
   * @throws where there are none, or more than ten
   */
  public static prependAsPath(...asNumbers: AsNumber[]): BgpFilterOperation {
    if (asNumbers.length < 1 || asNumbers.length > MOST_AS_NUMBERS) {
      throw new Error(`BgpFilterOperation.prependAsPath: ${asNumbers.length} AS numbers can't be prepended: give 1 to ${MOST_AS_NUMBERS}`);
    }
    return new BgpFilterOperation({ prependASPath: { prefix: asNumbers.map((asNumber) => asNumber._toManifest()) } });
  }

  /**
   * Sets the metric, in the units of Felix's route priorities. A higher one is less preferred.
   *
   * @param priority from 1 to 2147483646
   * @throws where the number is out of range
   */
  public static priority(priority: number): BgpFilterOperation {
    return new BgpFilterOperation({ setPriority: { value: routePriority(priority, 'BgpFilterOperation.priority') } });
  }

  private constructor(private readonly manifest: object) {}

  /** @internal */
  public _toManifest(): any {
    return this.manifest;
  }
}

/**
 * The metric of a route, as all kinds of Calico's have it.
 *
 * @param place what the message begins with
 * @throws where the number is out of range
 */
export function routePriority(priority: number, place: string): number {
  if (!Number.isInteger(priority) || priority < 1 || priority > HIGHEST_PRIORITY) {
    throw new Error(`${place}: ${priority} is no metric of a route: it is a whole number from 1 to ${HIGHEST_PRIORITY}`);
  }
  return priority;
}
