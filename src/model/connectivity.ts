import { printJson } from '../core/findings/print-json';
import { PolicyModel } from '../core/policy';
import {
  connectivityCsv, connectivityHtml, connectivityText, graphOf, holdsEnd, ListedConnections, listConnectivity, ListedEnds, printDot, printMermaid,
} from '../core/policy/connectivity';
import { IpVersion } from '../values/ip-version';

/**
 * Ends of connections that are treated alike.
 */
export interface ConnectivityEnds {
  /** Namespaces of which all workloads are meant, and that have more than one. */
  readonly namespaces: string[];

  /** All other workloads and host endpoints, such as `Deployment shop/web`. */
  readonly workloads: string[];

  /** Addresses outside, as the fewest blocks. A workload whose address lies in one isn't meant. */
  readonly blocks: string[];
}

/**
 * What may pass from each of some ends to each of others. A protocol a text: `TCP 80,443`, `ICMP type 8`, `protocol 47`, `everything`, or
 * `everything but TCP`.
 */
export interface ConnectivityRow {
  /** Version of the Internet Protocol. */
  readonly ipVersion: IpVersion;

  /** Where connections come from. */
  readonly sources: ConnectivityEnds;

  /** Where they go to. */
  readonly destinations: ConnectivityEnds;

  /** What is allowed for sure. */
  readonly allowed: string[];

  /** What is allowed as far as is known, where something that isn't known could change it. */
  readonly assumedAllowed: string[];

  /** What is denied as far as is known, where something that isn't known could change it. */
  readonly assumedDenied: string[];
}

/**
 * Who reaches whom on what: every two ends between which something passes, or may, in groups. It agrees with the verdict of every flow whose
 * source port isn't given. Between two addresses outside no policy of the cluster has a say, and they aren't listed.
 */
export class Connectivity {
  /** Everything that passes, or may, sorted by source. Of what isn't here, nothing passes. */
  public readonly rows: ConnectivityRow[];

  private readonly listed: any;
  private readonly open: string[];

  /** @internal */
  constructor(model: any, of?: string) {
    const { notes } = model as PolicyModel;
    const all = listConnectivity(model as PolicyModel);
    const listed = of === undefined ? all : all.filter(({ sources, destinations }) => holdsEnd(sources, of) || holdsEnd(destinations, of));
    this.listed = listed;
    this.open = notes.map(({ what }) => what);
    this.rows = listed.map((row) => ({
      ...row,
      sources: endsOf(row.sources),
      destinations: endsOf(row.destinations),
      allowed: [...row.allowed],
      assumedAllowed: [...row.assumedAllowed],
      assumedDenied: [...row.assumedDenied],
    }));
  }

  /** As people read it. Whatever comes from a manifest is escaped. */
  public toText(): string {
    return connectivityText(this.listed as ListedConnections[], this.open);
  }

  /** JSON text: `connections` are the rows, `notes` what the model doesn't know. */
  public toJson(): string {
    return printJson({ connections: this.rows, notes: this.open });
  }

  /** A row a line, with a header. */
  public toCsv(): string {
    return connectivityCsv(this.listed as ListedConnections[]);
  }

  /** A page of HTML with a table that can be filtered. It stands alone: it loads nothing, and holds what comes from a manifest as text only. */
  public toHtml(): string {
    return connectivityHtml(this.listed as ListedConnections[], this.open);
  }

  /** A graph for Graphviz. What isn't certain is dashed. */
  public toDot(): string {
    return printDot(graphOf(this.listed as ListedConnections[]));
  }

  /** A flowchart for Mermaid. What isn't certain is dotted. */
  public toMermaid(): string {
    return printMermaid(graphOf(this.listed as ListedConnections[]));
  }
}

function endsOf({ namespaces, workloads, blocks }: ListedEnds): ConnectivityEnds {
  return { namespaces: [...namespaces], workloads: [...workloads], blocks: [...blocks] };
}
