import { Prefix, readCidrOrAddress } from '../../cidr';
import { Cluster, Manifest } from '../../manifests';
import { Chain, Direction, End, Endpoint, EndpointClass, endpointTitle, PolicyModel, Station } from '../../policy';
import { addressKey } from '../../policy/address-key';
import { objectAt } from '../../policy/json-fields';
import { isLabelOfPods } from '../../policy/reserved-labels';
import { labelsOf } from '../../selectors';
import { calicoObjects } from '../calico-objects';
import { imagine, imaginedEndpoint } from '../policy/pods/imagined';

const CREATED_BY = 'projectcalico.org/created-by';

/** A host endpoint that is declared, or the one that kube-controllers makes for each node. */
export interface HostSubject {
  readonly title: string;
  readonly endpoint: Endpoint;
  readonly isDeclared: boolean;
  /** Whether it governs the traffic between nodes: surely, likely as nothing else does, or not as far as is known. */
  readonly governsNodeTraffic: 'surely' | 'likely' | 'unknown';
  readonly stationOf: (direction: Direction, chain: Chain) => Station;
}

/** Whether there are host endpoints at all, from a look at the manifests alone. */
export function hasHostEndpoints(cluster: Cluster): boolean {
  return calicoObjects(cluster, 'HostEndpoint').length > 0 || automatic(cluster) !== undefined;
}

/** kube-controllers makes host endpoints where its configuration says so (kube-controllers/pkg/config `mergeAutoHostEndpoints`). */
function automatic(cluster: Cluster): Manifest | undefined {
  return calicoObjects(cluster, 'KubeControllersConfiguration').find(({ name, spec }) => {
    const { autoCreate, createDefaultHostEndpoint } = ['controllers', 'node', 'hostEndpoint'].reduce(objectAt, spec);
    return name === 'default' && autoCreate === 'Enabled' && createDefaultHostEndpoint !== 'Disabled';
  });
}

/** The host endpoints of a cluster. Linear in them, and in the policies where kube-controllers makes some. */
export function hostSubjects(cluster: Cluster, model: PolicyModel): HostSubject[] {
  const onNode = new Map<string, number>();
  model.hostEndpoints.forEach(({ node = '' }) => onNode.set(node, (onNode.get(node) ?? 0) + 1));
  const ranges = (cluster.plan?.ranges ?? []).filter(({ role }) => role === 'nodes').flatMap(({ cidr }) => readCidrOrAddress(cidr)?.network ?? []);
  const nodes = new Set(model.hosts.nodesByAddress.values());
  const declared = model.hostEndpoints.map((endpoint): HostSubject => ({
    title: endpointTitle(endpoint),
    endpoint,
    isDeclared: true,
    governsNodeTraffic: governing(ranges, nodes, model, endpoint, onNode.get(endpoint.node ?? '') === 1),
    stationOf: (direction, chain) => model.stationOf(endpoint, direction, chain),
  }));
  const configuration = automatic(cluster);
  return configuration === undefined ? declared : [...declared, automaticSubject(model, configuration)];
}

/** Its labels are those of the node, which aren't known, and one that tells who made it; it never has labels of pods. */
function automaticSubject(model: PolicyModel, configuration: Manifest): HostSubject {
  const names = new Set<string>();
  for (const { selector } of model.policies) {
    labelsOf(selector.ast).forEach(({ label }) => isLabelOfPods(label) || label === CREATED_BY || names.add(label));
  }
  const view = { labels: { [CREATED_BY]: 'calico-kube-controllers' }, unknownPrefixes: [], unknownNames: [...names] };
  const endpoint = imaginedEndpoint('host', { name: 'of each node' }, view, [], configuration);
  return {
    title: 'the automatic host endpoint of each node',
    endpoint,
    isDeclared: false,
    governsNodeTraffic: 'surely',
    stationOf: (direction, chain) => imagine(model).stationOf(endpoint, direction, chain),
  };
}

/** All interfaces, or the one with the node's address: an address of the plan's nodes, or one that a Node object has. */
function governing(
  ranges: readonly Prefix[], nodes: ReadonlySet<string>, { hosts }: PolicyModel, endpoint: Endpoint, isOnly: boolean,
): HostSubject['governsNodeTraffic'] {
  const { interfaceName } = endpoint.manifest.spec;
  if (interfaceName === '*') {
    return 'surely';
  }
  if (endpoint.addresses.some((address) => ranges.some((range) => range.contains(address)) || hosts.nodesByAddress.has(addressKey(address)))) {
    return 'surely';
  }
  return isOnly && ranges.length === 0 && !nodes.has(endpoint.node ?? '') ? 'likely' : 'unknown';
}

/** Classes that an address of a node may have, as far as rules' selectors can tell. */
export function hostClasses(subjects: readonly HostSubject[]): EndpointClass[] {
  return [...new Set(subjects.map(({ endpoint }) => endpoint.class))];
}

/** A node other than that of a host endpoint: the address is in the plan's range of nodes where there is one. */
export function otherNode(cluster: Cluster, model: PolicyModel, subjects: readonly HostSubject[]): End {
  const range = cluster.plan?.ranges.find(({ role, cidr }) => role === 'nodes' && readCidrOrAddress(cidr)?.network.family === 4);
  return imagine(model).somewhere(hostClasses(subjects), range && readCidrOrAddress(range.cidr)!.network);
}
