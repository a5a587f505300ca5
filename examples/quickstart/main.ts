import { App, Chart } from 'cdk8s';
import { Checks, Cidr, IpPool, NetworkPlan, NetworkPolicy, Peer, Port, Protocol, Rule, Selector, VxlanMode } from 'cdk8s-calico';

const app = new App();
const chart = new Chart(app, 'calico', { disableResourceNameHashes: true });

// What surrounds the cluster: no pool may overlap any of it.
new NetworkPlan(app, 'plan', {
  nodes: [Cidr.parse('10.20.0.0/16')],
  services: [Cidr.parse('10.96.0.0/12')],
  vpc: [Cidr.parse('10.16.0.0/12')],
  vpn: [Cidr.parse('172.27.0.0/16')],
  onPremises: [Cidr.parse('172.30.100.0/22')],
});

new IpPool(chart, 'pods', {
  metadata: { name: 'default-ipv4-ippool' },
  cidr: Cidr.parse('192.168.0.0/16'),
  vxlanMode: VxlanMode.ALWAYS,
  natOutgoing: true,
});

new NetworkPolicy(chart, 'frontend-to-api', {
  metadata: { name: 'allow-frontend-to-api', namespace: 'app' },
  selector: Selector.label('app').equals('web-api'),
  ingress: [
    Rule.allow({
      protocol: Protocol.TCP,
      source: Peer.of(Selector.label('app').equals('frontend')),
      destination: Peer.ports(Port.of(8080)),
    }),
  ],
});

app.synth();

console.log(Checks.of(app).report().toText());
