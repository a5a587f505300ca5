import { App } from 'cdk8s';
import { Cidr, CrdSource, Encapsulation, NetworkPlan, NodeAddressDetection, OperatorInstall } from 'cdk8s-calico';

const app = new App();
const pods = [Cidr.parse('10.244.0.0/16'), Cidr.parse('fd00:10:244::/56')];
const nodes = [Cidr.parse('10.20.0.0/16'), Cidr.parse('fd00:10:20::/64')];

new NetworkPlan(app, 'plan', { nodes, services: [Cidr.parse('10.96.0.0/12'), Cidr.parse('fd00:10:96::/112')] });

// A pool of each family gives every pod an address of each. VXLAN is the one encapsulation that carries both.
const calico = new OperatorInstall(app, 'calico', {
  podCidrs: pods,
  pools: pods.map((cidr) => ({ cidr })),
  encapsulation: Encapsulation.VXLAN,
  bgp: false,
  ipv4Detection: NodeAddressDetection.inCidrs(nodes[0]),
  ipv6Detection: NodeAddressDetection.inCidrs(nodes[1]),
  crds: CrdSource.MANAGED_BY_OPERATOR,
});

calico.applyOrder().forKubectl();

app.synth();
