import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { Cidr, CrdSource, Encapsulation, NetworkPlan, OperatorInstall, Platform } from 'cdk8s-calico';

/** What the two clusters share: addresses that neither may use for pods. */
const COMPANY = {
  services: [Cidr.parse('10.96.0.0/12')],
  vpn: [Cidr.parse('172.27.0.0/16')],
  onPremises: [Cidr.parse('192.168.0.0/16')],
};

const app = new App();

/** A cluster is a scope with a plan of its own: what is created in it goes to one API server. */
function cluster(name: string, nodes: Cidr, pods: Cidr): NetworkPlan {
  const scope = new Construct(app, name);
  const plan = new NetworkPlan(scope, 'plan', { ...COMPANY, nodes: [nodes] });
  new OperatorInstall(scope, 'calico', {
    platform: Platform.KUBEADM,
    podCidrs: [pods],
    pools: [{ cidr: pods }],
    encapsulation: Encapsulation.VXLAN,
    bgp: false,
    crds: CrdSource.MANAGED_BY_OPERATOR,
  }).applyOrder().forKubectl();
  return plan;
}

const east = cluster('east', Cidr.parse('10.20.0.0/16'), Cidr.parse('10.128.0.0/16'));
const west = cluster('west', Cidr.parse('10.21.0.0/16'), Cidr.parse('10.129.0.0/16'));

// Pods of the two reach each other without address translation: give both the same pool, and nothing is written.
east.addRouteTo(west);

app.synth();
