import { ClusterCheck } from '../check';
import { poolChanges } from './comparable-pools';

/** Felix of each node takes a new mode when it hears of it (felix/calc `encapsulation_resolver.go`), not all at one time. One look at each pool. */
export const ENCAPSULATION: ClusterCheck = {
  id: 'change/encapsulation',
  severity: 'warning',
  summary: 'What packets between the pods of a pool are put into is changed.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const { before, after } of poolChanges(cluster)?.changed ?? []) {
      if (before.encapsulation === after.encapsulation) {
        continue;
      }
      report({
        manifest: after.manifest,
        field: after.fields.encapsulation,
        what: `pool ${after.key} has ${before.encapsulation}, and is to have ${after.encapsulation}`,
        why: after.firstStart
          ? 'calico-node reads this variable only where there is no pool yet: the pool that exists keeps its mode'
          : `nodes change one after another, and until all have, packets between pods are lost; connections may break${needs(after.encapsulation)}`,
        fix: after.firstStart
          ? 'change the IPPool that exists, in a time of little traffic'
          : 'change it in a time of little traffic, on one pool at a time, and restart what keeps long connections',
      });
    }
  },
};

function needs(encapsulation: string): string {
  if (encapsulation.startsWith('VXLAN')) {
    return '; VXLAN needs UDP port 4789 between nodes';
  }
  return encapsulation.startsWith('IP in IP')
    ? '; IP in IP needs IP protocol 4 between nodes, and BGP'
    : '; without encapsulation the network between nodes has to route the pods\' addresses';
}
