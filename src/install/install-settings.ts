import { CalicoInstallOptions } from './calico-install-options';
import { ApiEndpoint, DataPlane, KubeProxyHandling } from './data-plane';
import { Encapsulation, isIpip, isVxlan } from './encapsulation';
import { InstallPool } from './install-pool';
import { Mtu } from './mtu';
import { NodeAddressDetection } from './node-address-detection';
import { Platform, PlatformFacts } from './platform';
import { FelixSettings } from '../constructs/felix-settings.generated';
import { IpAddress } from '../values/ip-address';
import { IpFamily } from '../values/ip-family';
import { Toggle } from '../values/toggle';
import { withoutUndefined } from '../values/without-undefined';

/** A pool with nothing left open. */
export interface SettledPool extends InstallPool {
  readonly name: string;
  readonly family: IpFamily;
  readonly encapsulation: Encapsulation;
}

/** Options with the defaults of the platform, and what follows from them. */
export interface InstallSettings {
  readonly platform: Platform;
  readonly facts: PlatformFacts;
  /** Undefined where Calico chooses a pool. */
  readonly pools?: readonly SettledPool[];
  /** Of IPv4 pools that Calico chooses. */
  readonly encapsulation: Encapsulation;
  readonly bgp: boolean;
  readonly ipv4: boolean;
  readonly ipv6: boolean;
  readonly dataPlane: DataPlane;
  readonly apiServer?: ApiEndpoint;
  readonly ipv4Detection?: NodeAddressDetection;
  readonly ipv6Detection?: NodeAddressDetection;
  /** Undefined where Calico finds it. */
  readonly mtu?: number;
  /** Settings of Felix that follow from other options. */
  readonly impliedFelix: FelixSettings;
  /** Settings of Felix that were given. */
  readonly givenFelix: FelixSettings;
  readonly ipForwarding: boolean;
}

/**
 * Settles what options leave open, and refuses what can't be meant. Combinations that depend on the final manifests are left to the checks.
 *
 * @param carrier what packets are put into where something else than Calico carries them
 * @throws where options contradict each other
 */
export function settle(path: string, options: CalicoInstallOptions, carrier?: Encapsulation): InstallSettings {
  const platform = options.platform ?? Platform.GENERIC;
  const facts = platform._facts;
  const encapsulation = options.encapsulation ?? facts.encapsulation;
  const pools = settlePools(path, options, platform, encapsulation);
  const families = pools === undefined || pools.length === 0 ? [IpFamily.IPV4] : pools.map(({ family }) => family);
  const ipv4 = families.includes(IpFamily.IPV4);
  const ipv6 = families.includes(IpFamily.IPV6);
  const bgp = options.bgp ?? facts.bgp;
  const used = pools?.map((pool) => pool.encapsulation) ?? [encapsulation];
  checkNetwork(path, options, facts, bgp, used);
  if (options.ipv6Detection && !ipv6) {
    throw new Error(`${path}: ipv6Detection is given, and no pool is IPv6: add an IPv6 pool, or leave ipv6Detection out`);
  }
  if (options.ipv4Detection && !ipv4) {
    throw new Error(`${path}: ipv4Detection is given, and no pool is IPv4: add an IPv4 pool, or leave ipv4Detection out`);
  }
  const dataPlane = options.dataPlane ?? DataPlane.IPTABLES;
  const reached = facts.detectByReaching;
  return {
    platform,
    facts,
    pools,
    encapsulation,
    bgp,
    ipv4,
    ipv6,
    dataPlane,
    apiServer: dataPlane._apiServer,
    ipv4Detection: options.ipv4Detection ?? (ipv4 && reached !== undefined ? NodeAddressDetection.canReach(IpAddress.parse(reached)) : undefined),
    ipv6Detection: options.ipv6Detection,
    mtu: (options.mtu ?? Mtu.auto())._of(overhead(carrier === undefined ? used : [carrier], ipv6, dataPlane, options.wireguard ?? false)),
    ...felixSettings(path, options, ipv4, ipv6, dataPlane),
    ipForwarding: options.containerIpForwarding ?? facts.ipForwarding ?? false,
  };
}

