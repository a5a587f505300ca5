import { ConnectivityRow, familiesOf, FamilyConnectivity } from './find-connectivity';
import { ConnectionsText, EndNames, listRows } from './list-connectivity';
import { PeerClass } from './peer-classes';
import { connectionsText } from './print-connectivity';
import { Graph, GraphEdge, GraphNode } from './print-graph';
import { addToList } from '../../add-to-list';
import { Endpoint, endpointTitle } from '../endpoint';
import { compareText } from '../policy';
import { PolicyModel } from '../policy-model';

/** More lines in a box say less. */
const MOST_ITEMS = 8;

interface Row extends Pick<ConnectivityRow, 'sources' | 'destinations'> {
  readonly text: ConnectionsText;
  /** Before the text: the version, where there are several. */
  readonly prefix: string;
  readonly names: EndNames;
}

/** What a box is made of: endpoints, or the addresses outside of one class. */
type Unit = Endpoint | PeerClass;

/**
 * Who reaches whom as a graph in which each end stands once: ends that are treated alike share a box, those of a namespace a frame. Undefined where
 * it has more lines than can be taken in. Grows with the rows and the ends in them, and with the lines that are drawn.
 *
 * @param of only what reaches, or is reached by, this: a namespace, `namespace/name`, or a host endpoint
 */
export function drawConnectivity(model: PolicyModel, of: string | undefined, mostEdges: number): Graph | undefined {
  const families = familiesOf(model);
  const all = families.flatMap((family): Row[] => {
    const connectivity = new FamilyConnectivity(model, family);
    const names = new EndNames(connectivity.classes);
    return listRows(connectivity).map(({ row, text }) => ({ ...row, text, names, prefix: families.length > 1 ? `IPv${family} ` : '' }));
  });
  const rows = of === undefined ? all : all.flatMap((row) => around(row, of));
  const { nodes, nodeOf, alone } = placeNodes(rows, model);
  const edges: GraphEdge[] = [];
  const nodesOf = (classes: readonly PeerClass[]): Set<number> => new Set(classes.flatMap(unitsOf).map((unit) => nodeOf.get(unit)!));
  for (const { sources, destinations, text, prefix } of rows) {
    const ends = nodesOf(destinations);
    for (const from of nodesOf(sources)) {
      for (const to of ends) {
        // What a pod sends to itself says nothing.
        if (from !== to || !alone.has(from)) {
          edges.push({ from, to, label: prefix + connectionsText(text), isCertain: text.assumedAllowed.length + text.assumedDenied.length === 0 });
        }
      }
      if (edges.length > mostEdges) {
        return undefined;
      }
    }
  }
  return inOrder({ nodes, edges });
}

/** Whether an endpoint has the name, or is in the namespace. */
export function isNamed({ namespace, name }: Endpoint, of: string): boolean {
  return namespace === of || of === (namespace === undefined ? name : `${namespace}/${name}`);
}

/** The part of a row that has to do with an end. */
function around(row: Row, of: string): Row[] {
  const isOf = ({ endpoints }: PeerClass): boolean => endpoints.some((endpoint) => isNamed(endpoint, of));
  return [
    { ...row, sources: row.sources.filter(isOf) },
    { ...row, sources: row.sources.filter((source) => !isOf(source)), destinations: row.destinations.filter(isOf) },
  ].filter(({ sources, destinations }) => sources.length > 0 && destinations.length > 0);
}

function unitsOf(one: PeerClass): readonly Unit[] {
  return one.endpoints.length > 0 ? one.endpoints : [one];
}

function isEndpoint(unit: Unit): unit is Endpoint {
  return 'kind' in unit;
}

interface Placed {
  readonly nodes: readonly GraphNode[];
  readonly nodeOf: ReadonlyMap<Unit, number>;
  /** Nodes of one endpoint. */
  readonly alone: ReadonlySet<number>;
}

/** Endpoints that stand in the same rows on the same sides are one node; so are addresses outside. */
function placeNodes(rows: readonly Row[], model: PolicyModel): Placed {
  const places = new Map<Unit, string[]>();
  const namesOf = new Map<Unit, EndNames>();
  rows.forEach(({ sources, destinations, names }, index) => [sources, destinations].forEach((classes, side) => {
    for (const unit of classes.flatMap(unitsOf)) {
      namesOf.set(unit, names);
      addToList(places, unit, `${index}.${side}`);
    }
  }));
  const members = new Map<string, Unit[]>();
  places.forEach((list, unit) => {
    const key = `${isEndpoint(unit)} ${list.join()}`;
    addToList(members, key, unit);
  });
  const nodeOf = new Map<Unit, number>();
  const alone = new Set<number>();
  const naming = new BoxNames(model);
  const nodes = [...members.values()].map((units, id): GraphNode => {
    units.forEach((unit) => nodeOf.set(unit, id));
    const endpoints = units.filter(isEndpoint);
    if (endpoints.length === 1) {
      alone.add(id);
    }
    return endpoints.length > 0
      ? naming.ofEndpoints(endpoints)
      : { items: shortened(namesOf.get(units[0])!.of(units.filter((unit): unit is PeerClass => !isEndpoint(unit))).outside) };
  });
  return { nodes, nodeOf, alone };
}

class BoxNames {
  private readonly sizes = new Map<string | undefined, number>();

  constructor({ endpoints }: PolicyModel) {
    endpoints.forEach(({ namespace }) => this.sizes.set(namespace, (this.sizes.get(namespace) ?? 0) + 1));
  }

  public ofEndpoints(endpoints: readonly Endpoint[]): GraphNode {
    const byNamespace = new Map<string | undefined, Endpoint[]>();
    for (const endpoint of endpoints) {
      addToList(byNamespace, endpoint.namespace, endpoint);
    }
    const [[namespace, members]] = byNamespace;
    if (namespace !== undefined && byNamespace.size === 1 && !this.isWhole(namespace, members)) {
      return { items: shortened(members.map(({ kind, name }) => `${kind} ${name}`).sort(compareText)), frame: namespace };
    }
    const items = [...byNamespace].flatMap(([name, list]) => (this.isWhole(name, list) ? [`namespace ${name}`] : list.map(endpointTitle)));
    return { items: shortened(items.sort(compareText)) };
  }

  private isWhole(namespace: string | undefined, { length }: readonly Endpoint[]): boolean {
    return namespace !== undefined && length > 1 && length === this.sizes.get(namespace);
  }
}

function shortened(items: readonly string[]): readonly string[] {
  return items.length <= MOST_ITEMS + 1 ? items : [...items.slice(0, MOST_ITEMS), `and ${items.length - MOST_ITEMS} more`];
}

/** The same whatever the order of manifests. */
function inOrder({ nodes, edges }: Graph): Graph {
  const keys = nodes.map(({ frame = '', items }) => [frame, ...items].join('\n'));
  const order = nodes.map((_, id) => id).sort((a, b) => compareText(keys[a], keys[b]));
  const places = new Map(order.map((id, place) => [id, place]));
  return {
    nodes: order.map((id) => nodes[id]),
    edges: edges.map((edge) => ({ ...edge, from: places.get(edge.from)!, to: places.get(edge.to)! }))
      .sort((a, b) => a.from - b.from || a.to - b.to || compareText(a.label, b.label)),
  };
}
