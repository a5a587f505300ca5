import { CalicoReading } from './calico-objects';
import { cidrText, DeclaredPool, fieldOf } from './declared-pool';
import { HealthResult, resultOf, Sign, unread } from './health-result';
import { InstallShape } from './install-shape';
import { nameOf, objectAt, objectsAt, specOf, statusOf, textAt } from './kubernetes-fields';
import { Reading } from './reading';
import { PrefixIndex, readAddress, readCidr } from '../core/cidr';
import { JsonObject } from '../core/manifests';

const POOLS = { id: 'pools', title: 'pools' };

/** Whether the pools are there as declared, with the addresses of the nodes outside of them. */
export function judgePools(shape: InstallShape, { reading, via }: CalicoReading, nodes: Reading): HealthResult {
  const next = via === 'crd.projectcalico.org' ? 'calicoctl get ippool -o wide' : 'kubectl get ippools.projectcalico.org -o yaml';
  if (reading.refusal) {
    const none = reading.refusal.reason === 'no-such-kind';
    return none
      ? { ...POOLS, status: 'failure', evidence: ['the cluster serves no IPPool: Calico\'s CustomResourceDefinitions are missing'], next: 'apply the install' }
      : unread(POOLS, reading.refusal, 'calicoctl get ippool -o wide');
  }
  const pools = reading.objects;
  const { pools: declared } = shape;
  const signs = [
    ...(declared ?? []).flatMap((pool) => driftOf(pool, pools)),
    ...(declared === undefined ? pools.filter((pool) => specOf(pool).disabled === true).map(disabled) : undeclared(declared, pools)),
    ...overlapsOf(pools, nodes.refusal ? [] : nodes.objects),
  ];
  if (declared === undefined && pools.length === 0) {
    signs.push({ status: 'warning', text: 'there is no pool: pods get no addresses from Calico' });
  }
  const fix = signs.some(({ status }) => status === 'failure') && declared !== undefined ? `compare ${next} with what was synthesised, and apply that` : next;
  return resultOf(POOLS, signs.length > 0 ? signs : [{ status: 'ok', text: pools.map(poolText).join('; ') }], fix);
}

/** A pool on one line, as `calicoctl get ippool -o wide` shows it. */
export function poolText(pool: JsonObject): string {
  const spec = specOf(pool);
  const mode = (field: string, name: string) => fieldOf(spec, field) === 'Never' ? [] : [`${name} ${fieldOf(spec, field)}`];
  const encapsulation = [...mode('ipipMode', 'IPIP'), ...mode('vxlanMode', 'VXLAN')].join(', ') || 'no encapsulation';
  return `${nameOf(pool)} ${String(spec.cidr)}, ${encapsulation}, NAT ${fieldOf(spec, 'natOutgoing') === true ? 'on' : 'off'}`
    + (spec.disabled === true ? ', disabled' : '');
}

function disabled(pool: JsonObject): Sign {
  return { status: 'warning', text: `${poolText(pool)}: gives out no addresses` };
}

function driftOf(declared: DeclaredPool, pools: readonly JsonObject[]): Sign[] {
  const { cidr, name } = declared;
  const wanted = cidr && cidrText(cidr);
  const pool = pools.find((one) => name === undefined ? cidrText(String(specOf(one).cidr)) === wanted : nameOf(one) === name)
    ?? (declared.firstStart ? pools.find((one) => cidrText(String(specOf(one).cidr)) === wanted) : undefined);
  if (pool === undefined) {
    return [{ status: 'failure', text: `${declared.by} declares ${[name, cidr].filter(Boolean).join(' ')}: the cluster has no such pool` }];
  }
  const spec = specOf(pool);
  const is = cidrText(String(spec.cidr));
  const fields = Object.entries(declared.fields).filter(([field, value]) => fieldOf(spec, field) !== value);
  return [
    ...(wanted !== undefined && is !== wanted ? [{ status: 'failure' as const, text: `${nameOf(pool)}: cidr is ${is}, declared is ${wanted}` }] : []),
    ...fields.map(([field, value]): Sign => ({
      status: declared.firstStart && field !== 'disabled' ? 'warning' : 'failure',
      text: `${nameOf(pool)}: ${field} is ${String(fieldOf(spec, field))}, declared is ${String(value)}`
        + (declared.firstStart && field !== 'disabled' ? ' for the first start' : ''),
    })),
  ];
}

function undeclared(declared: readonly DeclaredPool[], pools: readonly JsonObject[]): Sign[] {
  const known = (pool: JsonObject) => declared.some(({ name, cidr }) =>
    name === nameOf(pool) || (cidr !== undefined && cidrText(cidr) === cidrText(String(specOf(pool).cidr))));
  return pools.filter((pool) => !known(pool)).map((pool) => ({ status: 'warning', text: `${poolText(pool)}: is declared nowhere` }));
}

/** A pool that holds the address of a node breaks the way to that node in ways that look like anything but this. */
function overlapsOf(pools: readonly JsonObject[], nodes: readonly JsonObject[]): Sign[] {
  const blocks = pools.flatMap((pool) => {
    const block = readCidr(String(specOf(pool).cidr))?.network;
    return block ? [{ pool, block }] : [];
  });
  const index = PrefixIndex.of(blocks, ({ block }) => block);
  return nodes.flatMap((node) => objectsAt(statusOf(node), 'addresses').filter(({ type }) => type === 'InternalIP').flatMap((entry): Sign[] => {
    const address = readAddress(textAt(entry, 'address') ?? '');
    const [holding] = address ? index.containing(address) : [];
    return holding ? [{ status: 'failure', text: `${nameOf(holding.pool)} ${String(specOf(holding.pool).cidr)} holds the address of node ${nameOf(node)}, ${String(entry.address)}` }] : [];
  }));
}

/** The blocks of pools, to ask whether an address is in one. */
export function poolIndex(pools: readonly JsonObject[]): PrefixIndex<JsonObject> {
  const readable = pools.filter((pool) => readCidr(String(objectAt(pool, 'spec').cidr)) !== undefined);
  return PrefixIndex.of(readable, (pool) => readCidr(String(specOf(pool).cidr))!.network);
}
