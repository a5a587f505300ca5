import { Chart } from 'cdk8s';
import { Cidr, NodePorts, Port } from 'cdk8s-calico';

export function sample(chart: Chart): NodePorts {
  return new NodePorts(chart, 'node-ports', {
    cluster: [Cidr.parse('10.20.0.0/16'), Cidr.parse('192.168.0.0/16'), Cidr.parse('fd20::/64')],
    allowed: [{ ports: [Port.of(31852)], sources: [Cidr.parse('198.51.100.0/24'), Cidr.parse('2001:db8:100::/48')] }],
  });
}
