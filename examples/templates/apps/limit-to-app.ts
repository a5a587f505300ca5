import { Chart } from 'cdk8s';
import { LimitToApp, Port, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): LimitToApp {
  return new LimitToApp(chart, 'database', {
    namespace: 'shop',
    app: Selector.label('app').equals('database'),
    clients: Selector.label('app').equals('api'),
    ports: [Port.of(5432)],
  });
}
