import { ProbeCluster } from './probe-cluster';
import { Flow } from '../model/flow';
import { Verdict } from '../model/verdict';

/**
 * Connections that a template promises to allow, or to deny, in a cluster that tries to break the promise.
 */
export interface ProbeSet {
  /** What the cluster is like, in a few words. */
  readonly name: string;

  /** What is there besides the objects of the template. */
  readonly cluster: ProbeCluster;

  /** Connections that have to be allowed. @default - none */
  readonly mustAllow?: Flow[];

  /** Connections that have to be denied. @default - none */
  readonly mustDeny?: Flow[];
}

/**
 * What became of one probe.
 */
export interface ProbeResult {
  /** Name of the set of probes. */
  readonly probeSet: string;

  /** The connection that was tried. */
  readonly flow: Flow;

  /** What the template promises. */
  readonly mustAllow: boolean;

  /** True where the verdict is certain, and as promised. */
  readonly holds: boolean;

  /** The verdict, with its walk. */
  readonly verdict: Verdict;
}
