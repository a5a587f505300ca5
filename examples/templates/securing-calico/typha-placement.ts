import { Chart } from 'cdk8s';
import { Cidr, TyphaPlacement } from 'cdk8s-calico';

export function sample(chart: Chart): TyphaPlacement {
  return new TyphaPlacement(chart, 'typha', { nodes: [Cidr.parse('10.20.0.0/16'), Cidr.parse('fd20::/64')] });
}
