import { installObjects, objectAt } from './install-objects';
import { readInstallation } from './read-installation';
import { readCidr } from '../../cidr';
import { ClusterCheck } from '../check';

const METHODS = ['firstFound', 'kubernetes', 'interface', 'skipInterface', 'canReach', 'cidrs'];

/** tigera operator pkg/controller/installation/validation.go, validateNodeAddressDetection. */
export const NODE_ADDRESS_DETECTION: ClusterCheck = {
  id: 'install/node-address-detection',
  severity: 'error',
  summary: 'An Installation gives several ways to find the address of a node, or blocks that can\'t be read.',
  refusedByCluster: true,
  sees: 'cluster',
  run: (cluster, report) => {
    const why = 'the operator reports the Installation as degraded, and installs nothing';
    for (const { manifest, network } of installObjects(cluster).installations.map(readInstallation)) {
      for (const name of ['nodeAddressAutodetectionV4', 'nodeAddressAutodetectionV6']) {
        const detection = objectAt(network, name);
        const field = ['spec', 'calicoNetwork', name];
        const given = METHODS.filter((method) => isGiven(detection[method]));
        if (given.length > 1) {
          report({ manifest, field, what: `${name} has ${given.length} methods: ${given.join(', ')}`, why, fix: 'leave all but one out' });
        }
        const cidrs = Array.isArray(detection.cidrs) ? detection.cidrs : [];
        cidrs.forEach((cidr, index) => {
          if (typeof cidr === 'string' && readCidr(cidr) === undefined) {
            report({ manifest, field: [...field, 'cidrs', index], what: `${JSON.stringify(cidr)} is no block of addresses`, why, fix: 'write one such as 10.0.0.0/16' });
          }
        });
      }
    }
  },
};

/** The operator counts what isn't Go's zero value: `firstFound: false` and empty texts are none. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);
}
