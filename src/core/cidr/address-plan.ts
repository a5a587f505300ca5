/**
 * What is wrong with a plan of the addresses around a cluster by itself, before any pool is looked at; and where there is room.
 *
 * A plan lists ranges that others use. Ranges often lie in each other, and that is normal: nodes in the VPC, the VPC in the company's
 * network, a database in the VPC. So an overlap is a fault only where the roles of the two say so:
 *
 * - services with nodes, vpc, vpn or onPremises: an error. Addresses of services exist only in the cluster, whose nodes translate them
 *   before they leave, so a host that has such an address can't be reached from the cluster.
 * - services with another cluster or a role of the user's own: a warning. The same holds if this cluster reaches it, which the role doesn't say.
 * - vpc with vpn or onPremises: a warning. The VPC routes its own range to itself, so the same addresses beyond it are reached only if they
 *   are kept free in the VPC and routed on.
 * - nodes with anything but services: normal. Nodes live in a VPC, on premises or on a VPN mesh, and share subnets with other clusters.
 * - vpn with onPremises: normal. Both ends of one tunnel, or clients that get addresses of the company's network.
 * - a role of the user's own, or another cluster, with anything but services: normal. What isn't understood isn't judged.
 * - a role with itself: normal. A part that is named for itself.
 */
import { Prefix } from './prefix';
import { PrefixIndex } from './prefix-index';
import { tryCidr } from './strict-cidr';

/** A range of a plan, as `src/core/manifests` has it. */
export interface PlanRange {
  readonly role: string;
  readonly name: string;
  readonly cidr: string;
}

/** Two ranges that should not share addresses. */
export interface PlanFault {
  /** The services range, or the VPC's. */
  readonly a: PlanRange;
  readonly b: PlanRange;
  /** The addresses in both: `10.0.0.0 to 10.0.255.255`. */
  readonly shared: string;
  /** Why that is wrong, as a clause that follows "both hold <shared>". */
  readonly reason: string;
  /** Whether something surely breaks, or only unless care is taken that the plan can't show. */
  readonly severity: 'error' | 'warning';
}

interface PlacedRange {
  readonly range: PlanRange;
  readonly block: Prefix;
}

const SURE_OF_HOSTS: ReadonlySet<string> = new Set(['nodes', 'vpc', 'vpn', 'onPremises']);
const BEYOND_THE_VPC: ReadonlySet<string> = new Set(['vpn', 'onPremises']);

/**
 * The faults of one plan, by the second range in the order given, then by the first. Ranges whose text is no network are left out: the one who
 * took the text has refused it. Growth: n log n and the faults; lazy, so stop when you have enough.
 */
export function* planFaults(ranges: readonly PlanRange[]): Generator<PlanFault> {
  const placed = place(ranges);
  const services = indexOf(placed.filter(({ range }) => range.role === 'services'));
  const vpcs = indexOf(placed.filter(({ range }) => range.role === 'vpc'));
  for (const other of placed) {
    if (other.range.role === 'services') {
      continue;
    }
    for (const service of services.overlapping(other.block)) {
      yield servicesFault(service, other);
    }
    if (BEYOND_THE_VPC.has(other.range.role)) {
      for (const vpc of vpcs.overlapping(other.block)) {
        yield fault(
          vpc, other, 'warning',
          `the VPC routes its own addresses to itself, so hosts of ${other.range.name} with such an address are reached only if the VPC keeps them free and routes them on`);
      }
    }
  }
}

/**
 * The faults between two plans whose clusters reach each other without translation. Services of one may hold no address that is in use around the
 * other. Services and services may be the same: they never leave their cluster. The VPCs, or the nodes, may be the same network, so equal
 * ranges are normal; where they differ and overlap they are two networks. What lies beyond both (VPN, on-premises) may be shared in any way.
 * `a` is always a range of the first plan.
 */
export function* routedPlanFaults(first: readonly PlanRange[], second: readonly PlanRange[]): Generator<PlanFault> {
  const mine = place(first);
  const theirs = indexOf(place(second));
  for (const own of mine) {
    for (const other of theirs.overlapping(own.block)) {
      const roles = [own.range.role, other.range.role];
      if (roles[0] === 'services' && roles[1] === 'services') {
        continue;
      }
      if (roles.includes('services')) {
        const [service, host] = roles[0] === 'services' ? [own, other] : [other, own];
        yield { ...servicesFault(service, host), a: own.range, b: other.range };
      } else if (roles[0] === roles[1] && (roles[0] === 'vpc' || roles[0] === 'nodes') && !own.block.equals(other.block)) {
        yield fault(own, other, 'warning', 'the two are different networks, and a route to such an address leads to only one of them');
      }
    }
  }
}

function place(ranges: readonly PlanRange[]): PlacedRange[] {
  return ranges.flatMap((range) => {
    const block = tryCidr(range.cidr);
    return block === undefined ? [] : [{ range, block }];
  });
}

function indexOf(placed: readonly PlacedRange[]): PrefixIndex<PlacedRange> {
  return PrefixIndex.of(placed, ({ block }) => block);
}

function servicesFault(service: PlacedRange, other: PlacedRange): PlanFault {
  const sure = SURE_OF_HOSTS.has(other.range.role);
  return fault(
    service, other, sure ? 'error' : 'warning',
    `nodes send what goes to an address of ${service.range.name} to a service, so pods and nodes can't reach a host of ${other.range.name} that has it`);
}

function fault(a: PlacedRange, b: PlacedRange, severity: PlanFault['severity'], reason: string): PlanFault {
  const shared = a.block.length > b.block.length ? a.block : b.block;
  return { a: a.range, b: b.range, shared: shared.toRange(), reason, severity };
}
