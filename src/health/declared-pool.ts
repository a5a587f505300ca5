import { objectAt, objectsAt, textAt } from './kubernetes-fields';
import { readCidr } from '../core/cidr';
import { JsonObject } from '../core/manifests';

/** What is declared of a pool. What isn't said isn't compared. */
export interface DeclaredPool {
  /** @default - known by its addresses */
  readonly name?: string;
  readonly cidr?: string;
  /** Expected values of fields of the IPPool's spec. */
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  /** Where it is declared, in words. */
  readonly by: string;
  /** True where the declaration only counts for the first start of the cluster. */
  readonly firstStart?: true;
}

/** Defaults of the fields that are compared, as Calico fills them in. */
export function defaultOf(field: string, isIpv6: boolean): string | number | boolean {
  return field === 'blockSize' ? (isIpv6 ? 122 : 26) : DEFAULTS[field] ?? '';
}

const DEFAULTS: Readonly<Record<string, string | boolean>> = {
  ipipMode: 'Never', vxlanMode: 'Never', natOutgoing: false, disabled: false, disableBGPExport: false, nodeSelector: 'all()',
};

/** The fields that an IPPool is compared by, beside its addresses. */
export const COMPARED_FIELDS = ['disabled', 'ipipMode', 'vxlanMode', 'natOutgoing', 'blockSize', 'nodeSelector', 'disableBGPExport'] as const;

/** A field of a pool as it acts: an absent or empty one is its default. */
export function fieldOf(spec: JsonObject, field: string): string | number | boolean {
  const value = spec[field];
  const isIpv6 = textAt(spec, 'cidr')?.includes(':') ?? false;
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean' ? value : defaultOf(field, isIpv6);
}

/** The block of a pool in the one way to write it; the text itself where it is none. */
export function cidrText(cidr: string): string {
  return readCidr(cidr)?.network.toString() ?? cidr;
}

/** Of an IPPool among the manifests: everything counts, defaults too. */
export function poolOfManifest(pool: JsonObject): DeclaredPool {
  const spec = objectAt(pool, 'spec');
  const name = textAt(objectAt(pool, 'metadata'), 'name');
  return {
    name,
    cidr: textAt(spec, 'cidr'),
    fields: Object.fromEntries(COMPARED_FIELDS.map((field) => [field, fieldOf(spec, field)])),
    by: `IPPool/${name}`,
  };
}

/** Modes by the operator's word for an encapsulation (pkg/controller/ippool in the operator). */
const ENCAPSULATIONS: Readonly<Record<string, readonly [ipip: string, vxlan: string]>> = {
  IPIP: ['Always', 'Never'],
  IPIPCrossSubnet: ['CrossSubnet', 'Never'],
  VXLAN: ['Never', 'Always'],
  VXLANCrossSubnet: ['Never', 'CrossSubnet'],
  None: ['Never', 'Never'],
};

/** Of an Installation: the operator fills in the rest by platform and family, so only what is said counts. */
export function poolsOfInstallation(installation: JsonObject): DeclaredPool[] | undefined {
  const network = objectAt(objectAt(installation, 'spec'), 'calicoNetwork');
  return Array.isArray(network.ipPools) ? objectsAt(network, 'ipPools').map(poolOfInstallation) : undefined;
}

function poolOfInstallation(pool: JsonObject): DeclaredPool {
  const modes = ENCAPSULATIONS[textAt(pool, 'encapsulation') ?? ''];
  const same = ['blockSize', 'nodeSelector', 'disableBGPExport'].filter((field) => pool[field] !== undefined);
  return {
    ...(typeof pool.name === 'string' && { name: pool.name }),
    cidr: textAt(pool, 'cidr'),
    fields: {
      disabled: false,
      ...(pool.natOutgoing !== undefined && { natOutgoing: pool.natOutgoing === 'Enabled' }),
      ...(modes && { ipipMode: modes[0], vxlanMode: modes[1] }),
      ...Object.fromEntries(same.map((field) => [field, pool[field] as string | number | boolean])),
    },
    by: 'Installation/default',
  };
}

const FAMILIES = [['CALICO_IPV4POOL', 'default-ipv4-ippool'], ['CALICO_IPV6POOL', 'default-ipv6-ippool']] as const;

/**
 * Of the environment of calico-node: the pools that it makes when it first starts. Without addresses it takes those of kubeadm or its own
 * default, so a family counts only where its addresses are given.
 */
export function poolsOfEnvironment(environment: ReadonlyMap<string, string>): DeclaredPool[] {
  return FAMILIES.flatMap(([prefix, name]): DeclaredPool[] => {
    const cidr = environment.get(`${prefix}_CIDR`);
    if (cidr === undefined || cidr === '' || cidr === 'none' || environment.get('NO_DEFAULT_POOLS') === 'true') {
      return [];
    }
    const said = (variable: string, field: string, read: (text: string) => string | number | boolean) => {
      const text = environment.get(`${prefix}_${variable}`);
      return text === undefined || text === '' ? {} : { [field]: read(text) };
    };
    return [{
      name,
      cidr,
      fields: {
        disabled: false,
        ...said('IPIP', 'ipipMode', modeOf),
        ...said('VXLAN', 'vxlanMode', modeOf),
        ...said('NAT_OUTGOING', 'natOutgoing', (text) => text.toLowerCase() === 'true'),
        ...said('BLOCK_SIZE', 'blockSize', Number),
        ...said('NODE_SELECTOR', 'nodeSelector', (text) => text),
        ...said('DISABLE_BGP_EXPORT', 'disableBGPExport', (text) => text.toLowerCase() === 'true'),
      },
      by: `${prefix}_CIDR of calico-node`,
      firstStart: true,
    }];
  });
}

/** calico-node reads modes without regard to case, and `off` as never. */
function modeOf(text: string): string {
  const known: Readonly<Record<string, string>> = { 'always': 'Always', 'crosssubnet': 'CrossSubnet', 'cross-subnet': 'CrossSubnet', 'never': 'Never', 'off': 'Never' };
  return known[text.toLowerCase()] ?? text;
}
