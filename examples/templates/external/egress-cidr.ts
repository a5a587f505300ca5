import { Chart } from 'cdk8s';
import { Cidr, EgressCidr, Port, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): EgressCidr {
  return new EgressCidr(chart, 'payments', {
    namespace: 'shop',
    app: Selector.label('app').equals('payments'),
    cidrs: [Cidr.parse('198.51.100.0/24'), Cidr.parse('2001:db8:100::/48')],
    exceptCidrs: [Cidr.parse('198.51.100.64/26')],
    ports: [Port.of(443)],
  });
}
