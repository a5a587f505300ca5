import { addressKey } from './address-key';
import { objectAt, objectsAt, textAt, textsAt } from './json-fields';
import { ASSUMED_NO, ASSUMED_YES, Match, matchOf, NO, YES } from './match';
import { UDP } from './protocols';
import { NodeTraffic, Tunnel } from './tunnel';
import { readAddress, readCidrOrAddress } from '../cidr';
import { Manifest } from '../manifests';

/** What is read to know it, by kind. */
export interface NodeTrafficSources {
  readonly felix: Manifest | undefined;
  readonly pools: readonly Manifest[];
  readonly installations: readonly Manifest[];
  readonly nodes: readonly Manifest[];
}

const IP_IN_IP = 4;
/** felix/config/config_params.go. */
const PORTS = { vxlan: 4789, wireguard: 51820, wireguardV6: 51821 };

/** Reads what is on from the manifests. Linear in them. */
export function readNodeTraffic({ felix, pools, installations, nodes }: NodeTrafficSources): NodeTraffic {
  const spec = felix?.spec ?? {};
  const port = (key: string, usual: number): number => (typeof spec[key] === 'number' ? spec[key] : usual);
  const modes = [...pools.map(modeOfPool), ...installations.flatMap(modesOfInstallation)];
  const some = (mode: 'ipip' | 'vxlan', isV6: boolean): Match =>
    (modes.length === 0 ? ASSUMED_NO : matchOf(modes.some((one) => one[mode] && one.isV6 === isV6)));
  const given = (key: string): Match | undefined => (typeof spec[key] === 'boolean' ? matchOf(spec[key]) : undefined);
  // eBPF has its own use for VXLAN, whatever the pools say (`vxlan_attempt_decap` in felix/bpf-gpl).
  const isBpf = spec.bpfEnabled === true || installations.some((one) => objectAt(one.spec, 'calicoNetwork').linuxDataplane === 'BPF');
  const vxlan = (isV6: boolean, isOn: Match): Tunnel =>
    tunnel('vxlan', 'VXLAN', isV6, isBpf ? YES : isOn, port('vxlanPort', PORTS.vxlan), true);
  const all: Tunnel[] = [
    { use: 'ipip', title: 'IP in IP', isV6: false, protocol: IP_IN_IP, port: undefined, isOn: given('ipipEnabled') ?? some('ipip', false), isForNodes: true },
    vxlan(false, given('vxlanEnabled') ?? some('vxlan', false)),
    vxlan(true, some('vxlan', true)),
    tunnel('wireguard', 'WireGuard', false, given('wireguardEnabled') ?? NO, port('wireguardListeningPort', PORTS.wireguard), false),
    tunnel('wireguard-v6', 'WireGuard', true, given('wireguardEnabledV6') ?? NO, port('wireguardListeningPortV6', PORTS.wireguardV6), false),
  ];
  const external = textsAt(spec, 'externalNodesList').flatMap((text) => readCidrOrAddress(text)?.network ?? []);
  return { tunnels: all.filter(({ isOn }) => isOn !== NO), external, addresses: addressesOf(nodes) };
}

function tunnel(use: Tunnel['use'], name: string, isV6: boolean, isOn: Match, port: number, isForNodes: boolean): Tunnel {
  return { use, title: `${name} on UDP ${port}`, isV6, protocol: UDP, port, isOn, isForNodes };
}

interface Modes {
  readonly ipip: boolean;
  readonly vxlan: boolean;
  readonly isV6: boolean;
}

/** A pool that is disabled counts too (`updatePool` in felix/calc/encapsulation_resolver.go). */
function modeOfPool({ spec }: Manifest): Modes {
  const is = (mode: unknown): boolean => mode === 'Always' || mode === 'CrossSubnet';
  return { ipip: is(spec.ipipMode), vxlan: is(spec.vxlanMode), isV6: (textAt(spec, 'cidr') ?? '').includes(':') };
}

/** Providers whose own CNI plugin the operator leaves in place unless it is told otherwise. */
const WITH_OWN_CNI: readonly unknown[] = ['AKS', 'EKS', 'GKE'];

/**
 * The operator makes these pools: for IPv4 in IP in IP where the Installation doesn't say, if Calico's CNI plugin is used (pkg/controller/ippool of
 * the operator, `fillDefaults`).
 */
function modesOfInstallation({ spec }: Manifest): Modes[] {
  const cni = textAt(objectAt(spec, 'cni'), 'type') ?? (WITH_OWN_CNI.includes(spec.kubernetesProvider) ? undefined : 'Calico');
  return objectsAt(objectAt(spec, 'calicoNetwork'), 'ipPools').map((pool): Modes => {
    const isV6 = (textAt(pool, 'cidr') ?? '').includes(':');
    const encapsulation = textAt(pool, 'encapsulation') ?? (isV6 || cni !== 'Calico' ? 'None' : 'IPIP');
    return { ipip: encapsulation.startsWith('IPIP'), vxlan: encapsulation.startsWith('VXLAN'), isV6 };
  });
}

/** calico-node notes in an annotation which of its addresses a node has for Calico; without one an only address of a version is that. */
const ANNOTATIONS = ['projectcalico.org/IPv4Address', 'projectcalico.org/IPv6Address'];

function addressesOf(nodes: readonly Manifest[]): Map<number | string, Match> {
  const addresses = new Map<number | string, Match>();
  for (const { object } of nodes) {
    const annotations = objectAt(objectAt(object, 'metadata'), 'annotations');
    const noted = ANNOTATIONS.flatMap((name) => readCidrOrAddress(textAt(annotations, name) ?? '')?.address ?? []);
    const listed = objectsAt(objectAt(object, 'status'), 'addresses').flatMap((entry) => readAddress(textAt(entry, 'address') ?? '') ?? []);
    for (const address of [...listed, ...noted]) {
      const said = noted.filter(({ family }) => family === address.family);
      const isOnly = said.length === 0 && listed.every((other) => other.family !== address.family || other.equals(address));
      addresses.set(addressKey(address), said.length > 0 ? matchOf(said.some((one) => one.equals(address))) : isOnly ? YES : ASSUMED_YES);
    }
  }
  return addresses;
}
