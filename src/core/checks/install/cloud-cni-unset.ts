import { installObjects, objectAt, textAt } from './install-objects';
import { readInstallation } from './read-installation';
import { ClusterCheck } from '../check';

/** tigera operator core_controller.go, fillDefaults: where none is said, it takes Amazon's plugin on EKS, Azure's on AKS, Google's on GKE. */
export const CLOUD_CNI_UNSET: ClusterCheck = {
  id: 'install/cloud-cni-unset',
  severity: 'error',
  summary: 'An Installation for a cloud sets up Calico\'s networking, and doesn\'t say that Calico is the CNI plugin.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const { manifest, spec, provider, cni, pools } of installObjects(cluster).installations.map(readInstallation)) {
      if (cni === 'Calico' || textAt(objectAt(spec, 'cni'), 'type') !== undefined || pools.length === 0) {
        continue;
      }
      report({
        manifest,
        field: ['spec', 'calicoNetwork', 'ipPools'],
        what: `pools are given for ${provider}, and spec.cni.type isn't`,
        why: `on ${provider} the operator then takes ${cni}, which has its own addresses: pods get none of these pools, or nodes stay NotReady where that plugin was removed`,
        fix: `write spec.cni.type Calico, or leave the pools out and write ${cni}`,
      });
    }
  },
};
