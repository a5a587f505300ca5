import { Chart } from 'cdk8s';
import { AllowFromPods, Port, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): AllowFromPods {
  return new AllowFromPods(chart, 'database', {
    namespace: 'data',
    app: Selector.label('app').equals('postgres'),
    fromNamespace: 'shop',
    fromPods: Selector.label('app').equals('api'),
    ports: [Port.of(5432)],
  });
}
