import { blockOf } from './pools-of';
import { specialRangesOf } from '../../cidr';
import { ResourceCheck } from '../check';

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
    // Calico itself refuses link-local pools.
    const special = block && specialRangesOf(block).find(({ range }) => !range.forHosts && range.use !== 'link-local');
    if (special) {
      const { range, shared } = special;
      report({
        field: ['spec', 'cidr'],
        what: `pool ${block} holds addresses of ${range.name} (${range.block})`,
        why: `${range.source} sets ${shared.toRange()} aside: hosts and routers don't treat them as addresses of hosts, so pods there have no network`,
        fix: 'give `cidr` a private range, such as one in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or fd00::/8',
      });
    }
  },
};
