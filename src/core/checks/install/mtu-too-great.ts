import { InstallObjects, installObjects } from './install-objects';
import { PLATFORM_ANNOTATION } from './ipip-on-azure';
import { annotation } from './pod-cidrs';
import { isIpip, isVxlan, readInstallation } from './read-installation';
import { ReadNode, readNode } from './read-node';
import { FieldPath } from '../../findings';
import { Cluster, Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck, Report } from '../check';
import { felixSettings } from '../underlay/felix-setting';

/** What puts packets into packets, and how many bytes that takes (docs networking/configuring/mtu). */
const OVERHEAD = { 'IP in IP': 20, 'VXLAN': 50, 'eBPF': 50, 'VXLAN over IPv6': 70, 'WireGuard': 60, 'WireGuard over IPv6': 80 } as const;
type Use = keyof typeof OVERHEAD;

/** Azure's own encapsulation leaves so much to WireGuard on AKS (docs networking/configuring/mtu). */
const AKS_WIREGUARD_LINK = 1400;

interface Given {
  readonly manifest: Manifest;
  readonly field: FieldPath;
  readonly name: string;
  readonly value: number;
  /** What the MTU is for; only what is in use counts. */
  readonly uses: readonly Use[];
}

interface Link {
  readonly mtu: number;
  readonly saidBy: string;
  /** @default - it carries so much of everything */
  readonly only?: Use;
}

/** The MTUs of Felix's devices, by the names of their settings. */
const DEVICES: readonly (readonly [name: string, variable: string, uses: readonly Use[]])[] = [
  ['ipipMTU', 'FELIX_IPINIPMTU', ['IP in IP']],
  ['vxlanMTU', 'FELIX_VXLANMTU', ['VXLAN', 'eBPF']],
  ['vxlanMTUV6', 'FELIX_VXLANMTUV6', ['VXLAN over IPv6']],
  ['wireguardMTU', 'FELIX_WIREGUARDMTU', ['WireGuard']],
  ['wireguardMTUV6', 'FELIX_WIREGUARDMTUV6', ['WireGuard over IPv6']],
];

/**
 * A packet has to fit into the network between the nodes with all that is put around it. Silent where nobody says how much that network
 * carries, and where Calico finds the MTU itself. One look at each object.
 */
export const MTU_TOO_GREAT: ClusterCheck = {
  id: 'install/mtu-too-great',
  severity: 'warning',
  summary: 'An MTU leaves no room in the packets of the network between the nodes for what Calico puts around them.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    const nodes = objects.nodes.map((manifest) => readNode(manifest, objects));
    const given = [...ofInstallations(objects), ...ofNodes(nodes), ...ofFelix(cluster)];
    const uses = given.length === 0 ? new Set<Use>() : usesOf(cluster, objects, nodes);
    const link = given.length === 0 ? undefined : linkOf(cluster, objects, uses);
    if (link) {
      given.forEach((mtu) => compare(mtu, mtu.uses.filter((use) => uses.has(use)), link, report));
    }
  },
};

function compare({ manifest, field, name, value, uses: possible }: Given, uses: readonly Use[], link: Link, report: Report): void {
  const [worst] = [...uses].sort((a, b) => OVERHEAD[b] - OVERHEAD[a]);
  // Devices that nobody uses are none; what pods send has to fit without any.
  const isUnused = worst === undefined && possible !== ALL_USES;
  const overhead = worst === undefined ? 0 : OVERHEAD[worst];
  if (isUnused || (link.only !== undefined && worst !== link.only) || value <= link.mtu - overhead) {
    return;
  }
  report({
    manifest,
    field,
    what: `${name} is ${value}, and ${link.saidBy} ${link.mtu} bytes${worst === undefined ? '' : `, ${overhead} of which ${worst} takes`}`,
    why: `packets of ${value + overhead} bytes don't fit: small ones pass, so connections are made, and hang or crawl as soon as much is sent`,
    fix: `write ${link.mtu - overhead} or less, or leave it out, and Calico finds what fits`,
  });
}

