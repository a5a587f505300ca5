import { Chart } from 'cdk8s';
import { AllowKubeletProbes, Cidr } from 'cdk8s-calico';

export function sample(chart: Chart): AllowKubeletProbes {
  return new AllowKubeletProbes(chart, 'nodes', {
    nodes: [Cidr.parse('10.20.0.0/16'), Cidr.parse('fd00:20::/64')],
  });
}
