import { Prefix, readAddress, readCidr, subtractBlocks } from '../../cidr';
import { FieldPath } from '../../findings';
import { Cluster, isObject, Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck, Report } from '../check';
import { installObjects } from '../install/install-objects';
import { readNode } from '../install/read-node';

const VARIABLE = 'CALICO_ADVERTISE_CLUSTER_IPS';

/**
 * confd announces the ranges of Services as they are written, whatever the API server gives Services, and of external addresses only those within the
 * ranges (confd/pkg/backends/calico `client.go` and `routes.go`). One look at each Service and range.
 */
export const SERVICES_NOT_ADVERTISED: ClusterCheck = {
  id: 'bgp/services-not-advertised',
  severity: 'warning',
  summary: 'Ranges of Services that BGP is to announce aren\'t those that Services have.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const configuration = calicoObjects(cluster, 'BGPConfiguration').find(({ name }) => name === 'default');
    checkVariable(cluster, configuration, report);
    if (configuration !== undefined) {
      checkClusterIps(cluster, configuration, report);
      checkServices(cluster, configuration, report);
    }
  },
};

interface Announced {
  readonly field: FieldPath;
  readonly block: Prefix;
}

/** The ranges in a list of the configuration. */
function announced({ spec }: Manifest, name: string): Announced[] {
  const list = Array.isArray(spec[name]) ? spec[name] : [];
  return list.flatMap((entry, index) => {
    const block = isObject(entry) && typeof entry.cidr === 'string' ? readCidr(entry.cidr)?.network : undefined;
    return block === undefined ? [] : [{ field: ['spec', name, index, 'cidr'], block }];
  });
}

function checkVariable(cluster: Cluster, configuration: Manifest | undefined, report: Report): void {
  const objects = installObjects(cluster);
  for (const { manifest, value, field } of objects.nodes.map((node) => readNode(node, objects))) {
    const set = value(VARIABLE) ?? '';
    const ranges = configuration === undefined ? [] : announced(configuration, 'serviceClusterIPs').map(({ block }) => block.toString());
    if (set === '' || ranges.join(',') === set) {
      continue;
    }
    report({
      manifest,
      field: field(VARIABLE),
      what: `${VARIABLE} is ${set}${ranges.length === 0 ? '' : `, and serviceClusterIPs of the BGPConfiguration is ${ranges.join(', ')}`}`,
      why: ranges.length === 0
        ? 'the variable takes one range only, and from then on serviceClusterIPs of a BGPConfiguration has no effect'
        : 'the variable wins: serviceClusterIPs has no effect',
      fix: 'leave the variable out, and write the ranges into serviceClusterIPs of the BGPConfiguration default',
      ...(ranges.length === 0 && { severity: 'advice' as const }),
    });
  }
}

/** Against the services of the plan: a part of them may be announced on purpose, and nothing else. */
function checkClusterIps({ plan }: Cluster, configuration: Manifest, report: Report): void {
  const services = (plan?.ranges ?? []).filter(({ role }) => role === 'services').map(({ cidr }) => readCidr(cidr)!.network);
  for (const { field, block } of announced(configuration, 'serviceClusterIPs')) {
    const ofFamily = services.filter(({ family }) => family === block.family);
    const [beyond] = ofFamily.length === 0 ? [] : subtractBlocks([block], ofFamily);
    if (beyond === undefined) {
      continue;
    }
    const names = ofFamily.join(' and ');
    const isApart = !ofFamily.some((service) => service.overlaps(block));
    report({
      manifest: configuration,
      field,
      what: `serviceClusterIPs has ${block}, and Services have ${names}`,
      why: isApart
        ? `no Service has an address of ${block}: routers outside don't learn where Services are, and send packets for ${block.toAddress()} here, where nobody takes them`
        : `routers outside send packets for ${beyond.toAddress()} here, which no Service has`,
      fix: `write ${names}, or correct services of the plan`,
    });
  }
}

/** A list of the configuration, what it is of, and the addresses of a Service that it is for, with their places. */
type Kind = readonly [list: string, words: string, addresses: (service: Manifest) => [FieldPath, unknown][]];

const KINDS: readonly Kind[] = [
  ['serviceExternalIPs', 'external address', ({ spec: { externalIPs } }) =>
    (Array.isArray(externalIPs) ? externalIPs : []).map((address, index) => [['spec', 'externalIPs', index], address])],
  ['serviceLoadBalancerIPs', 'load balancer address', ({ spec: { type, loadBalancerIP } }) =>
    type === 'LoadBalancer' ? [[['spec', 'loadBalancerIP'], loadBalancerIP]] : []],
];

function checkServices({ manifests }: Cluster, configuration: Manifest, report: Report): void {
  const lists = KINDS
    .map(([list, words, addresses]) => ({ list, words, addresses, blocks: announced(configuration, list).map(({ block }) => block) }))
    .filter(({ blocks }) => blocks.length > 0);
  for (const service of lists.length === 0 ? [] : manifests) {
    for (const { list, words, addresses, blocks } of service.kind === 'Service' && service.group === '' ? lists : []) {
      for (const [field, text] of addresses(service)) {
        const address = typeof text === 'string' ? readAddress(text) : undefined;
        const ofFamily = blocks.filter((block) => block.family === address?.family);
        if (address !== undefined && ofFamily.length > 0 && !ofFamily.some((block) => block.contains(address))) {
          report({
            manifest: service,
            field,
            what: `the ${words} ${address.toAddress()} lies outside of ${list}, ${ofFamily.join(', ')}`,
            why: 'Calico announces those ranges only: routers outside don\'t learn the way to this address from it',
            fix: `add a range with ${address.toAddress()} to ${list} of the BGPConfiguration, or take an address of the ranges; acknowledge this where something else announces it`,
            severity: 'advice',
          });
        }
      }
    }
  }
}
