import { Construct } from 'constructs';
import { ClusterIpAccess } from './cluster-ip-access';
import { advertisedClusterIpsProbes } from './probes';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { byFamily } from '../../families';
import { hostEndpointsWith } from '../../host-selection';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

const NAME = 'advertised-cluster-ips';

/**
 * Options of `AdvertisedClusterIps`.
 */
export interface AdvertisedClusterIpsProps extends PolicyTemplateProps {
  /** The ranges of Services' addresses that are advertised (`serviceClusterIPs` of the BGPConfiguration). */
  readonly services: Cidr[];

  /** The addresses of the cluster: nodes and pods, of each version of IP. They reach all Services. */
  readonly cluster: Cidr[];

  /** Services that others reach. @default - none */
  readonly allowed?: ClusterIpAccess[];

  /** The pods behind the Services, by their labels: nodes pass on to them what they let in. @default - the pods' policies aren't touched */
  readonly backends?: Selector;

  /** The host endpoints, by their labels. @default - all */
  readonly hosts?: Selector;
}

/**
 * Says who reaches Services by addresses that are advertised outside the cluster, where they come in: before addresses are translated.
 *
 * Source: Calico's `network-policy/services/services-cluster-ips`, in cluster mode. Its policy before translation only allows, and what none of its
 * rules allows goes on to the other policies (`endpointIptablesChain` in felix/rules/endpoints.go): nobody is kept out. Another has its rules under
 * `types`, and is no policy at all.
 */
export class AdvertisedClusterIps extends PolicyTemplate {
  private readonly props: AdvertisedClusterIpsProps;

  /** @throws where a list is empty, or an address isn't of `services` or has clients of another version of IP only */
  constructor(scope: Construct, id: string, props: AdvertisedClusterIpsProps) {
    super(scope, id, {
      name: `hosts/${NAME}`,
      summary: 'Limits who reaches advertised cluster IPs of Services from outside the cluster (preDNAT), and lets nodes pass on what they let in.',
      useWhen: ['Calico advertises the addresses of Services by BGP, and Services are in cluster mode, so that pods don\'t see the client\'s address.'],
      avoidWhen: [
        'Services are in local mode (`externalTrafficPolicy: Local`): pods see the client; take apps/allow-external.',
        'There are no host endpoints for the interfaces that clients come in by: nothing happens.',
        'The addresses of Services aren\'t fixed in their manifests: after a change the rules mean another Service.',
        'Pods of the cluster are kept from some `backends`: these policies let in all of `cluster`, as nodes and pods can\'t be told apart there.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    const { services, cluster, allowed = [], backends, hosts } = props;
    const empty = services.length === 0 ? 'services' : cluster.length === 0 ? 'cluster' : allowed.some(({ sources }) => sources.length === 0) ? 'sources' : undefined;
    if (empty) {
      throw new Error(`${this.node.path}: ${empty} is empty, which Calico takes for no condition at all; name one block at least`);
    }
    for (const { clusterIp, sources } of allowed) {
      if (!services.some((net) => net.contains(clusterIp)) || sources.some(({ family }) => family !== clusterIp.family)) {
        throw new Error(`${this.node.path}: ${clusterIp} isn't in services, ${services.join(', ')}, or has clients of another version of IP, ${sources.join(', ')}`);
      }
    }
    this.props = props;
    const order = props.order ?? 100;
    const common = { types: [PolicyType.INGRESS], preDnat: true, applyOnForward: true, selector: hostEndpointsWith(hosts) };
    const policy = (id2: string, policyOrder: number, ingress: Rule[]): void => {
      this.addGlobalNetworkPolicy(id2, { metadata: { name: nameInTier(this.tier, `${NAME}-${id2}`) }, ...common, order: policyOrder, ingress });
    };
    if (allowed.length > 0) {
      policy('allow-list', order - 2, allowed.map(({ clusterIp, sources, ports, protocol }) => Rule.allow({
        protocol: protocol ?? (ports && Protocol.TCP),
        source: Peer.nets(...sources),
        destination: Peer.where({ nets: [clusterIp], ports }),
      })));
    }
    // To Services only: what is allowed before translation is asked no further, and would pass by all other policies of the host.
    const toServices = byFamily(services).map(({ family, nets }) => ({ family, destination: Peer.nets(...nets) }));
    policy('from-cluster', order - 1, byFamily(cluster).flatMap(({ family, nets }) => toServices
      .filter((to) => to.family === family).map(({ destination }) => Rule.allow({ source: Peer.nets(...nets), destination }))));
    policy('deny-others', order, toServices.map(({ destination }) => Rule.deny({ destination })));
    if (backends) {
      this.addGlobalNetworkPolicy('backends', {
        metadata: { name: nameInTier(this.tier, `${NAME}-backends`) },
        selector: Selector.label('projectcalico.org/namespace').exists().and(backends),
        order,
        types: [PolicyType.INGRESS],
        ingress: byFamily(cluster).map(({ nets }) => Rule.allow({ source: Peer.nets(...nets) })),
      });
    }
  }

  public probes(): ProbeSet[] {
    return advertisedClusterIpsProbes({ ...this.props, allowed: this.props.allowed ?? [] });
  }
}
