import { App, Chart } from 'cdk8s';
import {
  CalicoInstall, Checks, Cidr, DataPlane, Encapsulation, IpPool, ManifestInstall, ManifestNetworking, NetworkPlan, OperatorInstall, Platform, Port,
  TyphaSize, UnderlayTraffic, VxlanMode,
} from '../../src';

const V4 = { cidr: Cidr.parse('10.10.0.0/16') };
const V6 = { cidr: Cidr.parse('fd00:10::/48') };

/** Each requirement in a line: protocol, port, direction. */
function needs(install: CalicoInstall): string[] {
  return install.underlayRequirements().map(({ protocol, port, direction }) => [protocol, port, direction].filter((part) => part !== undefined).join(' '));
}

test('says what is to be let through, for whom, and why', () => {
  const requirements = new ManifestInstall(new App(), 'calico').underlayRequirements();
  expect(requirements.map(({ protocol, ...rest }) => ({ protocol: protocol.toString(), ...rest }))).toEqual([
    { protocol: 'TCP', port: 179, direction: 'both', peers: 'all nodes, and the routers that are BGP peers', reason: 'BGP: nodes tell each other where pods are' },
    { protocol: '4', direction: 'both', peers: 'all nodes', reason: 'IP in IP: packets between pods of different nodes' },
    { protocol: 'TCP', port: 6443, direction: 'outbound', peers: 'the Kubernetes API', reason: 'the Kubernetes API: Calico\'s configuration, and all else that it knows' },
  ]);
});

test.each<[string, (app: App) => CalicoInstall, string[]]>([
  ['the operator', (app) => new OperatorInstall(app, 'calico'), ['TCP 179 both', '4 both', 'TCP 5473 both', 'TCP 6443 outbound']],
  ['VXLAN without BGP', (app) => new OperatorInstall(app, 'calico', { pools: [V4], encapsulation: Encapsulation.VXLAN, bgp: false }), [
    'UDP 4789 both', 'TCP 5473 both', 'TCP 6443 outbound',
  ]],
  ['EKS with eBPF', (app) => new OperatorInstall(app, 'calico', { platform: Platform.EKS, dataPlane: DataPlane.ebpf({ apiServerHost: 'api.example.com', apiServerPort: 443 }) }), [
    'UDP 4789 both', 'TCP 5473 both', 'TCP 443 outbound', 'TCP 5443 inbound',
  ]],
  ['both families, WireGuard and metrics', (app) => new OperatorInstall(app, 'calico', {
    pools: [V4, V6], encapsulation: Encapsulation.NONE, wireguard: true, metrics: { nodePort: 9191, typhaPort: 9193 },
  }), ['TCP 179 both', 'TCP 5473 both', 'UDP 51820 both', 'UDP 51821 both', 'TCP 6443 outbound', 'TCP 9191 inbound', 'TCP 9193 inbound']],
  ['manifests with Typha, metrics, and a port of Felix', (app) => new ManifestInstall(app, 'calico', {
    pools: [V4], encapsulation: Encapsulation.VXLAN, bgp: false, typha: TyphaSize.forNodes(100), metrics: { nodePort: 9091, typhaPort: 9193 },
  }), ['UDP 4789 both', 'TCP 5473 both', 'TCP 6443 outbound', 'TCP 9091 inbound', 'TCP 9193 inbound']],
  ['Canal', (app) => new ManifestInstall(app, 'calico', { networking: ManifestNetworking.canal() }), ['UDP 8472 both', 'TCP 6443 outbound']],
  ['another port of VXLAN', (app) => new OperatorInstall(app, 'calico', {
    pools: [V4], encapsulation: Encapsulation.VXLAN, bgp: false, felix: { vxlanPort: Port.of(4799) },
  }), ['UDP 4799 both', 'TCP 5473 both', 'TCP 6443 outbound']],
])('lists what %s needs', (_, make, expected) => {
  expect(needs(make(new App()))).toEqual(expected);
});

test('sees pools beside the install, and those of other clusters not', () => {
  const app = new App();
  const [east, west] = [new Chart(app, 'east'), new Chart(app, 'west')];
  new NetworkPlan(east, 'plan');
  new NetworkPlan(west, 'plan');
  const installs = [east, west].map((scope) => new OperatorInstall(scope, 'calico', { pools: [V4], encapsulation: Encapsulation.NONE }));
  new IpPool(east, 'more', { cidr: Cidr.parse('10.11.0.0/16'), vxlanMode: VxlanMode.ALWAYS });
  expect(installs.map(needs)).toEqual([
    ['TCP 179 both', 'UDP 4789 both', 'TCP 5473 both', 'TCP 6443 outbound'],
    ['TCP 179 both', 'TCP 5473 both', 'TCP 6443 outbound'],
  ]);
});

test('a plan that lets everything on the list through is taken, and one that doesn\'t is refused', () => {
  const findings = (...allows: UnderlayTraffic[]) => {
    const app = new App();
    new NetworkPlan(app, 'plan', { underlay: { allows } });
    new OperatorInstall(app, 'calico', { pools: [V4] });
    return Checks.of(app).report().findings.map(({ id, path }) => `${id} ${path}`);
  };
  expect(findings(UnderlayTraffic.tcp(179), UnderlayTraffic.tcp(5473), UnderlayTraffic.IP_IN_IP)).toEqual([]);
  expect(findings(UnderlayTraffic.tcp(179), UnderlayTraffic.tcp(5473))).toEqual(['underlay/traffic-blocked calico/custom-resources/Installation-default']);
});
