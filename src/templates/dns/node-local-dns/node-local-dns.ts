import { Construct } from 'constructs';
import { allowNodeLocalDnsProbes } from './probes';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { byFamily } from '../../families';
import { inOwnTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope, PodScopeProps } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { whereOpeningFails } from '../opening-only';

const NAME = 'allow-node-local-dns';

/**
 * Options of `AllowNodeLocalDns`.
 */
export interface AllowNodeLocalDnsProps extends PodScopeProps {
  /** Addresses that the cache listens at on every node: its `-localip`, without those of Services. @default - 169.254.20.10 */
  readonly localAddresses?: string[];

  /**
   * Addresses of the Service kube-dns, where the cache listens at them too: it does where kube-proxy works with iptables, and then no Service
   * translates them any more. With IPVS, nftables or eBPF leave this out.
   *
   * @default - none
   */
  readonly serviceAddresses?: string[];
}

/**
 * Allows pods to ask the DNS cache of their node, over UDP and TCP.
 *
 * Not among Calico's recipes. Addresses: Kubernetes' `tasks/administer-cluster/nodelocaldns`.
 */
export class AllowNodeLocalDns extends PolicyTemplate {
  private readonly props: AllowNodeLocalDnsProps;
  private readonly addresses: string[];

  /** @throws where a text is no address, or there is none */
  constructor(scope: Construct, id: string, props: AllowNodeLocalDnsProps = {}) {
    super(scope, id, {
      name: 'dns/node-local-dns',
      summary: 'Allows pods to ask the DNS cache of their node (NodeLocal DNSCache), over UDP and TCP.',
      useWhen: ['Nodes run NodeLocal DNSCache, and egress of the pods is closed: rules for the pods of kube-dns don\'t match what goes to the cache.'],
      avoidWhen: [
        'Pods may ask kube-dns directly too, such as while the cache is rolled out: use dns/allow-dns beside it.',
        'The pods of kube-dns are closed: the cache asks them from the addresses of nodes, which dns/allow-kubelet-probes allows.',
        ...whereOpeningFails('egress'),
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inOwnTier(props, props.name ?? NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.ALLOW_ONLY);
    this.addresses = [...props.localAddresses ?? ['169.254.20.10'], ...props.serviceAddresses ?? []];
    if (this.addresses.length === 0) {
      throw new Error(`${this.node.path}: localAddresses is empty, so nothing would be allowed; leave it out for 169.254.20.10`);
    }
    const blocks = this.addresses.map((address) => Cidr.ofAddress(address));
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      ...PodScope.fieldsOf(props),
      types: [PolicyType.EGRESS],
      egress: byFamily(blocks).flatMap(({ nets }) => [Protocol.UDP, Protocol.TCP].map((protocol) =>
        Rule.allow({ protocol, destination: Peer.nets(...nets).onPorts(Port.of(53)) }))),
    });
  }

  public probes(): ProbeSet[] {
    return allowNodeLocalDnsProbes(this.props, this.addresses, this.props.tier);
  }
}
