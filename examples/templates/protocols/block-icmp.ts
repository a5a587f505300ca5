import { Chart } from 'cdk8s';
import { BlockIcmp } from 'cdk8s-calico';

export function sample(chart: Chart): BlockIcmp {
  return new BlockIcmp(chart, 'icmp');
}
