import { Cluster } from '../../manifests';

/** What is known of how many nodes a cluster has. */
export interface NodeCount {
  readonly atLeast: number;
  /** True where there aren't any others: a plan that declares nodes declares all of them. */
  readonly exact: boolean;
  /** Who says so, in words. */
  readonly saidBy: string;
}

/** The nodes that the plan declares, or else the Node objects, which may be some of all; undefined where nobody says. One look at each object. */
export function nodeCount({ plan, manifests }: Cluster): NodeCount | undefined {
  const planned = new Set(plan?.nodeNames).size;
  if (planned > 0) {
    return { atLeast: planned, exact: true, saidBy: 'the plan declares' };
  }
  const names = new Set(manifests.filter(({ kind, group }) => kind === 'Node' && group === '').map(({ name }) => name));
  return names.size === 0 ? undefined : { atLeast: names.size, exact: false, saidBy: 'the objects have' };
}
