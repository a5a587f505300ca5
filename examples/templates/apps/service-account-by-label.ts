import { Chart } from 'cdk8s';
import { Port, Selector, ServiceAccountByLabel } from 'cdk8s-calico';

export function sample(chart: Chart): ServiceAccountByLabel {
  return new ServiceAccountByLabel(chart, 'database', {
    namespace: 'shop',
    app: Selector.label('app').equals('database'),
    serviceAccounts: Selector.label('network-group').equals('database-clients'),
    clientNamespaces: Selector.label('team').equals('shop'),
    ports: [Port.of(5432)],
  });
}
