import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';

/**
 * With Kubernetes as the datastore, profiles are made of namespaces and service accounts, and can't be created
 * (libcalico-go/lib/backend/k8s/resources `profile.go`, `Create`); the native CRDs have no such kind. One look at each profile.
 */
export const PROFILE_NEEDS_ETCD: ClusterCheck = {
  id: 'profile/needs-etcd',
  severity: 'warning',
  summary: 'A Profile can only be created where Calico keeps its data in etcd.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const manifest of calicoObjects(cluster, 'Profile')) {
      report({
        manifest,
        field: ['kind'],
        what: `${manifest.name} is a Profile`,
        why: 'with Kubernetes as the datastore, as every install by operator or manifest has it, Calico makes profiles of namespaces and '
          + 'service accounts, and refuses any other; with native CRDs there is no such kind',
        fix: 'write its rules as a GlobalNetworkPolicy, and its labels on the endpoints; acknowledge this where Calico uses etcd',
      });
    }
  },
};
