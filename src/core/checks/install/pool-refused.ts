import { installObjects } from './install-objects';
import { InstalledPool, isIpip, isVxlan, ReadInstallation, readInstallation } from './read-installation';
import { readCidr } from '../../cidr';
import { ClusterCheck } from '../check';

/** What is wrong with a pool. */
interface Problem {
  readonly field: string;
  readonly what: string;
  readonly fix: string;
}

/** tigera operator pkg/controller/ippool/validation.go, ValidatePools. Two pools that overlap are another matter: the operator doesn't look. */
export const POOL_REFUSED: ClusterCheck = {
  id: 'install/pool-refused',
  severity: 'error',
  summary: 'The operator refuses a pool of an Installation.',
  refusedByCluster: true,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const installation of installObjects(cluster).installations.map(readInstallation)) {
      for (const pool of installation.pools) {
        for (const { field, what, fix } of problems(pool, installation)) {
          report({
            manifest: installation.manifest,
            field: ['spec', 'calicoNetwork', 'ipPools', pool.index, field],
            what,
            why: 'the operator reports the Installation as degraded, and makes no pool: pods get no addresses',
            fix,
          });
        }
      }
    }
  },
};

function* problems(pool: InstalledPool, { pools, cni }: ReadInstallation): Generator<Problem> {
  const { index, cidr, fields: { name, nodeSelector } } = pool;
  const block = readCidr(cidr);
  if (block === undefined) {
    yield { field: 'cidr', what: `${JSON.stringify(cidr)} is no block of addresses`, fix: 'write one such as 10.244.0.0/16' };
  }
  const before = pools.slice(0, index);
  if (before.some((other) => other.cidr === cidr)) {
    yield { field: 'cidr', what: `pool ${cidr} is there twice`, fix: 'leave one of them out' };
  }
  if (typeof name === 'string' && before.some((other) => other.fields.name === name)) {
    yield { field: 'name', what: `two pools are named ${name}`, fix: 'give one of them another name' };
  }
  if (cni !== 'Calico' && typeof nodeSelector === 'string' && nodeSelector !== '' && nodeSelector !== 'all()') {
    yield { field: 'nodeSelector', what: `nodeSelector is ${nodeSelector}, and the CNI plugin is ${cni}`, fix: 'write all(), or leave it out' };
  }
  yield* blockSizeProblems(pool, block?.maskLength);
  yield* loadBalancerProblems(pool);
}

function* blockSizeProblems({ cidr, isIpv6, fields: { blockSize } }: InstalledPool, prefixLength: number | undefined): Generator<Problem> {
  if (typeof blockSize !== 'number') {
    return;
  }
  const [least, most] = isIpv6 ? [116, 128] : [20, 32];
  if (blockSize < least || blockSize > most) {
    yield { field: 'blockSize', what: `blockSize is ${blockSize}`, fix: `write a number from ${least} to ${most} for ${isIpv6 ? 'IPv6' : 'IPv4'}` };
  } else if (prefixLength !== undefined && prefixLength > blockSize) {
    yield { field: 'blockSize', what: `pool ${cidr} is smaller than its blocks of /${blockSize}`, fix: `write a blockSize from ${prefixLength} on, or a greater pool` };
  }
}

function* loadBalancerProblems({ cidr, encapsulation, fields }: InstalledPool): Generator<Problem> {
  const uses: readonly unknown[] = Array.isArray(fields.allowedUses) ? fields.allowedUses : [];
  if (!uses.includes('LoadBalancer')) {
    return;
  }
  const pool = `pool ${cidr} is for Services of type LoadBalancer`;
  if (uses.some((use) => use !== 'LoadBalancer')) {
    yield { field: 'allowedUses', what: `${pool} and for something else`, fix: 'write LoadBalancer alone, and another pool for the rest' };
  }
  if (fields.nodeSelector !== undefined && fields.nodeSelector !== 'all()') {
    yield { field: 'nodeSelector', what: `${pool}, and nodeSelector is ${String(fields.nodeSelector)}`, fix: 'write all(), or leave it out' };
  }
  if (isIpip(encapsulation) || isVxlan(encapsulation)) {
    yield { field: 'encapsulation', what: `${pool}, and encapsulation is ${encapsulation}`, fix: 'write None' };
  }
  if (fields.disableBGPExport === true) {
    yield { field: 'disableBGPExport', what: `${pool}, and BGP doesn't announce it`, fix: 'leave disableBGPExport out' };
  }
}
