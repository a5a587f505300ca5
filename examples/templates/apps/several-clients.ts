import { Chart } from 'cdk8s';
import { Port, Selector, SeveralClients } from 'cdk8s-calico';

export function sample(chart: Chart): SeveralClients {
  return new SeveralClients(chart, 'cache', {
    namespace: 'shop',
    app: Selector.label('app').equals('cache'),
    clients: [
      Selector.label('app').in('catalogue', 'basket'),
      Selector.label('team').equals('search').and(Selector.label('role').equals('indexer')),
    ],
    ports: [Port.of(6379)],
  });
}
