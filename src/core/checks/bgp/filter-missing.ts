import { calicoObjects, namesOf } from '../calico-objects';
import { ClusterCheck } from '../check';
import { likelyNames } from '../likely-name';

/**
 * Calico asks for all filters of a peer when the peer is created or changed (libcalico-go clientv3 `bgppeer.go`, `validate`). confd passes
 * over a filter that it can't find (confd/pkg/backends/calico `bgp_processor.go`, `buildImportFilter`). One look at each peer's filters.
 */
export const FILTER_MISSING: ClusterCheck = {
  id: 'bgp/filter-missing',
  severity: 'warning',
  summary: 'A BGPPeer names a BGPFilter that no object declares.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const declared = namesOf(cluster, 'BGPFilter');
    const likely = likelyNames(() => declared);
    for (const manifest of calicoObjects(cluster, 'BGPPeer')) {
      const { filters } = manifest.spec;
      for (const [index, filter] of (Array.isArray(filters) ? filters : []).entries()) {
        if (typeof filter !== 'string' || filter === '' || declared.has(filter)) {
          continue;
        }
        const meant = likely(filter);
        report({
          manifest,
          field: ['spec', 'filters', index],
          what: `there is no BGPFilter ${JSON.stringify(filter)} among the objects given`,
          why: 'Calico\'s API refuses a peer with a filter that doesn\'t exist; with native CRDs it is taken, and routes pass as if the filter '
            + 'weren\'t named',
          fix: `${meant === undefined ? '' : `write ${meant}, or `}add a BGPFilter named ${filter}; acknowledge this where the filter is created elsewhere`,
          ...(meant !== undefined && { corrected: meant }),
        });
      }
    }
  },
};
