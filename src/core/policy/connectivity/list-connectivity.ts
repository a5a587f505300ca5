import { isOpen, isUncertain, rangesOf } from './connections';
import { ConnectivityRow, familiesOf, FamilyConnectivity } from './find-connectivity';
import { outsideOf, PeerClass } from './peer-classes';
import { connectionTexts } from './print-connections';
import { addToList } from '../../add-to-list';
import { Family, Prefix, subtractBlocks } from '../../cidr';
import { everywhere } from '../end';
import { Endpoint, endpointTitle } from '../endpoint';
import { compareText } from '../policy';
import { PolicyModel } from '../policy-model';

/** Ends that are treated alike. */
export interface ListedEnds {
  /** Namespaces of which all workloads are meant, and that have several. */
  readonly namespaces: readonly string[];
  /** All other workloads, and host endpoints, with their kinds. */
  readonly workloads: readonly string[];
  /** The fewest blocks of addresses outside. Workloads whose addresses lie in one aren't meant. */
  readonly blocks: readonly string[];
  /** The same addresses as people say it: all but some, where that is shorter. */
  readonly outside: readonly string[];
}

/** What passes from each of some ends to each of others. */
export interface ListedConnections {
  readonly ipVersion: Family;
  readonly sources: ListedEnds;
  readonly destinations: ListedEnds;
  readonly allowed: readonly string[];
  readonly assumedAllowed: readonly string[];
  readonly assumedDenied: readonly string[];
}

/** Who reaches whom, as names and texts, sorted. Grows with the rows and the names in them. */
export function listConnectivity(model: PolicyModel): ListedConnections[] {
  return familiesOf(model).flatMap((family) => {
    const connectivity = new FamilyConnectivity(model, family);
    const names = new EndNames(connectivity.classes);
    const listed = listRows(connectivity).filter(({ row }) => !isOneWithItself(row)).map(({ row, text }): ListedConnections =>
      ({ ipVersion: family, sources: names.of(row.sources), destinations: names.of(row.destinations), ...text }));
    const sortKeys = new Map(listed.map((row) => [row, `${itemsOf(row.sources).join()} ${itemsOf(row.destinations).join()}`]));
    return listed.sort((a, b) => compareText(sortKeys.get(a)!, sortKeys.get(b)!));
  });
}

/** What passes, as texts. */
export type ConnectionsText = Pick<ListedConnections, 'allowed' | 'assumedAllowed' | 'assumedDenied'>;

/** The rows of one family between which something passes that people ask for, with what it is. */
export function listRows(connectivity: FamilyConnectivity): { readonly row: ConnectivityRow; readonly text: ConnectionsText }[] {
  const texts = new Map<ConnectivityRow['connections'], ConnectionsText>();
  return connectivity.rows().map((row) => {
    const { connections } = row;
    const text = texts.get(connections) ?? {
      allowed: connectionTexts(rangesOf(connections, isOpen)),
      assumedAllowed: connectionTexts(rangesOf(connections, isUncertain(true))),
      assumedDenied: connectionTexts(rangesOf(connections, isUncertain(false))),
    };
    texts.set(connections, text);
    return { row, text };
  }).filter(({ text: { allowed, assumedAllowed, assumedDenied } }) => allowed.length + assumedAllowed.length + assumedDenied.length > 0);
}

/** What a pod sends to itself says nothing. */
function isOneWithItself({ sources, destinations }: ConnectivityRow): boolean {
  return sources.length === 1 && destinations.length === 1 && sources[0] === destinations[0] && new Set(sources[0].endpoints).size === 1;
}

/** Everything in some ends, namespaces first. */
export function itemsOf({ namespaces, workloads, outside }: ListedEnds): string[] {
  return [...namespaces.map((name) => `namespace ${name}`), ...workloads, ...outside];
}

/** What a name needs of a class. */
export type NamedClass = Pick<PeerClass, 'id' | 'endpoints' | 'regions'>;

/**
 * Whether an end is in some ends: `namespace`, `namespace/name`, or the name of a host endpoint. A workload is also where its whole namespace is.
 */
export function holdsEnd({ namespaces, workloads }: ListedEnds, of: string): boolean {
  const slash = of.indexOf('/');
  return namespaces.includes(slash < 0 ? of : of.slice(0, slash)) || workloads.some((title) => {
    const name = title.slice(title.indexOf(' ') + 1);
    return name === of || (slash < 0 && name.startsWith(`${of}/`));
  });
}

/** Names groups of classes; equal groups are one object. */
export class EndNames {
  private readonly sizes = new Map<string | undefined, number>();
  private readonly known = new Map<string, ListedEnds>();

  constructor(classes: readonly NamedClass[]) {
    const all = new Set(classes.flatMap(({ endpoints }) => endpoints));
    all.forEach(({ namespace }) => this.sizes.set(namespace, (this.sizes.get(namespace) ?? 0) + 1));
  }

  public of(classes: readonly NamedClass[]): ListedEnds {
    const key = classes.map(({ id }) => id).join();
    const ends = this.known.get(key) ?? this.name(classes);
    this.known.set(key, ends);
    return ends;
  }

  private name(classes: readonly NamedClass[]): ListedEnds {
    const byNamespace = new Map<string | undefined, Endpoint[]>();
    for (const endpoint of new Set(classes.flatMap(({ endpoints }) => endpoints))) {
      addToList(byNamespace, endpoint.namespace, endpoint);
    }
    const isComplete = ([namespace, { length }]: [string | undefined, Endpoint[]]): boolean =>
      namespace !== undefined && length > 1 && length === this.sizes.get(namespace);
    const groups = [...byNamespace];
    const blocks = outsideOf({ regions: classes.flatMap(({ regions }) => regions) });
    return {
      namespaces: groups.filter(isComplete).map(([namespace]) => namespace!).sort(compareText),
      workloads: groups.filter((group) => !isComplete(group)).flatMap(([, endpoints]) => endpoints.map(endpointTitle)).sort(compareText),
      blocks: blocks.map(String),
      outside: shortest(blocks),
    };
  }
}

function shortest(blocks: readonly Prefix[]): string[] {
  const others = blocks.length < 2 ? [] : subtractBlocks([everywhere(blocks[0].family)], blocks);
  return others.length === 0 || others.length >= blocks.length
    ? blocks.map(String)
    : [`${everywhere(blocks[0].family)} but ${others.join(', ')}`];
}
