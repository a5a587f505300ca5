import { Chart } from 'cdk8s';
import { HttpRequests, Port, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): HttpRequests {
  return new HttpRequests(chart, 'catalogue', {
    namespace: 'shop',
    app: Selector.label('app').equals('catalogue'),
    clients: Selector.label('app').equals('web'),
    paths: [{ prefix: '/products/' }, { exact: '/healthz' }],
    ports: [Port.of(8080)],
  });
}
