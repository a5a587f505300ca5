import { Side } from './side';
import { Family, Prefix } from '../../cidr';
import { PeerClass } from '../connectivity';
import { Region, regionsOf } from '../connectivity/outside';
import { Endpoint, endpointTitle } from '../endpoint';

/** Ends that neither of two clusters tells apart. */
export interface JointClass {
  /** Counts from 0. */
  readonly id: number;
  /** What they are in the first cluster; undefined: they aren't there. */
  readonly before: PeerClass | undefined;
  readonly after: PeerClass | undefined;
  /** Empty: outside. */
  readonly endpoints: Endpoint[];
  readonly regions: Region[];
}

/** A class that both clusters have. */
export type SharedClass = JointClass & { readonly before: PeerClass; readonly after: PeerClass };

/** Whether both clusters have the ends of a class. */
export function isShared(one: JointClass): one is SharedClass {
  return one.before !== undefined && one.after !== undefined;
}

/**
 * The common refinement of the classes of two clusters. Endpoints are the same where kind, namespace and name are; the outside is cut by the
 * blocks of both. Grows with the ends of both.
 */
export function jointClasses(before: Side, after: Side): JointClass[] {
  const joining = new Joining();
  const { family } = before.connectivity;
  const later = named(after);
  for (const [title, { endpoint, one }] of named(before)) {
    const match = later.get(title);
    later.delete(title);
    joining.of(one, match?.one).endpoints.push(match?.endpoint ?? endpoint);
    if (match) {
      sharedAddresses(endpoint, match.endpoint, family).forEach((address) =>
        joinAddress(joining, before, after, address, match.endpoint));
    }
  }
  for (const { endpoint, one } of later.values()) {
    joining.of(undefined, one).endpoints.push(endpoint);
  }
  const blocks = [...before.connectivity.blocks, ...after.connectivity.blocks];
  const taken = [before, after].flatMap(({ model }) => model.endpoints.flatMap(({ addresses }) => addresses))
    .filter((address) => address.family === family);
  for (const region of regionsOf(family, blocks, taken)) {
    joining.of(before.classAt(region.sample), after.classAt(region.sample)).regions.push(region);
  }
  return joining.classes;
}

/** By a further address, or where several have it, an endpoint may be in another class than by its name. */
function joinAddress(joining: Joining, before: Side, after: Side, address: Prefix, endpoint: Endpoint): void {
  const { endpoints } = joining.of(before.classAt(address), after.classAt(address));
  if (endpoints.at(-1) !== endpoint) {
    endpoints.push(endpoint);
  }
}

function sharedAddresses(a: Endpoint, b: Endpoint, family: Family): Prefix[] {
  return a.addresses.filter((address) => address.family === family && b.addresses.some((other) => other.equals(address)));
}

interface Named {
  readonly endpoint: Endpoint;
  readonly one: PeerClass;
}

/** The endpoints that have the family, by what identifies them. */
function named({ model, connectivity }: Side): Map<string, Named> {
  const all = new Map<string, Named>();
  for (const endpoint of model.endpoints) {
    const end = model.endOf(endpoint, connectivity.family);
    if (end) {
      all.set(endpointTitle(endpoint), { endpoint, one: connectivity.classOf(end) });
    }
  }
  return all;
}

class Joining {
  public readonly classes: JointClass[] = [];
  private readonly known = new Map<string, JointClass>();

  public of(before: PeerClass | undefined, after: PeerClass | undefined): JointClass {
    const key = `${before?.id}:${after?.id}`;
    let found = this.known.get(key);
    if (!found) {
      found = { id: this.classes.length, before, after, endpoints: [], regions: [] };
      this.known.set(key, found);
      this.classes.push(found);
    }
    return found;
  }
}
