import { FieldPath, Severity, TextSpan } from '../findings';
import { Cluster, Manifest } from '../manifests';

/** What the catalogue says of one kind of finding. */
export interface Rule {
  /** `category/name`, both in kebab-case. API: never renamed. Its page is `docs/checks/<id>.md`. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence for the catalogue: what is found. */
  readonly summary: string;
  /** True where the cluster would refuse or drop the object: such a finding can't be acknowledged. */
  readonly refusedByCluster: boolean;
  /** @default - its page among this library's */
  readonly docs?: string;
}

/** What a check says of one fault; the judge adds severity, docs, path, object and place. */
export interface Fault {
  /** The object at fault. Left out where the fault is the plan's or the whole app's. */
  readonly manifest?: Manifest;
  readonly field?: FieldPath;
  /** Path of a construct that is no manifest, such as a plan. Used where there is no `manifest`. */
  readonly path?: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** Only where this fault is less (or more) than the rule's own severity. */
  readonly severity?: Severity;
  readonly span?: TextSpan;
  readonly corrected?: string;
  readonly layer?: Layer;
  readonly outcome?: Outcome;
}

/** Who refuses an object. */
export type Layer = 'api-server' | 'calico' | 'datastore';

/** What becomes of an object that is at fault. */
export type Outcome = 'refused' | 'dropped';

/** Takes the faults that a check finds, in any order. */
export type Report = (fault: Fault) => void;

/** A check of what one resource shows by itself. */
export interface ResourceCheck extends Rule {
  readonly sees: 'resource';
  readonly run: (manifest: Manifest, report: Report) => void;
}

/** A check of all objects that go to one cluster. */
export interface ClusterCheck extends Rule {
  readonly sees: 'cluster';
  readonly run: (cluster: Cluster, report: Report) => void;
}

/** A check of all clusters of the app, such as of the plans that are routed to each other. */
export interface AppCheck extends Rule {
  readonly sees: 'app';
  readonly run: (clusters: readonly Cluster[], report: Report) => void;
}

/** One rule with the code that finds it: one file, one page, one test. */
export type Check = ResourceCheck | ClusterCheck | AppCheck;
