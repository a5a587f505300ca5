import { App } from 'cdk8s';
import { Cidr, CrdSource, DataPlane, Mtu, NetworkPlan, OperatorInstall, Platform } from 'cdk8s-calico';

const app = new App();

new NetworkPlan(app, 'plan', {
  vpc: [Cidr.parse('10.16.0.0/16')],
  nodes: [Cidr.parse('10.16.0.0/18')],
  services: [Cidr.parse('10.100.0.0/16')],
});

// The platform brings VXLAN, no BGP and the pool 172.16.0.0/16. Delete the DaemonSets aws-node and kube-proxy before nodes join.
const calico = new OperatorInstall(app, 'calico', {
  platform: Platform.EKS,
  dataPlane: DataPlane.ebpf({ apiServerHost: 'ABCDEF.gr7.eu-central-1.eks.amazonaws.com', apiServerPort: 443 }),
  mtu: Mtu.ofLink(9001),
  crds: CrdSource.MANAGED_BY_OPERATOR,
});

calico.applyOrder().forKubectl();

app.synth();
