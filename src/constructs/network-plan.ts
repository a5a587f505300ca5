import { Construct } from 'constructs';
import { freeBlocks, Prefix, readCidr } from '../core/cidr';
import { AddressPlan, PlannedRange, PlannedUnderlay } from '../core/manifests';
import { Gate } from '../gate/gate';
import { Cidr } from '../values/cidr';
import { IpFamily } from '../values/ip-family';
import { NetworkRanges, plannedRanges, plannedUnderlay, RANGE_NAMES, RangeRole } from '../values/network-ranges';

/**
 * Properties of a `NetworkPlan`.
 */
export interface NetworkPlanProps extends NetworkRanges {}

/**
 * Declares what surrounds a cluster: the addresses that its pods may meet. The plan governs the scope that it is created in, so an app
 * with one plan for each of several charts describes several clusters.
 */
export class NetworkPlan extends Construct {
  private readonly ranges: PlannedRange[];
  private readonly nodeNames: string[];
  private readonly routed = new Set<NetworkPlan>();
  private readonly underlay: { readonly underlay?: PlannedUnderlay };
  private readonly gate: Gate;

  /** @throws where the scope has a plan already */
  constructor(scope: Construct, id: string, props: NetworkPlanProps = {}) {
    super(scope, id);
    this.ranges = plannedRanges(props);
    this.nodeNames = [...props.nodeNames ?? []];
    this.underlay = plannedUnderlay(props);
    this.gate = Gate.of(this);
    this.gate.addPlan({ path: this.node.path, scope, toAddressPlan: () => this.toAddressPlan() });
    this.gate.arm();
  }

  /**
   * Adds a range.
   *
   * @param role what the range is for
   * @param cidr its addresses
   * @param name the name that findings use, such as `the Frankfurt VPN`. @default - the role's
   */
  public addRange(role: RangeRole, cidr: Cidr, name?: string): void {
    this.ranges.push({ role, name: name ?? RANGE_NAMES[role], cidr: cidr.toString() });
    this.gate.planChanged();
  }

  /**
   * Declares that this cluster and the other reach each other without address translation, so that their pools and ranges may not
   * overlap either (`cidr/routed-clusters-overlap`). It holds both ways.
   */
  public addRouteTo(other: NetworkPlan): void {
    this.routed.add(other);
    other.routed.add(this);
    this.gate.planChanged();
    other.gate.planChanged();
  }

  /**
   * The first blocks that neither the plan, a plan that it is routed to, nor a pool of these clusters uses.
   *
   * @param prefixLength of the blocks
   * @param within where to look
   * @param limit how many to give at most. @default 3
   * @throws where the prefix length is none for the range's family, or shorter than the range's
   */
  public freeBlocks(prefixLength: number, within: Cidr, limit: number = 3): Cidr[] {
    const longest = within.family === IpFamily.IPV4 ? 32 : 128;
    if (!Number.isInteger(prefixLength) || prefixLength < within.prefixLength || prefixLength > longest) {
      throw new Error(`${this.node.path}: no block of prefix length ${prefixLength} fits in ${within}: it is ${within.prefixLength} to ${longest}`);
    }
    const taken = [this, ...this.routed].flatMap((plan) => plan.takenCidrs());
    return freeBlocks({ prefixLength, within: toBlocks([within.toString()]), taken: toBlocks(taken), limit })
      .map((block) => Cidr.parse(block.toString()));
  }

  private takenCidrs(): string[] {
    const pools = this.gate.manifestsAround(this).filter((manifest) => manifest.isCalico && manifest.kind === 'IPPool');
    return [
      ...this.ranges.map((range) => range.cidr),
      ...pools.map((pool) => pool.spec.cidr).filter((cidr) => typeof cidr === 'string'),
    ];
  }

  private toAddressPlan(): AddressPlan {
    return {
      name: this.node.path,
      ranges: this.ranges,
      nodeNames: this.nodeNames,
      routedTo: [...this.routed].map((plan) => plan.node.path),
      ...this.underlay,
    };
  }
}

/** Texts that are no network are left out: the pools they come from have findings of their own. */
function toBlocks(texts: readonly string[]): Prefix[] {
  return texts.flatMap((text) => readCidr(text)?.network ?? []);
}
