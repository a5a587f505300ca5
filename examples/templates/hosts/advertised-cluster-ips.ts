import { Chart } from 'cdk8s';
import { AdvertisedClusterIps, Cidr, Port, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): AdvertisedClusterIps {
  return new AdvertisedClusterIps(chart, 'services', {
    services: [Cidr.parse('10.96.0.0/12'), Cidr.parse('fd96::/108')],
    cluster: [Cidr.parse('10.20.0.0/16'), Cidr.parse('192.168.0.0/16'), Cidr.parse('fd20::/64')],
    allowed: [{ clusterIp: Cidr.parse('10.96.20.40/32'), sources: [Cidr.parse('198.51.100.0/24')], ports: [Port.of(443)] }],
    backends: Selector.label('service').equals('web'),
  });
}
