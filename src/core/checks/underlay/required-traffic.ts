import { apiServerSources } from './api-server-sources';
import { FelixSetting, felixSettings } from './felix-setting';
import { nodeSources } from './node-sources';
import { peerSources } from './peer-sources';
import { typhaSources } from './typha-sources';
import { FieldPath } from '../../findings';
import { Cluster, Manifest } from '../../manifests';
import { compareText } from '../../policy';
import { calicoObjects } from '../calico-objects';
import { installObjects, objectAt } from '../install/install-objects';
import { isIpip, isVxlan, ReadInstallation, readInstallation } from '../install/read-installation';
import { readNode } from '../install/read-node';

/** What uses the network between the nodes. */
export type TrafficUse = 'bgp' | 'ipip' | 'vxlan' | 'bpf' | 'flannel' | 'typha' | 'wireguard' | 'wireguard-v6' | 'api-server' | 'calico-api' | 'node-metrics' | 'typha-metrics';

/** Something among the objects that uses the network between the nodes. */
export interface TrafficSource {
  readonly use: TrafficUse;
  readonly manifest: Manifest;
  readonly field: FieldPath;
  /** Where the objects say it. */
  readonly port?: number;
}

/** Packets that the network between the nodes has to let through. */
export interface RequiredTraffic extends TrafficSource {
  /** Number of the IP protocol. */
  readonly protocol: number;
  /** True where the objects don't say the port, and it may be another than the usual one. */
  readonly assumed: boolean;
}

const TCP = 6;
const UDP = 17;
const IP_IN_IP = 4;

/** Protocol and usual port (felix/config/config_params.go; flannel's backend vxlan on Linux; kube-apiserver's --secure-port). */
const USUAL: Readonly<Record<TrafficUse, { readonly protocol: number; readonly port?: number }>> = {
  'bgp': { protocol: TCP, port: 179 },
  'ipip': { protocol: IP_IN_IP },
  'vxlan': { protocol: UDP, port: 4789 },
  'bpf': { protocol: UDP, port: 4789 },
  'flannel': { protocol: UDP, port: 8472 },
  'typha': { protocol: TCP, port: 5473 },
  'wireguard': { protocol: UDP, port: 51820 },
  'wireguard-v6': { protocol: UDP, port: 51821 },
  'api-server': { protocol: TCP, port: 6443 },
  'calico-api': { protocol: TCP, port: 5443 },
  'node-metrics': { protocol: TCP, port: 9091 },
  'typha-metrics': { protocol: TCP, port: 9093 },
};

const USES = Object.keys(USUAL);

/**
 * What the objects of a cluster need of the network between its nodes: each protocol and port once, in a fixed order, for the first that needs it.
 * One look at each object, and a sort of what was found.
 */
export function requiredTraffic(cluster: Cluster): RequiredTraffic[] {
  const objects = installObjects(cluster);
  const nodes = objects.nodes.map((node) => readNode(node, objects));
  const felix = felixSettings(cluster, nodes);
  const endpoint = ['tigera-operator', 'kube-system'].map((namespace) => objects.configMaps.get(`${namespace}/kubernetes-services-endpoint`))
    .find((configMap) => configMap !== undefined);
  const endpointPort = endpoint && portOf(objectAt(endpoint.object, 'data').KUBERNETES_SERVICE_PORT);
  const sources = [
    ...objects.installations.flatMap((manifest) => installationSources(readInstallation(manifest))),
    ...nodes.flatMap(nodeSources),
    ...typhaSources(cluster),
    ...poolSources(cluster),
    ...peerSources(cluster),
    ...apiServerSources(cluster),
    ...felixSources(felix),
  ];
  const ports: Partial<Record<TrafficUse, number>> = {
    'bgp': portOf(calicoObjects(cluster, 'BGPConfiguration').find(({ name }) => name === 'default')?.spec.listenPort),
    'vxlan': portOf(felix('vxlanPort')?.value),
    'bpf': portOf(felix('vxlanPort')?.value),
    'api-server': endpointPort,
  };
  const required = sources.map((source): RequiredTraffic => {
    const { protocol, port } = USUAL[source.use];
    const said = source.port ?? ports[source.use];
    return { ...source, protocol, port: said ?? port, assumed: source.use === 'api-server' && said === undefined };
  });
  return firstOfEach(required);
}

