import { writtenPeers } from './rules/peers';
import { isCalicoPolicy } from './rules/written-traits';
import { Prefix, PrefixIndex, readAddress, readCidr } from '../../cidr';
import { Cluster, JsonObject, Manifest } from '../../manifests';
import { ClusterCheck } from '../check';

/** Addresses that stand for Services, and what to call them. */
interface ServiceBlock {
  readonly block: Prefix;
  readonly title: string;
  readonly isRange: boolean;
}

/** The port at which NodeLocal DNSCache answers on the address of kube-dns itself, so that nothing is translated. */
const DNS = 53;

/**
 * Egress is decided after kube-proxy (or Calico's eBPF) has put the address of a pod in the place of the Service's, so networks that only hold
 * addresses of Services match nothing. Only plain policies: those before the translation (`preDNAT`, `doNotTrack`) do see them. One walk over the
 * rules' networks.
 */
export const SERVICE_ADDRESS_IN_NETS: ClusterCheck = {
  id: 'policy/service-address-in-nets',
  severity: 'warning',
  summary: 'An egress rule names addresses of Services, which packets no longer have when policies are asked.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const blocks = serviceBlocks(cluster);
    if (blocks.length === 0) {
      return;
    }
    const index = PrefixIndex.of(blocks, ({ block }) => block);
    for (const manifest of cluster.manifests.filter(isPlainPolicy)) {
      for (const { entity, field, direction } of writtenPeers(manifest)) {
        const nets: unknown = entity.nets;
        if (direction !== 'egress' || !Array.isArray(nets) || mayBeDns(entity)) {
          continue;
        }
        nets.forEach((text: unknown, at) => {
          const net = typeof text === 'string' ? readCidr(text)?.network : undefined;
          const holder = net && index.containing(net).at(-1);
          if (holder) {
            report({
              manifest,
              field: [...field, 'nets', at],
              what: `${String(text)} ${holder.isRange ? 'lies in' : 'is'} ${holder.title}`,
              why: 'policies are asked after the address of a Service has been replaced by that of a pod behind it: no packet to a Service matches this network',
              fix: 'name the Service in `services`, or select its pods in `selector` with the ports that they listen on',
            });
          }
        });
      }
    }
  },
};

function isPlainPolicy(manifest: Manifest): boolean {
  return isCalicoPolicy(manifest) && manifest.spec.preDNAT !== true && manifest.spec.doNotTrack !== true;
}

function serviceBlocks({ manifests, plan }: Cluster): ServiceBlock[] {
  const ranges = (plan?.ranges ?? []).filter(({ role }) => role === 'services')
    .flatMap(({ name, cidr }) => blockOf(readCidr(cidr)?.network, `${name} ${cidr} of the plan`, true));
  return [...ranges, ...manifests.filter(({ group, kind }) => group === '' && kind === 'Service').flatMap((service) =>
    addressesOf(service.spec).flatMap((text) =>
      blockOf(readAddress(text), `the clusterIP of Service ${service.namespace ?? 'default'}/${service.name}`, false)))];
}

function blockOf(block: Prefix | undefined, title: string, isRange: boolean): ServiceBlock[] {
  return block ? [{ block, title, isRange }] : [];
}

function addressesOf({ clusterIP, clusterIPs }: JsonObject): string[] {
  const texts = [clusterIP, ...Array.isArray(clusterIPs) ? clusterIPs as unknown[] : []].filter((text): text is string => typeof text === 'string');
  return [...new Set(texts)];
}

function mayBeDns({ ports }: JsonObject): boolean {
  return Array.isArray(ports) && ports.some((port: unknown) => {
    const [first, last = first] = String(port).split(':').map(Number);
    return Number.isNaN(first) || (first <= DNS && DNS <= last);
  });
}
