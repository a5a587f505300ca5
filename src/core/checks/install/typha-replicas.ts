import { installObjects, objectAt } from './install-objects';
import { NodeCount, nodeCount } from './node-count';
import { readNode } from './read-node';
import { NODES_OF_A_TYPHA, typhaScale } from './typha-scale';
import { Cluster, isObject, Manifest } from '../../manifests';
import { ClusterCheck, Fault } from '../check';

type Problem = Pick<Fault, 'what' | 'why' | 'fix' | 'severity'>;

/**
 * Typha listens on the node's own address, so a node runs one at most. The operator knows how many there are to be, and these are the manifests'
 * (projectcalico/calico#2403, #2933). One look at each object.
 */
export const TYPHA_REPLICAS: ClusterCheck = {
  id: 'install/typha-replicas',
  severity: 'warning',
  summary: 'A Deployment of Typha has more replicas than nodes can run, too few for the nodes that there are, or none.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const manifest of cluster.manifests) {
      if (manifest.kind === 'Deployment' && manifest.group === 'apps' && isTypha(manifest)) {
        const { replicas = 1 } = manifest.spec;
        const problem = typeof replicas === 'number' ? problemOf(manifest, replicas, cluster) : undefined;
        if (problem) {
          report({ manifest, field: ['spec', 'replicas'], ...problem });
        }
      }
    }
  },
};

function isTypha({ spec }: Manifest): boolean {
  const { containers } = objectAt(spec, 'template', 'spec');
  return Array.isArray(containers) && containers.some((container) => isObject(container) && container.name === 'calico-typha');
}

function problemOf(manifest: Manifest, replicas: number, cluster: Cluster): Problem | undefined {
  if (replicas === 0) {
    return isAsked(cluster) ? {
      what: 'Typha has 0 replicas, and calico-node is told to ask it',
      why: 'Felix learns nothing of the cluster from a Typha that doesn\'t run: calico-node never becomes ready, and new pods stay without network',
      fix: 'write a number from 1, or set typha_service_name of calico-config to none',
      severity: 'error',
    } : undefined;
  }
  const count = nodeCount(cluster);
  return count && (tooMany(manifest, replicas, count) ?? tooFew(replicas, count));
}

/** Whether a DaemonSet of calico-node among the objects is told of a Typha. */
function isAsked(cluster: Cluster): boolean {
  const objects = installObjects(cluster);
  return objects.nodes.some((node) => (readNode(node, objects).value('FELIX_TYPHAK8SSERVICENAME') ?? 'none') !== 'none');
}

function tooMany({ spec }: Manifest, replicas: number, { atLeast: nodes, exact, saidBy }: NodeCount): Problem | undefined {
  if (!exact || objectAt(spec, 'template', 'spec').hostNetwork !== true) {
    return undefined;
  }
  const fix = `write ${typhaScale(nodes)}, as the operator would for ${nodes} node${nodes === 1 ? '' : 's'}`;
  if (replicas > nodes) {
    return {
      what: `Typha has ${replicas} replicas, and ${saidBy} ${nodes} node${nodes === 1 ? '' : 's'}`,
      why: `a node runs one Typha at most, as Typha takes port 5473 of the node: ${replicas - nodes} of them stay pending, and updates of the Deployment don't end`,
      fix,
    };
  }
  return replicas === nodes && nodes > 1 && mayEndFirst(spec.strategy, replicas) === 0 ? {
    what: `Typha has ${replicas} replicas on ${nodes} nodes, and none of them may end before its successor runs`,
    why: 'a node runs one Typha at most, as Typha takes port 5473 of the node: an update waits for a node without Typha, and there is none',
    fix: `${fix}, or set maxUnavailable of the strategy to 1`,
  } : undefined;
}

/** How many pods may be missing during an update: a quarter, rounded down, where nothing is said. */
function mayEndFirst(strategy: unknown, replicas: number): number | undefined {
  const { type = 'RollingUpdate', rollingUpdate } = isObject(strategy) ? strategy : {};
  const { maxUnavailable = '25%' } = isObject(rollingUpdate) ? rollingUpdate : {};
  if (type !== 'RollingUpdate') {
    return undefined;
  }
  const percent = typeof maxUnavailable === 'string' ? /^(\d{1,3})%$/.exec(maxUnavailable) : null;
  return percent ? Math.floor(replicas * Number(percent[1]) / 100) : Number(maxUnavailable);
}

function tooFew(replicas: number, { atLeast: nodes, saidBy }: NodeCount): Problem | undefined {
  return nodes <= replicas * NODES_OF_A_TYPHA ? undefined : {
    what: `Typha has ${replicas} replica${replicas === 1 ? '' : 's'}, and ${saidBy} ${nodes} nodes`,
    why: `one Typha is meant for ${NODES_OF_A_TYPHA} nodes: with more, policies and addresses of pods reach nodes late, and a Typha that ends takes many nodes' news with it`,
    fix: `write ${typhaScale(nodes)}, as the operator would`,
  };
}
