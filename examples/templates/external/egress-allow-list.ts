import { Chart } from 'cdk8s';
import { Cidr, EgressAllowList, Port, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): EgressAllowList {
  return new EgressAllowList(chart, 'partners', {
    name: 'partners',
    namespaces: Selector.label('team').equals('shop'),
    nets: [Cidr.parse('198.51.100.0/24'), Cidr.parse('2001:db8:100::/48')],
    ports: [Port.of(443)],
  });
}
