import { Construct } from 'constructs';
import { MetadataService } from './metadata-service';
import { blockMetadataAddressProbes } from './probes';
import { Cidr } from '../../../values/cidr';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { byFamily } from '../../families';
import { inEarlyTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { SYSTEM_NAMESPACES } from '../../system-namespaces';

const NAME = 'block-metadata-address';

/**
 * Options of `BlockMetadataAddress`.
 */
export interface BlockMetadataAddressProps extends PolicyTemplateProps {
  /**
   * The services that pods must not ask.
   *
   * @default - those whose addresses mean nothing else in any cloud: LINK_LOCAL, AWS_IPV6, AWS_ECS, GOOGLE_IPV6 and ORACLE_IPV6
   */
  readonly services?: MetadataService[];

  /** Names of the only namespaces whose pods are kept away. @default - all namespaces but `exceptNamespaces` */
  readonly namespaces?: string[];

  /** The name of the policy within its tier. @default block-metadata-address */
  readonly name?: string;

  /**
   * Whether the tier that is given ends with PASS. Then policies of the tier that come after this one are asked too; otherwise all traffic that
   * isn't blocked skips them, as the end of the tier would deny it.
   *
   * @default false
   */
  readonly tierEndsWithPass?: boolean;

  /**
   * Namespaces whose pods may ask: nothing is decided for them here.
   *
   * @default - those of Kubernetes and Calico: kube-system, kube-public, kube-node-lease, calico-system, calico-apiserver, tigera-operator
   */
  readonly exceptNamespaces?: string[];

  /** Pods of other namespaces that may ask too, by their labels. Whoever may label pods may then lift the block. @default - none */
  readonly exceptPods?: Selector;
}

/**
 * Keeps pods from the metadata service of the cloud, which gives whoever asks the credentials of the node.
 *
 * Not among Calico's recipes. Addresses: the documentation of the clouds' metadata services.
 */
export class BlockMetadataAddress extends PolicyTemplate {
  private readonly nets: Cidr[];
  private readonly namespaces: string[] | undefined;
  private readonly exceptNamespaces: string[];
  private readonly exceptPods: Selector | undefined;

  /** @throws where `tier` doesn't come before `default`, `services` or `namespaces` is empty, or `exceptNamespaces` is given beside `namespaces` */
  constructor(scope: Construct, id: string, props: BlockMetadataAddressProps = {}) {
    super(scope, id, {
      name: `external/${NAME}`,
      summary: 'Keeps pods from the metadata address of the cloud (169.254.169.254 and its like), which gives away the credentials of the node.',
      useWhen: [
        'The cluster runs on machines of a cloud, and pods have no business with the machine\'s identity.',
        'Applications get cloud credentials in another way, such as IAM roles for service accounts.',
      ],
      avoidWhen: [
        'Something on the node redirects the address, such as GKE\'s metadata server or kube2iam: policies see where a packet really goes, so block that.',
        'Pods on the network of their node are to be kept away too: no policy of pods applies to them; limit the hops of the metadata service (EC2: 1).',
        'Pods use EKS Pod Identity and its address is among `services`: it is not by default.',
        'Pods outside system namespaces ask the resolver of Google Cloud, which is at the same address, themselves: except them.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inEarlyTier(`${scope.node.path}/${id}`, props, NAME));
    const services = props.services ?? [
      MetadataService.LINK_LOCAL, MetadataService.AWS_IPV6, MetadataService.AWS_ECS, MetadataService.GOOGLE_IPV6, MetadataService.ORACLE_IPV6,
    ];
    if (services.length === 0) {
      throw new Error(`${this.node.path}: services is empty, so nothing would be blocked; leave it out to block the usual addresses`);
    }
    if (props.namespaces?.length === 0 || (props.namespaces && props.exceptNamespaces)) {
      throw new Error(`${this.node.path}: ${props.exceptNamespaces ? 'namespaces and exceptNamespaces exclude each other' : 'namespaces is empty'}; `
        + 'leave `namespaces` out for all but those of the system');
    }
    this.nets = services.flatMap(({ nets }) => nets);
    this.namespaces = props.namespaces;
    this.exceptNamespaces = props.exceptNamespaces ?? [...SYSTEM_NAMESPACES];
    this.exceptPods = props.exceptPods;
    makeOwnTier(this, props.tier, TIER_ORDER.BLOCK_METADATA_ADDRESS);
    const namespaceName = Selector.label('projectcalico.org/name');
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      order: props.order ?? TIER_ORDER.BLOCK_METADATA_ADDRESS,
      namespaceSelector: PodScope.namespaces(this.namespaces ? namespaceName.in(...this.namespaces) : namespaceName.notIn(...this.exceptNamespaces)),
      selector: this.exceptPods?.not(),
      types: [PolicyType.EGRESS],
      egress: [
        ...byFamily(this.nets).map(({ nets }) => Rule.deny({ destination: Peer.nets(...nets) })),
        ...props.tierEndsWithPass ? [] : [Rule.pass()],
      ],
    });
  }

  public probes(): ProbeSet[] {
    return blockMetadataAddressProbes(this.nets, { only: this.namespaces, except: this.exceptNamespaces }, this.exceptPods);
  }
}
