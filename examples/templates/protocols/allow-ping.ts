import { Chart } from 'cdk8s';
import { AllowPing, Cidr } from 'cdk8s-calico';

export function sample(chart: Chart): AllowPing {
  return new AllowPing(chart, 'ping', { sources: [Cidr.parse('10.20.0.0/16'), Cidr.parse('fd20::/64')] });
}
