import { ConnectivityEnds } from './connectivity';
import { printJson } from '../core/findings/print-json';
import { PolicyModel } from '../core/policy';
import { ListedEnds } from '../core/policy/connectivity';
import { countObjects, differenceMarkdown, differenceText, listDifference, PrintedDifference } from '../core/policy/difference';
import { IpVersion } from '../values/ip-version';

/**
 * What passes otherwise in a cluster than in another, from each of some ends to each of others.
 */
export interface DifferenceChange {
  /**
   * `allowed` and `denied` in the second cluster, and not so in the first; `added` and `removed` where one of the ends is only in the second, or
   * only in the first: what passes there.
   */
  readonly change: string;

  /** False: it may be so. Something that isn't known decides, in one of the clusters at least. */
  readonly certain: boolean;

  /** Versions of the Internet Protocol: more than one where the change is the same in both. */
  readonly ipVersions: IpVersion[];

  /** Where connections come from. */
  readonly sources: ConnectivityEnds;

  /** Where they go to. */
  readonly destinations: ConnectivityEnds;

  /** What has changed, a protocol a text: `TCP 80,443`, `ICMP type 8`, `protocol 47`, `everything`, or `everything but TCP`. */
  readonly connections: string[];

  /**
   * Who decides now, and who decided before where that was a rule: sentences. Where both ends have changed their minds, it is the one that was, or is
   * now, more closed, and of two alike the source. None where an end was added or removed.
   */
  readonly causes: string[];

  /** The policies that the causes name, such as `NetworkPolicy shop/allow-web`. */
  readonly policies: string[];
}

/**
 * How two clusters differ in what their policies mean. Empty exactly when every flow between ends that both have is decided alike, and as
 * certainly, and neither has an end that the other hasn't. It agrees with the verdicts of both for every flow whose source port isn't given.
 */
export class ModelDifference {
  /** Everything that has changed, sure changes first. */
  public readonly changes: DifferenceChange[];

  /** Workloads and host endpoints that only the second cluster has, such as `Deployment shop/web`. */
  public readonly added: string[];

  /** Workloads and host endpoints that only the first cluster has. */
  public readonly removed: string[];

  /** What wasn't compared, as sentences: pods that no manifest declares, where there are too many kinds of them. */
  public readonly leftOut: string[];

  /** Whether nothing has changed in meaning. */
  public readonly isEmpty: boolean;

  private readonly printed: any;

  /** @internal */
  constructor(before: any, after: any, changedObjects?: string[]) {
    const difference = listDifference(before as PolicyModel, after as PolicyModel);
    const notes = [before, after].flatMap((model) => (model as PolicyModel).notes.map(({ what }) => what));
    const objects = changedObjects && countObjects(changedObjects, difference);
    this.printed = { ...difference, open: [...new Set(notes)], ...(objects && { objects }) } satisfies PrintedDifference;
    this.added = [...difference.added];
    this.removed = [...difference.removed];
    this.leftOut = [...difference.leftOut];
    this.isEmpty = difference.changes.length + this.added.length + this.removed.length === 0;
    this.changes = difference.changes.map(({ change, isCertain, ipVersions, sources, destinations, connections, causes, policies }) => ({
      change,
      certain: isCertain,
      ipVersions: [...ipVersions],
      sources: endsOf(sources),
      destinations: endsOf(destinations),
      connections: [...connections],
      causes: [...causes],
      policies: [...policies],
    }));
  }

  /** As people read it: a change a line. Whatever comes from a manifest is escaped. */
  public toText(): string {
    return differenceText(this.printed as PrintedDifference);
  }

  /** For a comment on a pull request: a summary and tables, the long ones folded. Whatever comes from a manifest is escaped. */
  public toMarkdown(): string {
    return differenceMarkdown(this.printed as PrintedDifference);
  }

  /** JSON text: `changes`, `added`, `removed`, `leftOut`, and as `notes` what isn't known of the clusters. */
  public toJson(): string {
    const { changes, added, removed, leftOut } = this;
    const { open, objects } = this.printed as PrintedDifference;
    return printJson({ changes, added, removed, leftOut, ...(objects && { objects }), notes: open });
  }
}

function endsOf({ namespaces, workloads, blocks }: ListedEnds): ConnectivityEnds {
  return { namespaces: [...namespaces], workloads: [...workloads], blocks: [...blocks] };
}
