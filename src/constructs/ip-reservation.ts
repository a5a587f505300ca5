import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { Cidr } from '../values/cidr';

/**
 * Properties of an `IpReservation`.
 */
export interface IpReservationProps {
  /** Name, labels and annotations. @default - a name made from the construct's path */
  readonly metadata?: ApiObjectMetadata;

  /** Addresses that are not given out, each block once (`resource/duplicate`). @default - none; see `addReservedCidrs` */
  readonly reservedCidrs?: Cidr[];
}

/**
 * Addresses of pools that Calico doesn't give to pods. Meant for few addresses; those in use stay in use.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/ipreservation
 */
export class IpReservation extends CalicoObject {
  private readonly reservedCidrs: Cidr[];

  constructor(scope: Construct, id: string, props: IpReservationProps = {}) {
    const reservedCidrs = [...props.reservedCidrs ?? []];
    super(scope, id, 'IPReservation', props.metadata, () => ({ reservedCIDRs: reservedCidrs.map(String) }));
    this.reservedCidrs = reservedCidrs;
  }

  /** Adds addresses that are not given out. */
  public addReservedCidrs(...blocks: Cidr[]): void {
    this.reservedCidrs.push(...blocks);
  }
}
