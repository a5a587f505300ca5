import { Chart } from 'cdk8s';
import { AllowAllToApp, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): AllowAllToApp {
  return new AllowAllToApp(chart, 'web', { namespace: 'shop', app: Selector.label('app').equals('web') });
}
