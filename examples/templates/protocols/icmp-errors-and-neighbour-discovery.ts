import { Chart } from 'cdk8s';
import { IcmpErrorsAndNeighbourDiscovery } from 'cdk8s-calico';

export function sample(chart: Chart): IcmpErrorsAndNeighbourDiscovery {
  return new IcmpErrorsAndNeighbourDiscovery(chart, 'icmp-errors');
}
