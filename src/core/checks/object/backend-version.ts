import { kindNames } from '../../schema';
import { ResourceCheck } from '../check';

/** Kinds that Calico keeps for itself: whoever has them in files keeps a copy of what is in a cluster. */
const OWN: ReadonlySet<string> = new Set(['BlockAffinity', 'ClusterInformation', 'IPAMBlock', 'IPAMConfiguration', 'IPAMHandle']);
let kinds: ReadonlySet<string> | undefined;

/**
 * `crd.projectcalico.org/v1` is where Calico's API server and calicoctl store what they have judged (libcalico-go/lib/backend/k8s/resources). Written
 * past them nothing is judged, and this library doesn't judge it either: that would go unnoticed.
 */
export const BACKEND_VERSION: ResourceCheck = {
  id: 'object/backend-version',
  severity: 'warning',
  summary: 'An object is written as crd.projectcalico.org/v1, which nothing validates.',
  refusedByCluster: false,
  sees: 'resource',
  run: ({ apiVersion, kind }, report) => {
    if (apiVersion === 'crd.projectcalico.org/v1' && (kinds ??= new Set(kindNames().filter((name) => !OWN.has(name)))).has(kind)) {
      report({
        field: ['apiVersion'],
        what: `${kind} is written as crd.projectcalico.org/v1: neither the cluster nor these checks look at it`,
        why: 'that is how Calico stores what its API has judged; what is written there by hand nobody judges, and Calico drops what it can\'t read, with a line in a log',
        fix: 'write apiVersion: projectcalico.org/v3, and apply it by kubectl where Calico\'s API server or native CRDs are installed, or by calicoctl',
      });
    }
  },
};
