import { Chart } from 'cdk8s';
import { AllowExternal, Cidr, Port, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): AllowExternal {
  return new AllowExternal(chart, 'web', {
    namespace: 'shop',
    app: Selector.label('app').equals('web'),
    ports: [Port.of(8443)],
    inside: [Cidr.parse('192.168.0.0/16'), Cidr.parse('fd00:10:244::/56')],
  });
}
