import { Chart } from 'cdk8s';
import { DenyAllToApp, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): DenyAllToApp {
  return new DenyAllToApp(chart, 'worker', { namespace: 'shop', app: Selector.label('app').equals('worker') });
}
