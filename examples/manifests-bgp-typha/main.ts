import { App, Chart } from 'cdk8s';
import {
  AsNumber, BgpConfiguration, BgpPeer, CalicoApi, CaSource, Cidr, CrdSource, Encapsulation, ManifestInstall, NetworkPlan,
  NodeAddressDetection, PeerAddress, TyphaSize, UnderlayTraffic,
} from 'cdk8s-calico';

const app = new App();
const nodes = Cidr.parse('10.20.0.0/16');

new NetworkPlan(app, 'plan', {
  nodes: [nodes],
  services: [Cidr.parse('10.96.0.0/12')],
  underlay: { allows: [UnderlayTraffic.tcp(179), UnderlayTraffic.tcp(5473)] }, // BGP and Typha: IP in IP would be refused
});

// Pods' packets go as they are: the routers of the racks learn by BGP where pods are.
const calico = new ManifestInstall(app, 'calico', {
  pools: [{ cidr: Cidr.parse('10.244.0.0/16'), natOutgoing: false }],
  encapsulation: Encapsulation.NONE,
  ipv4Detection: NodeAddressDetection.inCidrs(nodes),
  typha: TyphaSize.forNodes(250),
  api: CalicoApi.aggregated(CaSource.certManager('calico-apiserver', 'calico-api')),
  crds: CrdSource.GIVEN, // applied once, before everything else
});

// What needs projectcalico.org/v3 comes after what serves it.
const routing = new Chart(app, 'routing');
for (const router of ['10.20.0.2', '10.20.0.3']) {
  new BgpPeer(routing, `router-${router}`, { peerIp: PeerAddress.of(router), asNumber: AsNumber.of(64513) });
}
new BgpConfiguration(routing, 'bgp', { asNumber: AsNumber.of(64512), nodeToNodeMeshEnabled: false });

calico.applyOrder(routing).forKubectl();

app.synth();
