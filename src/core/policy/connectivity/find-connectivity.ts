import { ConnectionPool, Connections } from './connections';
import { pairConnections } from './pair-connections';
import { Parts } from './parts';
import { PeerClass, PeerClasses, rulesOf } from './peer-classes';
import { Reach } from './reach';
import { StationReaches } from './station-reach';
import { addToList } from '../../add-to-list';
import { Family, Prefix } from '../../cidr';
import { End } from '../end';
import { PolicyModel } from '../policy-model';
import { Direction } from '../rule';

/** What passes from all of some classes to all of others. */
export interface ConnectivityRow {
  readonly family: Family;
  readonly sources: readonly PeerClass[];
  readonly destinations: readonly PeerClass[];
  readonly connections: Connections;
}

/**
 * Who reaches whom on what, for one family, by classes of ends that no rule tells apart. What passes between two is what the source's policies
 * and the destination's both let pass. Growth: the stations' rules and the classes that they treat in their own way, then the pairs of
 * classes between which anything passes; where there are host endpoints, all pairs.
 */
export class FamilyConnectivity {
  private readonly peers: PeerClasses;
  private readonly egress: readonly Reach[];
  private readonly ingress: readonly Reach[];

  /** Of two that share a pool, equal connections are the same objects. */
  constructor(private readonly model: PolicyModel, public readonly family: Family, private readonly pool = new ConnectionPool()) {
    this.peers = new PeerClasses(model, family, new Parts(rulesOf(model), family));
    const reaches = new StationReaches(model, this.peers, this.pool);
    const { classes } = this.peers;
    const own = model.hostEndpoints.length === 0 ? classes : [];
    this.egress = own.map((one) => reaches.of(one, 'egress'));
    this.ingress = own.map((one) => reaches.of(one, 'ingress'));
  }

  /** All classes, workloads, host endpoints and the outside. */
  public get classes(): readonly PeerClass[] {
    return this.peers.classes;
  }

  /** What passes from an end to another, each an endpoint's or an address outside. */
  public between(source: End, destination: End): Connections {
    return this.connections(this.classOf(source), this.classOf(destination));
  }

  /** The class of an endpoint's end, or of an address. */
  public classOf({ endpoint, block }: End): PeerClass {
    const isOwn = endpoint && (!block.isHost || this.model.endOf(endpoint, this.family)!.block.equals(block));
    return isOwn ? this.peers.classOf(endpoint)! : this.peers.classAt(block);
  }

  /** All blocks that tell ends outside apart. */
  public get blocks(): readonly Prefix[] {
    return this.peers.blocks;
  }

  /** What the station of a class lets pass; not where there are host endpoints. */
  public reachOf({ id }: PeerClass, direction: Direction): Reach {
    return this[direction][id];
  }

  /** What passes from a class to another. */
  public connections(source: PeerClass, destination: PeerClass): Connections {
    if (this.model.hostEndpoints.length > 0) {
      return pairConnections(this.model, source.end, destination.end, this.pool);
    }
    return this.pool.both(this.egress[source.id].of(destination.id), this.ingress[destination.id].of(source.id));
  }

  /** Everything that passes, or may, between two of which one at least is an endpoint. Sources with the same answers to all share their rows. */
  public rows(): ConnectivityRow[] {
    const { classes } = this;
    const bySignature = new Map<string, { sources: PeerClass[]; destinations: Map<Connections, PeerClass[]> }>();
    const destinationsOf = this.model.hostEndpoints.length > 0 ? this.askingAll() : this.walkingReaches();
    for (const source of classes) {
      const destinations = new Map<Connections, PeerClass[]>();
      destinationsOf(source, (destination, connections) => {
        if (connections !== this.pool.nothing && (source.endpoints.length > 0 || destination.endpoints.length > 0)) {
          addToList(destinations, connections, destination);
        }
      });
      const signature = `${source.endpoints.length > 0} ${[...destinations].map(([{ id }, list]) => `${id}:${list.map((one) => one.id).join()}`).sort().join(' ')}`;
      const known = bySignature.get(signature);
      if (known) {
        known.sources.push(source);
      } else {
        bySignature.set(signature, { sources: [source], destinations });
      }
    }
    return [...bySignature.values()].flatMap(({ sources, destinations }) => [...destinations].map(([connections, list]): ConnectivityRow =>
      ({ family: this.family, sources, destinations: list, connections })));
  }

  private askingAll(): DestinationsOf {
    return (source, visit) => this.classes.forEach((destination) => visit(destination, this.connections(source, destination)));
  }

  /** Walks along the sorted answers of both ends instead of looking up each pair. */
  private walkingReaches(): DestinationsOf {
    const { classes, egress, ingress, pool } = this;
    const open = classes.filter(({ id }) => ingress[id].base !== pool.nothing).map(({ id }) => id);
    // Of each source, the destinations that treat it in their own way, in order.
    const special = classes.map((): number[] => []);
    const admitted = classes.map((): Connections[] => []);
    ingress.forEach((reach, destination) => {
      for (let index = 0; index < reach.special.length; index++) {
        special[reach.special[index]].push(destination);
        admitted[reach.special[index]].push(reach.ofSpecial(index));
      }
    });
    return ({ id }, visit) => {
      const out = egress[id];
      let at = 0;
      let outAt = 0;
      for (const destination of out.base === pool.nothing ? out.special : mergeIds(open, special[id])) {
        while (special[id][at] < destination) {
          at++;
        }
        while (out.special[outAt] < destination) {
          outAt++;
        }
        const into = special[id][at] === destination ? admitted[id][at] : ingress[destination].base;
        visit(classes[destination], pool.both(out.special[outAt] === destination ? out.ofSpecial(outAt) : out.base, into));
      }
    };
  }
}

/** Visits, in order, all destinations that anything may pass to from a source. */
type DestinationsOf = (source: PeerClass, visit: (destination: PeerClass, connections: Connections) => void) => void;

/** What is in one of two lists or in both, all in order. */
function mergeIds(a: readonly number[], b: readonly number[]): number[] {
  const merged: number[] = [];
  for (let i = 0, k = 0; i < a.length || k < b.length;) {
    const next = k >= b.length || a[i] <= b[k] ? a[i] : b[k];
    i += a[i] === next ? 1 : 0;
    k += b[k] === next ? 1 : 0;
    merged.push(next);
  }
  return merged;
}

/** The versions that a model's endpoints have, or may have where no address is known. */
export function familiesOf(model: PolicyModel): Family[] {
  const has = (family: Family): boolean => model.endpoints.some(({ addresses }) => addresses.some((address) => address.family === family));
  return has(6) ? (has(4) || model.endpoints.some(({ addresses }) => addresses.length === 0) ? [4, 6] : [6]) : [4];
}
