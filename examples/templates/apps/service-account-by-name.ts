import { Chart } from 'cdk8s';
import { Port, Selector, ServiceAccountByName } from 'cdk8s-calico';

export function sample(chart: Chart): ServiceAccountByName {
  return new ServiceAccountByName(chart, 'database', {
    namespace: 'shop',
    app: Selector.label('app').equals('database'),
    serviceAccounts: ['api', 'backup'],
    ports: [Port.of(5432)],
  });
}
