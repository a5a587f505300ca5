import { Chart } from 'cdk8s';
import { Cidr, FailsafeReplacement } from 'cdk8s-calico';

export function sample(chart: Chart): FailsafeReplacement {
  return new FailsafeReplacement(chart, 'failsafe', {
    nodes: [Cidr.parse('10.20.0.0/16'), Cidr.parse('fd20::/64')],
    management: [Cidr.parse('10.1.0.0/24')],
  });
}