function installationSources({ manifest, spec, network, cni, bgp, dataPlane, pools }: ReadInstallation): TrafficSource[] {
  const sources: TrafficSource[] = [
    { use: 'typha', manifest, field: ['spec'] },
    { use: 'api-server', manifest, field: ['spec'] },
  ];
  const add = (use: TrafficUse, field: FieldPath, port?: number) => sources.push({ use, manifest, field, port });
  if (cni === 'Calico' && bgp) {
    add('bgp', ['spec', 'calicoNetwork', 'bgp']);
    if (network.ipPools === undefined) {
      // tigera operator pkg/controller/ippool, fillDefaults: the pool that it makes where none is listed.
      add('ipip', ['spec', 'calicoNetwork', 'ipPools']);
    }
  }
  for (const { index, encapsulation } of pools) {
    const field = ['spec', 'calicoNetwork', 'ipPools', index, 'encapsulation'];
    if (isIpip(encapsulation)) {
      add('ipip', field);
    } else if (isVxlan(encapsulation)) {
      add('vxlan', field);
    }
  }
  if (dataPlane === 'BPF') {
    add('bpf', ['spec', 'calicoNetwork', 'linuxDataplane']);
  }
  for (const [use, name] of [['node-metrics', 'nodeMetricsPort'], ['typha-metrics', 'typhaMetricsPort']] as const) {
    const port = portOf(spec[name]);
    if (port !== undefined) {
      add(use, ['spec', name], port);
    }
  }
  return sources;
}

function poolSources(cluster: Cluster): TrafficSource[] {
  const sources: TrafficSource[] = [];
  for (const manifest of calicoObjects(cluster, 'IPPool').filter(({ spec }) => spec.disabled !== true)) {
    for (const [use, name] of [['ipip', 'ipipMode'], ['vxlan', 'vxlanMode']] as const) {
      if (manifest.spec[name] === 'Always' || manifest.spec[name] === 'CrossSubnet') {
        sources.push({ use, manifest, field: ['spec', name] });
      }
    }
  }
  return sources;
}

function felixSources(felix: (name: string) => FelixSetting | undefined): TrafficSource[] {
  return ([
    ['wireguard', 'wireguardEnabled', 'wireguardListeningPort'],
    ['wireguard-v6', 'wireguardEnabledV6', 'wireguardListeningPortV6'],
    ['bpf', 'bpfEnabled', 'vxlanPort'],
    ['node-metrics', 'prometheusMetricsEnabled', 'prometheusMetricsPort'],
  ] as const).flatMap(([use, switchName, portName]) => {
    const setting = felix(switchName);
    return setting?.value === 'true' ? [{ use, manifest: setting.manifest, field: setting.field, port: portOf(felix(portName)?.value) }] : [];
  });
}

/** A number of a port, also as text; undefined where it is none, or isn't said. */
export function portOf(value: unknown): number | undefined {
  const port = typeof value === 'string' ? Number(value) : value;
  return typeof port === 'number' && Number.isInteger(port) && port > 0 && port <= 65535 ? port : undefined;
}

function firstOfEach(required: readonly RequiredTraffic[]): RequiredTraffic[] {
  const keyed = required.map((traffic) => {
    const { use, protocol, port, manifest: { origin, name, kind }, field } = traffic;
    const rank = String.fromCharCode(65 + USES.indexOf(use));
    return { traffic, same: `${protocol}/${port}`, key: JSON.stringify([rank, origin.path ?? '', kind, name, field, port]) };
  }).sort((a, b) => compareText(a.key, b.key));
  const seen = new Set<string>();
  return keyed.filter(({ same }) => !seen.has(same) && seen.add(same)).map(({ traffic }) => traffic);
}
