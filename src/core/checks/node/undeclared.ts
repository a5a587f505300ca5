import { FieldPath } from '../../findings';
import { Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { likelyNames } from '../likely-name';

/** Kinds that name a node in `spec.node`. */
const ON_A_NODE = ['BGPPeer', 'HostEndpoint', 'CalicoNodeStatus'];

/** Kinds that name a node in their own name, after a prefix (libcalico-go syncersv1/updateprocessors `configurationprocessor.go`). */
const NAMED_AFTER_A_NODE = ['BGPConfiguration', 'FelixConfiguration'];
const PREFIX = 'node.';

/** Says nothing unless the plan declares nodes. One look at each object of these kinds. */
export const NODE_UNDECLARED: ClusterCheck = {
  id: 'node/undeclared',
  severity: 'warning',
  summary: 'An object names a node that the NetworkPlan doesn\'t declare.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const declared = new Set(cluster.plan?.nodeNames);
    if (declared.size === 0) {
      return;
    }
    const likely = likelyNames(() => declared);
    const judge = (manifest: Manifest, field: FieldPath, node: unknown) => {
      if (typeof node !== 'string' || node === '' || declared.has(node)) {
        return;
      }
      const meant = likely(node);
      report({
        manifest,
        field,
        what: `there is no node ${JSON.stringify(node)} in the plan`,
        why: `Calico takes any name, and a ${manifest.kind} for a node that isn't there acts nowhere`,
        fix: `${meant === undefined ? 'correct the name' : `write ${meant}`}, or add ${node} to the plan's \`nodeNames\``,
      });
    };
    for (const kind of ON_A_NODE) {
      for (const manifest of calicoObjects(cluster, kind)) {
        judge(manifest, ['spec', 'node'], manifest.spec.node);
      }
    }
    for (const kind of NAMED_AFTER_A_NODE) {
      for (const manifest of calicoObjects(cluster, kind)) {
        if (manifest.name.startsWith(PREFIX)) {
          judge(manifest, ['metadata', 'name'], manifest.name.slice(PREFIX.length));
        }
      }
    }
  },
};
