import { Chart } from 'cdk8s';
import { Cidr, DenyList } from 'cdk8s-calico';

export function sample(chart: Chart): DenyList {
  return new DenyList(chart, 'deny-list', { nets: [Cidr.parse('192.0.2.55/32'), Cidr.parse('198.51.100.0/24'), Cidr.parse('2001:db8:bad::/48')] });
}
