import { blockOf } from './pools-of';
import { specialRangesOf, SpecialUse } from '../../cidr';
import { ResourceCheck } from '../check';

/** Link-local pools aren't among them: Calico itself refuses those. */
const NO_ADDRESSES_OF_HOSTS = new Set<SpecialUse>(['this-network', 'loopback', 'multicast', 'broadcast', 'reserved', 'unspecified', 'discard', 'ipv4-mapped']);

/** Calico refuses link-local pools only (libcalico-go validator, `validateIPPool`); the other special ranges work as little for pods. */
export const POOL_IN_SPECIAL_RANGE: ResourceCheck = {
  id: 'cidr/pool-in-special-range',
  severity: 'warning',
  summary: 'A pool holds loopback, multicast or reserved addresses.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    if (!manifest.isCalico || manifest.kind !== 'IPPool') {
      return;
    }
    const block = blockOf(manifest);
    const special = block && specialRangesOf(block).find(({ range }) => NO_ADDRESSES_OF_HOSTS.has(range.use));
    if (special) {
      const { range, shared } = special;
      report({
        field: ['spec', 'cidr'],
        what: `pool ${block} holds addresses of ${range.name} (${range.block})`,
        why: `${range.source} sets ${shared.toRange()} aside: most hosts and routers take them for no address of a host, so traffic of pods there is dropped`,
        fix: 'give `cidr` a private range, such as one in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or fd00::/8',
      });
    }
  },
};
