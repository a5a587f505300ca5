import { RequiredTraffic, requiredTraffic } from './required-traffic';
import { TRAFFIC_WORDS } from './traffic-words';
import { PlannedUnderlay } from '../../manifests';
import { ClusterCheck } from '../check';

/** What else can be done, where there is something. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  bgp: 'turn BGP off and take VXLAN',
  ipip: 'take VXLAN for the pool',
};

/**
 * What doesn't get from node to node shows only after apply, and late: nothing of it is in the cluster's objects. Silent without
 * a declared underlay, and of an API server whose port isn't said. Requirements are at most a dozen, whatever the cluster holds.
 */
export const TRAFFIC_BLOCKED: ClusterCheck = {
  id: 'underlay/traffic-blocked',
  severity: 'error',
  summary: 'Calico needs something of the network between the nodes that the plan doesn\'t let through.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const underlay = cluster.plan?.underlay;
    if (underlay === undefined) {
      return;
    }
    for (const traffic of requiredTraffic(cluster).filter(({ assumed }) => !assumed)) {
      const { use, manifest, field, protocol, port } = traffic;
      if (lets(underlay, traffic)) {
        continue;
      }
      const { reason, loss, peers } = TRAFFIC_WORDS[use];
      const alternative = ALTERNATIVES[use];
      const [name, short] = port === undefined ? ['IP protocol 4', 'ipip'] : protocol === 6 ? [`TCP port ${port}`, `tcp/${port}`] : [`UDP port ${port}`, `udp/${port}`];
      report({
        manifest,
        field,
        what: `the underlay of the plan doesn't let ${name} through (${reason})`,
        why: loss,
        fix: `open ${name} between ${peers.startsWith('all nodes') ? peers : `nodes and ${peers}`}, and add ${short} to the plan's underlay${alternative === undefined ? '' : `; or ${alternative}`}`,
        // Nothing that pods do depends on metrics.
        ...(use.endsWith('metrics') && { severity: 'warning' as const }),
      });
    }
  },
};

function lets({ allows }: PlannedUnderlay, { protocol, port = 0 }: RequiredTraffic): boolean {
  return allows.some((allowed) => (allowed.protocol === undefined || allowed.protocol === protocol)
    && allowed.firstPort <= port && port <= allowed.lastPort);
}
