import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { Cidr, GlobalNetworkPolicy, IpPool, NetworkPlan, NetworkPolicy, Peer, Port, Protocol, Rule, Selector, VxlanMode } from 'cdk8s-calico';

// The app of examples/quickstart with four mistakes. Nothing is written; expected-report.txt is what it prints instead.
const app = new App();
const chart = new Chart(app, 'calico', { disableResourceNameHashes: true });

new NetworkPlan(app, 'plan', {
  nodes: [Cidr.parse('10.20.0.0/16')],
  services: [Cidr.parse('10.96.0.0/12')],
  vpc: [Cidr.parse('10.16.0.0/12')],
  vpn: [Cidr.parse('172.27.0.0/16')],
  onPremises: [Cidr.parse('192.168.100.0/22')],
});

// 1. The pool holds the on-premises network.
new IpPool(chart, 'pods', {
  metadata: { name: 'default-ipv4-ippool' },
  cidr: Cidr.parse('192.168.0.0/16'),
  vxlanMode: VxlanMode.ALWAYS,
  natOutgoing: true,
});

// 2. A patch writes a selector as Kubernetes would.
const policy = new NetworkPolicy(chart, 'frontend-to-api', {
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
policy.addJsonPatch(JsonPatch.replace('/spec/selector', 'app in (web-api, web-admin)'));

// 3. An object that was written by hand forgot the quotes.
new ApiObject(chart, 'payments', {
  apiVersion: 'projectcalico.org/v3',
  kind: 'NetworkPolicy',
  metadata: { name: 'deny-payments', namespace: 'app' },
  spec: { selector: 'app == payments', types: ['Ingress'] },
});

// 4. A selector without mistakes in its syntax, that no pod can ever match.
new GlobalNetworkPolicy(chart, 'quarantine', {
  metadata: { name: 'quarantine' },
  selector: Selector.label('quarantine').equals('true').and(Selector.label('quarantine').equals('yes')),
  ingress: [Rule.deny()],
  egress: [Rule.deny()],
});

app.synth();
