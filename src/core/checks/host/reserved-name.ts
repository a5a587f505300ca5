import { isObject } from '../../manifests';
import { ResourceCheck } from '../check';

const CREATED_BY = 'projectcalico.org/created-by';
const CONTROLLERS = 'calico-kube-controllers';
const SUFFIX = '-auto-hep';

/**
 * kube-controllers knows its host endpoints by a label, and makes names of one form (kube-controllers/pkg/controllers/node
 * `hostendpoints.go`, `isAutoHostEndpoint` and `generateAutoHostEndpointName`).
 */
export const RESERVED_NAME: ResourceCheck = {
  id: 'host/reserved-name',
  severity: 'warning',
  summary: 'A HostEndpoint has the label or the name of those that kube-controllers creates and deletes.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    if (!manifest.isCalico || manifest.kind !== 'HostEndpoint') {
      return;
    }
    const { metadata } = manifest.object;
    const labels = isObject(metadata) && isObject(metadata.labels) ? metadata.labels : {};
    if (labels[CREATED_BY] === CONTROLLERS) {
      report({
        field: ['metadata', 'labels', CREATED_BY],
        what: `the label ${CREATED_BY}: ${CONTROLLERS} marks a host endpoint that kube-controllers created`,
        why: 'kube-controllers deletes every host endpoint with this label that it wouldn\'t create by itself, and overwrites the others',
        fix: 'remove the label, or the object where it was copied out of a cluster',
      });
    } else if (manifest.name.endsWith(SUFFIX)) {
      report({
        field: ['metadata', 'name'],
        what: `${manifest.name} has the name of a host endpoint that kube-controllers creates`,
        why: 'where kube-controllers creates host endpoints, it can\'t create the one of this name, and the node goes without it',
        fix: `choose a name that doesn't end in ${SUFFIX}`,
      });
    }
  },
};
