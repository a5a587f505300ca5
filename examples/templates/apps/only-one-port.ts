import { Chart } from 'cdk8s';
import { OnlyOnePort, Port, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): OnlyOnePort {
  return new OnlyOnePort(chart, 'web', { namespace: 'shop', app: Selector.label('app').equals('web'), port: Port.named('http') });
}
