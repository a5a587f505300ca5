import { App } from 'cdk8s';
import { Cidr, CrdSource, Encapsulation, NetworkPlan, OperatorInstall, Platform } from 'cdk8s-calico';

const app = new App();
const pods = Cidr.parse('10.244.0.0/16');

new NetworkPlan(app, 'plan', {
  nodes: [Cidr.parse('10.20.0.0/16')],
  services: [Cidr.parse('10.96.0.0/12')],
});

// VXLAN finds the way to pods by itself: nothing but UDP port 4789 has to pass between the nodes.
const calico = new OperatorInstall(app, 'calico', {
  platform: Platform.KUBEADM,
  podCidrs: [pods], // networking.podSubnet of kubeadm's ClusterConfiguration
  pools: [{ cidr: pods }],
  encapsulation: Encapsulation.VXLAN,
  bgp: false,
  crds: CrdSource.MANAGED_BY_OPERATOR,
});

// Files are numbered. The second one needs kinds that the operator makes when it starts: wait for it in between.
calico.applyOrder().forKubectl();

app.synth();
