import { Chart } from 'cdk8s';
import { Cidr, DosDenyList, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): DosDenyList {
  return new DosDenyList(chart, 'attackers', {
    nets: [Cidr.parse('192.0.2.1/32'), Cidr.parse('198.51.100.0/24'), Cidr.parse('2001:db8:bad::/48')],
    hosts: Selector.label('apply-dos-mitigation').equals('true'),
  });
}