function settlePools(path: string, options: CalicoInstallOptions, platform: Platform, encapsulation: Encapsulation): SettledPool[] | undefined {
  const fromPlatform = platform.defaultPoolCidr;
  const pools = options.pools ?? (fromPlatform && [{ cidr: fromPlatform }]);
  const first = new Set<IpFamily>();
  const names = new Set<string>();
  return pools?.map((pool) => {
    const { family } = pool.cidr;
    const name = pool.name ?? (first.has(family) ? nameOf(pool) : `default-ipv${family === IpFamily.IPV4 ? 4 : 6}-ippool`);
    first.add(family);
    if (names.has(name)) {
      throw new Error(`${path}: two pools are named ${name}: give one of them another name`);
    }
    names.add(name);
    const own = pool.encapsulation ?? (family === IpFamily.IPV6 && isIpip(encapsulation) ? Encapsulation.NONE : encapsulation);
    if (family === IpFamily.IPV6 && isIpip(own)) {
      throw new Error(`${path}: pool ${name} is IPv6, and IP in IP carries IPv4 only: give it Encapsulation.VXLAN or Encapsulation.NONE`);
    }
    return { ...pool, name, family, encapsulation: own };
  });
}

/** `10.0.0.0/16` gives `10.0.0.0-16`; colons aren't allowed in names of objects. */
function nameOf({ cidr }: InstallPool): string {
  const name = cidr.toString().replace('/', '-').replace('::', ':0:').split(':').filter((part) => part !== '').join('.');
  return name.replace('.-', '-');
}

function checkNetwork(path: string, options: CalicoInstallOptions, facts: PlatformFacts, bgp: boolean, used: readonly Encapsulation[]): void {
  if (facts.cni !== 'Calico') {
    for (const name of ['pools', 'encapsulation', 'bgp', 'mtu', 'containerIpForwarding'] as const) {
      if (options[name] !== undefined) {
        throw new Error(`${path}: ${name} is given, and pods get their addresses and routes from the CNI plugin ${facts.cni}, not from Calico: `
          + 'leave it out, or take a platform with Calico\'s own networking');
      }
    }
    return;
  }
  const needsBgp = used.find((encapsulation) => !isVxlan(encapsulation));
  if (!bgp && needsBgp !== undefined && options.felix?.programClusterRoutes !== Toggle.ENABLED) {
    throw new Error(`${path}: encapsulation ${needsBgp} needs BGP to tell nodes where pods are, and bgp is false: set bgp to true, take `
      + 'Encapsulation.VXLAN, or let Felix program the routes (felix.programClusterRoutes)');
  }
}

/** The greatest number of bytes that something in use adds to a packet (docs networking/configuring/mtu). */
function overhead(used: readonly Encapsulation[], ipv6: boolean, dataPlane: DataPlane, wireguard: boolean): number {
  const vxlan = used.some(isVxlan) || dataPlane.isEbpf;
  return Math.max(
    0,
    used.some(isIpip) ? 20 : 0,
    vxlan ? (ipv6 ? 70 : 50) : 0,
    wireguard ? (ipv6 ? 80 : 60) : 0,
  );
}

function felixSettings(path: string, options: CalicoInstallOptions, ipv4: boolean, ipv6: boolean, dataPlane: DataPlane):
Pick<InstallSettings, 'impliedFelix' | 'givenFelix'> {
  const impliedFelix: FelixSettings = withoutUndefined<FelixSettings>({
    wireguardEnabled: options.wireguard && ipv4 ? true : undefined,
    wireguardEnabledV6: options.wireguard && ipv6 ? true : undefined,
    logSeverityScreen: options.logSeverity,
    bpfKubeProxyIptablesCleanupEnabled: dataPlane._kubeProxy === KubeProxyHandling.KEPT ? false : undefined,
  });
  const givenFelix = withoutUndefined<FelixSettings>(options.felix ?? {});
  for (const name of Object.keys(impliedFelix) as (keyof FelixSettings)[]) {
    if (givenFelix[name] !== undefined) {
      throw new Error(`${path}: felix.${name} is given, and another option of the install sets it to ${String(impliedFelix[name])}: leave one of them out`);
    }
  }
  return { impliedFelix, givenFelix };
}
