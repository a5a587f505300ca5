import { Chart } from 'cdk8s';
import { BgpPassword, Cidr } from 'cdk8s-calico';

export function sample(chart: Chart): BgpPassword {
  return new BgpPassword(chart, 'bgp', { peers: [Cidr.parse('10.20.0.0/16'), Cidr.parse('10.1.0.1/32'), Cidr.parse('fd20::/64')] });
}
