import { AsNumber } from './as-number';
import { BgpCommunity } from './bgp-community';
import { BgpFilterOperation, routePriority } from './bgp-filter-operation';
import { BgpMatchOperator, BgpPeerType, BgpRouteSource } from './bgp-modes';
import { Cidr } from './cidr';
import { IpFamily } from './ip-family';
import { withoutUndefined } from './without-undefined';

const MOST_OPERATIONS = 10;

/**
 * Prefix lengths from a shortest to a longest one.
 */
export interface PrefixLengthRange {
  /** The shortest, from 0 to 32 for IPv4 and 128 for IPv6. @default - that of `cidr` */
  readonly min?: number;

  /** The longest, from 0 to 32 for IPv4 and 128 for IPv6. @default - 32 for IPv4, 128 for IPv6 */
  readonly max?: number;
}

/**
 * What a rule of a BGP filter matches. Every part that is given has to match; a rule without any matches all routes.
 */
export interface BgpFilterMatch {
  /** A network that the prefix of the route is compared with; goes with `matchOperator`. @default - any prefix */
  readonly cidr?: Cidr;

  /** How the prefix has to relate to `cidr`. @default - no comparison */
  readonly matchOperator?: BgpMatchOperator;

  /** Lengths that the prefix may have; needs `cidr`. @default - from that of `cidr` to the family's longest */
  readonly prefixLength?: PrefixLengthRange;

  /** Where the route was learned. @default - anywhere */
  readonly source?: BgpRouteSource;

  /** Interface that the route leaves by, at most 15 characters; `*` stands for any text. @default - any interface */
  readonly interface?: string;

  /** Kind of peer that the rule is for. @default - both */
  readonly peerType?: BgpPeerType;

  /** Community that the route carries: exactly one, and no name. @default - any */
  readonly communities?: BgpCommunity[];

  /** AS numbers with which the route's path begins, in order. @default - any path */
  readonly asPathPrefix?: AsNumber[];

  /** Metric that the route has, from 1 to 2147483646, in the units of Felix's route priorities. @default - any */
  readonly priority?: number;
}

/**
 * What an accepting rule of a BGP filter matches, and how it changes the route.
 */
export interface BgpFilterAcceptProps extends BgpFilterMatch {
  /** Changes to make to the route, in order, one to ten. @default - none */
  readonly operations?: BgpFilterOperation[];
}

/**
 * One rule of a BGP filter: the first that matches a route decides, so their order matters.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/bgpfilter#bgp-filter-rule-v4
 */
export class BgpFilterRule {
  /**
   * Accepts the route.
   *
   * @throws where parts of the match exclude or need each other
   */
  public static accept(props: BgpFilterAcceptProps = {}): BgpFilterRule {
    const { operations } = props;
    if (operations && (operations.length < 1 || operations.length > MOST_OPERATIONS)) {
      throw new Error(`BgpFilterRule.accept: operations has ${operations.length} items, allowed are 1 to ${MOST_OPERATIONS}; without changes leave it out`);
    }
    return new BgpFilterRule('Accept', props, operations);
  }

  /**
   * Rejects the route.
   *
   * @throws where parts of the match exclude or need each other
   */
  public static reject(match: BgpFilterMatch = {}): BgpFilterRule {
    return new BgpFilterRule('Reject', match);
  }

  private readonly communities?: object;

  private constructor(
    /** `Accept` or `Reject`. */
    public readonly action: string,
    private readonly match: BgpFilterMatch,
    private readonly operations?: BgpFilterOperation[],
  ) {
    const place = `BgpFilterRule.${action.toLowerCase()}`;
    checkMatch(match, place);
    this.communities = match.communities && { values: match.communities.map((community) => community._toValue(place)) };
  }

  /** The family of the rule's network, where it has one. */
  public get family(): IpFamily | undefined {
    return this.match.cidr?.family;
  }

  /** @internal */
  public _toManifest(): any {
    const { match } = this;
    return withoutUndefined({
      cidr: match.cidr?.toString(),
      matchOperator: match.matchOperator,
      prefixLength: match.prefixLength && withoutUndefined(match.prefixLength),
      source: match.source,
      interface: match.interface,
      peerType: match.peerType,
      communities: this.communities,
      asPathPrefix: match.asPathPrefix?.map((asNumber) => asNumber._toManifest()),
      priority: match.priority,
      action: this.action,
      operations: this.operations?.map((operation) => operation._toManifest()),
    });
  }
}

/** What Calico refuses of one rule (validator/v3/validator.go, `validateBGPFilterRule`, and the CRD). */
function checkMatch({ cidr, matchOperator, prefixLength, communities, priority }: BgpFilterMatch, place: string): void {
  if (cidr && !matchOperator) {
    throw new Error(`${place}: cidr is given without matchOperator; say how a route is compared with ${cidr}, such as BgpMatchOperator.IN`);
  }
  if (matchOperator && !cidr) {
    throw new Error(`${place}: matchOperator is given without cidr; give the network that a route is compared with, or neither`);
  }
  if (prefixLength && !cidr) {
    throw new Error(`${place}: prefixLength is given without cidr; lengths are matched within a network`);
  }
  if (cidr && prefixLength) {
    checkLengths(prefixLength, cidr.family === IpFamily.IPV4 ? 32 : 128, place);
  }
  if (communities && communities.length !== 1) {
    throw new Error(`${place}: communities has ${communities.length} items; Calico matches exactly one, so write one rule for each`);
  }
  if (priority !== undefined) {
    routePriority(priority, place);
  }
}

function checkLengths({ min, max }: PrefixLengthRange, longest: number, place: string): void {
  for (const length of [min, max]) {
    if (length !== undefined && (!Number.isInteger(length) || length < 0 || length > longest)) {
      throw new Error(`${place}: ${length} is no prefix length here: it is a whole number from 0 to ${longest}`);
    }
  }
  if (min !== undefined && max !== undefined && min > max) {
    throw new Error(`${place}: prefix lengths from ${min} to ${max} are none; min is the shorter one`);
  }
}
