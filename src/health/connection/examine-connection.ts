import { Connection, printEnd, ResolvedEnd } from './connection';
import { PathTest, pathTest, printPathTest } from './direct-path';
import { judgeEnds, skipped } from './ends-step';
import { judgeNodes } from './nodes-step';
import { judgePolicies } from './policies-step';
import { readPolicyObjects } from './policy-objects';
import { resolveEnd } from './resolve-end';
import { printRefusal, Refusal } from '../ask';
import { InstallShape } from '../install-shape';
import { ReportLine } from '../print-health';
import { ClusterReader } from '../reading';

/** What is known of a connection. */
export interface ConnectionReport {
  /** The steps, in the order of the flow: ends, nodes, policies, direct path. */
  readonly lines: readonly ReportLine[];
  /** The walk of a packet through the policies. @default - none was decided */
  readonly walk?: string;
  /** The test of the last step. @default - there is nothing to test */
  readonly test?: PathTest;
}

/** How to look. */
export interface ConnectionOptions {
  /** The time that it is, in milliseconds. */
  readonly now: number;
  /** The context of the kubeconfig, for the commands that are shown. */
  readonly context?: string;
}

/** Walks the flow of an on-call page over a connection, with questions that only read. */
export async function examineConnection(
  connection: Connection, shape: InstallShape, reader: ClusterReader, { now, context }: ConnectionOptions,
): Promise<ConnectionReport> {
  const [from, to] = await Promise.all([resolveEnd(connection.from, reader), resolveEnd(connection.to, reader)]);
  const refused = [[connection.from, from] as const, [connection.to, to] as const].filter(([, end]) => 'refusal' in end);
  if (refused.length > 0) {
    return { lines: refused.map(([end, result]) => unreadable(printEnd(end), (result as { refusal: Refusal }).refusal)) };
  }
  return walkFlow(connection, from as ResolvedEnd, to as ResolvedEnd, shape, reader, now, context);
}

async function walkFlow(
  connection: Connection, from: ResolvedEnd, to: ResolvedEnd, shape: InstallShape, reader: ClusterReader, now: number, context: string | undefined,
): Promise<ConnectionReport> {
  const empty = [to, from].find(({ pods }) => pods.length === 0);
  const [nodes, objects] = await Promise.all([
    judgeNodes(shape, from, to, reader, now),
    empty ? undefined : readPolicyObjects([from.namespace, to.namespace], reader),
  ]);
  const policies = objects && judgePolicies(connection, from, to, objects);
  const test = pathTest(connection, from, to);
  return {
    lines: [judgeEnds(from, to, now), nodes, policies?.line ?? skipped('policies', empty!), printPathTest(test, connection, context)],
    ...(policies?.walk !== undefined && { walk: policies.walk }),
    ...(test && { test }),
  };
}

function unreadable(title: string, refusal: Refusal): ReportLine {
  return { title, status: 'unknown', evidence: [printRefusal(refusal)] };
}
