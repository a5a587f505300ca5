import { Chart } from 'cdk8s';
import { DenyEgressFromApp, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): DenyEgressFromApp {
  return new DenyEgressFromApp(chart, 'database', { namespace: 'shop', app: Selector.label('app').equals('database') });
}
