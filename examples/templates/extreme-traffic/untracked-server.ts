import { Chart } from 'cdk8s';
import { Cidr, Port, Selector, UntrackedServer } from 'cdk8s-calico';

export function sample(chart: Chart): UntrackedServer {
  return new UntrackedServer(chart, 'memcached', {
    name: 'memcached',
    hosts: Selector.label('memcached').equals('server'),
    ports: [Port.of(11211)],
    clients: Selector.label('memcached').equals('client'),
    clientNets: [Cidr.parse('198.51.100.0/24'), Cidr.parse('2001:db8:100::/64')],
  });
}
