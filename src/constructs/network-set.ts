import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { Cidr } from '../values/cidr';

/**
 * Properties of a `NetworkSet` or `GlobalNetworkSet`.
 */
export interface NetworkSetProps {
  /** Name, namespace and annotations, and the labels that selectors match. @default - a name made from the construct's path, no labels */
  readonly metadata?: ApiObjectMetadata;

  /** The addresses. @default - none; see `addNets` */
  readonly nets?: Cidr[];
}

/**
 * Addresses under labels, for the policies of one namespace.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/networkset
 */
export class NetworkSet extends CalicoObject {
  private readonly nets: Cidr[];

  constructor(scope: Construct, id: string, props: NetworkSetProps = {}) {
    const nets = [...props.nets ?? []];
    super(scope, id, 'NetworkSet', props.metadata, () => ({ nets: nets.map(String) }));
    this.nets = nets;
  }

  /** Adds addresses. */
  public addNets(...nets: Cidr[]): void {
    this.nets.push(...nets);
  }
}

/**
 * Addresses under labels, for the policies of the whole cluster.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/globalnetworkset
 */
export class GlobalNetworkSet extends CalicoObject {
  private readonly nets: Cidr[];

  constructor(scope: Construct, id: string, props: NetworkSetProps = {}) {
    const nets = [...props.nets ?? []];
    super(scope, id, 'GlobalNetworkSet', props.metadata, () => ({ nets: nets.map(String) }));
    this.nets = nets;
  }

  /** Adds addresses. */
  public addNets(...nets: Cidr[]): void {
    this.nets.push(...nets);
  }
}