const ALL_USES = Object.keys(OVERHEAD) as Use[];

function ofInstallations({ installations }: InstallObjects): Given[] {
  return installations.map(readInstallation).flatMap(({ manifest, network, cni }) => cni === 'Calico' && typeof network.mtu === 'number'
    ? [{ manifest, field: ['spec', 'calicoNetwork', 'mtu'], name: 'mtu', value: network.mtu, uses: ALL_USES }] : []);
}

function ofNodes(nodes: readonly ReadNode[]): Given[] {
  return nodes.flatMap(({ manifest, value, field }) => DEVICES.flatMap(([, variable, uses]) => {
    const mtu = Number(value(variable) ?? NaN);
    return Number.isInteger(mtu) ? [{ manifest, field: field(variable), name: variable, value: mtu, uses }] : [];
  }));
}

function ofFelix(cluster: Cluster): Given[] {
  return calicoObjects(cluster, 'FelixConfiguration').filter(({ name }) => name === 'default').flatMap((manifest) => DEVICES.flatMap(([name, , uses]) => {
    const mtu = manifest.spec[name];
    return typeof mtu === 'number' ? [{ manifest, field: ['spec', name], name, value: mtu, uses }] : [];
  }));
}

function usesOf(cluster: Cluster, objects: InstallObjects, nodes: readonly ReadNode[]): ReadonlySet<Use> {
  const uses = new Set<Use>();
  const add = (use: Use, isUsed: boolean) => isUsed && uses.add(use);
  for (const { dataPlane, pools } of objects.installations.map(readInstallation)) {
    add('eBPF', dataPlane === 'BPF');
    for (const { encapsulation, isIpv6 } of pools) {
      add('IP in IP', isIpip(encapsulation));
      add(isIpv6 ? 'VXLAN over IPv6' : 'VXLAN', isVxlan(encapsulation));
    }
  }
  const isOn = (mode: unknown) => typeof mode === 'string' && mode.toLowerCase() !== 'never';
  for (const { value } of nodes) {
    const makes = (version: number) => value(`CALICO_IPV${version}POOL_CIDR`) !== 'none' && value('NO_DEFAULT_POOLS') !== 'true';
    add('IP in IP', makes(4) && isOn(value('CALICO_IPV4POOL_IPIP')));
    add('VXLAN', makes(4) && isOn(value('CALICO_IPV4POOL_VXLAN')));
    add('VXLAN over IPv6', makes(6) && value('FELIX_IPV6SUPPORT') === 'true' && isOn(value('CALICO_IPV6POOL_VXLAN')));
  }
  for (const { spec: { cidr, ipipMode, vxlanMode, disabled } } of calicoObjects(cluster, 'IPPool')) {
    add('IP in IP', disabled !== true && isOn(ipipMode));
    add(String(cidr).includes(':') ? 'VXLAN over IPv6' : 'VXLAN', disabled !== true && isOn(vxlanMode));
  }
  const felix = felixSettings(cluster, nodes);
  add('eBPF', felix('bpfEnabled')?.value === 'true');
  add('WireGuard', felix('wireguardEnabled')?.value === 'true');
  add('WireGuard over IPv6', felix('wireguardEnabledV6')?.value === 'true');
  return uses;
}

function linkOf({ plan }: Cluster, { installations, nodes }: InstallObjects, uses: ReadonlySet<Use>): Link | undefined {
  const mtu = plan?.underlay?.linkMtu;
  if (mtu !== undefined) {
    return { mtu, saidBy: 'the underlay of the plan carries' };
  }
  const onAks = installations.some((manifest) => readInstallation(manifest).provider === 'AKS')
    || [...installations, ...nodes].some((manifest) => annotation(manifest, PLATFORM_ANNOTATION) === 'AKS');
  return onAks && uses.has('WireGuard') ? { mtu: AKS_WIREGUARD_LINK, saidBy: 'the network of AKS leaves', only: 'WireGuard' } : undefined;
}
