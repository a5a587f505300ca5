import { Cluster, Manifest } from '../../manifests';
import { ClusterCheck } from '../check';
import { installObjects, objectAt } from '../install/install-objects';

/** Ways to install Calico, and the object that shows it. */
interface Variant {
  readonly name: 'the operator' | 'manifests' | 'Canal';
  readonly manifest: Manifest;
}

/**
 * The operator moves an install of manifests in kube-system to itself (tigera operator, pkg/controller/migration); nothing moves any other way.
 * A walk over the objects.
 */
export const INSTALL_VARIANT: ClusterCheck = {
  id: 'change/install-variant',
  severity: 'error',
  summary: 'Calico is to be installed in another way than it is.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (cluster.before === undefined) {
      return;
    }
    const before = variantOf({ name: '', manifests: cluster.before });
    const after = variantOf(cluster);
    if (before && after && before.name !== after.name) {
      const moves = before.name === 'manifests' && after.name === 'the operator';
      report({
        manifest: after.manifest,
        severity: moves ? 'warning' : 'error',
        what: `Calico is installed by ${before.name}, and is to be installed by ${after.name}`,
        why: moves
          ? 'the operator takes over from kube-system node by node, and there is no way back; settings that only the manifests had are lost'
          : 'nothing removes the old calico-node: two of them on a node undo each other\'s rules and routes, and pods lose their network',
        fix: moves
          ? 'compare the settings of both, do it in a time of little traffic, and acknowledge this'
          : `stay with ${before.name}; to change, remove the old install node by node, with the pods moved away, as its documentation says`,
      });
    }
    const stored = storeOf(cluster.before);
    const toStore = storeOf(cluster.manifests);
    if (stored && toStore && stored.group !== toStore.group) {
      report({
        manifest: toStore.manifest,
        what: `Calico keeps its resources as ${stored.group}, and is to keep them as ${toStore.group}`,
        why: 'what is kept in one group isn\'t in the other: without a migration Calico starts without pools and without policies',
        fix: `stay with ${stored.group}, or migrate the resources first, as Calico's documentation says`,
      });
    }
  },
};

function variantOf(cluster: Cluster): Variant | undefined {
  const { installations, nodes } = installObjects(cluster);
  if (installations.length > 0) {
    return { name: 'the operator', manifest: installations[0] };
  }
  return nodes.length === 0 ? undefined : { name: isCanal(nodes[0]) ? 'Canal' : 'manifests', manifest: nodes[0] };
}

function isCanal({ spec }: Manifest): boolean {
  const { containers } = objectAt(spec, 'template', 'spec');
  return Array.isArray(containers) && containers.some((container: unknown) => (container as { name?: unknown } | null)?.name === 'kube-flannel');
}

/** The group whose CustomResourceDefinitions hold the resources; undefined where neither or both are there. */
function storeOf(manifests: readonly Manifest[]): { readonly group: string; readonly manifest: Manifest } | undefined {
  const found = ['crd.projectcalico.org', 'projectcalico.org'].flatMap((group) => {
    const manifest = manifests.find(({ kind, name }) => kind === 'CustomResourceDefinition' && name === `ippools.${group}`);
    return manifest ? [{ group, manifest }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
