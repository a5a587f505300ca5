import { readAddress } from '../../cidr';
import { Manifest } from '../../manifests';
import { calicoObjects, inStableOrder } from '../calico-objects';
import { ClusterCheck } from '../check';

/**
 * One host endpoint governs an interface: of several that match it, the one whose name sorts first (felix/dataplane/linux
 * `endpoint_mgr.go`, `resolveHostEndpoints`). One with an interface name matches by that alone, another by its addresses.
 * n log n in the host endpoints, linear in their addresses.
 */
export const SAME_INTERFACE: ClusterCheck = {
  id: 'host/same-interface',
  severity: 'warning',
  summary: 'Two HostEndpoints are for the same interface of a node, so one of them has no effect.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const first = new Map<string, Manifest>();
    for (const manifest of inStableOrder(calicoObjects(cluster, 'HostEndpoint'))) {
      const { node } = manifest.spec;
      if (typeof node !== 'string' || node === '') {
        continue;
      }
      for (const { key, words, field } of interfacesOf(manifest)) {
        const place = JSON.stringify([node, key]);
        const other = first.get(place);
        if (other === undefined) {
          first.set(place, manifest);
        } else if (other.name !== manifest.name) {
          report({
            manifest,
            field,
            what: `HostEndpoint ${other.name}${other.origin.path === undefined ? '' : ` of ${other.origin.path}`} is for ${words} of node ${node} too`,
            why: `of two, Felix takes the one whose name sorts first, ${other.name}: labels, ports and profiles of ${manifest.name} have no effect there`,
            fix: 'put both into one HostEndpoint, or give one of them another interface or address',
          });
          break;
        }
      }
    }
  },
};

interface Interface {
  readonly key: string;
  readonly words: string;
  readonly field: (string | number)[];
}

function interfacesOf({ spec }: Manifest): Interface[] {
  const { interfaceName, expectedIPs } = spec;
  if (typeof interfaceName === 'string' && interfaceName !== '') {
    const words = interfaceName === '*' ? 'all interfaces' : `interface ${interfaceName}`;
    return [{ key: `name ${interfaceName}`, words, field: ['spec', 'interfaceName'] }];
  }
  return (Array.isArray(expectedIPs) ? expectedIPs : []).flatMap((text, index) => {
    const address = typeof text === 'string' ? readAddress(text)?.toAddress() : undefined;
    return address === undefined ? [] : [{ key: `address ${address}`, words: `the interface with ${address}`, field: ['spec', 'expectedIPs', index] }];
  });
}
