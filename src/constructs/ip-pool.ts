import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { Cidr } from '../values/cidr';
import { AllowedUse, AssignmentMode, IpipMode, VxlanMode } from '../values/pool-modes';
import { Selector } from '../values/selector';
import { withoutUndefined } from '../values/without-undefined';

/**
 * Properties of an `IpPool`.
 */
export interface IpPoolProps {
  /** Name, labels and annotations. @default - a name made from the construct's path */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The addresses. They may not overlap another pool (`cidr/pools-overlap`) or a range of the `NetworkPlan`
   * (`cidr/pool-overlaps-network`), and can't be changed in a running cluster.
   */
  readonly cidr: Cidr;

  /** VXLAN between nodes; UDP port 4789 must pass the underlay. @default VxlanMode.NEVER */
  readonly vxlanMode?: VxlanMode;

  /** IP in IP between nodes; IP protocol 4 must pass the underlay. IPv4 only. @default IpipMode.NEVER */
  readonly ipipMode?: IpipMode;

  /** Translate the source address of pods to their node's when they talk to addresses outside all pools. @default false */
  readonly natOutgoing?: boolean;

  /** Give out no more addresses from the pool; those in use stay. @default false */
  readonly disabled?: boolean;

  /**
   * Prefix length of the blocks that nodes claim: 20 to 32 for IPv4, 116 to 128 for IPv6. Can't be changed in a running cluster.
   *
   * @default - Calico's: 26 (64 addresses) for IPv4, 122 (64 addresses) for IPv6
   */
  readonly blockSize?: number;

  /** Nodes that give out addresses of the pool. @default - all nodes */
  readonly nodeSelector?: Selector;

  /** Namespaces whose pods get addresses of the pool. @default - all namespaces */
  readonly namespaceSelector?: Selector;

  /** Don't announce the pool's routes over BGP. @default false */
  readonly disableBgpExport?: boolean;

  /** What the addresses are used for. @default - Calico's: workloads and tunnels */
  readonly allowedUses?: AllowedUse[];

  /** How the addresses are given out. @default - Calico's: AssignmentMode.AUTOMATIC */
  readonly assignmentMode?: AssignmentMode;
}

/**
 * A range of addresses for pods, and how packets between them travel.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/ippool
 */
export class IpPool extends CalicoObject {
  /** The pool's addresses. */
  public readonly cidr: Cidr;

  constructor(scope: Construct, id: string, props: IpPoolProps) {
    super(scope, id, 'IPPool', props.metadata, () => poolSpec(props));
    this.cidr = props.cidr;
  }
}

function poolSpec(props: IpPoolProps): object {
  const { allowedUses } = props;
  // Calico refuses a LoadBalancer pool whose nodeSelector isn't literally all().
  const nodeSelector = props.nodeSelector ?? (allowedUses?.includes(AllowedUse.LOAD_BALANCER) ? Selector.all() : undefined);
  return withoutUndefined({
    cidr: props.cidr.toString(),
    vxlanMode: props.vxlanMode ?? VxlanMode.NEVER,
    ipipMode: props.ipipMode ?? IpipMode.NEVER,
    natOutgoing: props.natOutgoing ?? false,
    disabled: props.disabled ?? false,
    blockSize: props.blockSize,
    nodeSelector: nodeSelector?._toManifest(),
    namespaceSelector: props.namespaceSelector?._toManifest(),
    disableBGPExport: props.disableBgpExport,
    allowedUses,
    assignmentMode: props.assignmentMode,
  });
}
