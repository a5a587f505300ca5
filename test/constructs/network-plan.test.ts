import { App, Chart } from 'cdk8s';
import { Checks, Cidr, IpPool, NetworkPlan, RangeRole } from '../../src';

let app: App;

beforeEach(() => {
  app = new App();
});

function pool(chart: Chart, name: string, cidr: string): void {
  new IpPool(chart, name, { metadata: { name }, cidr: Cidr.parse(cidr) });
}

function findings() {
  return Checks.of(app).report().findings.map(({ id, path, what }) => ({ id, path, what }));
}

test('a pool may overlap no range of the plan, and the finding names the range', () => {
  const plan = new NetworkPlan(app, 'plan', {
    vpc: [Cidr.parse('10.0.0.0/16')],
    otherClusters: { staging: [Cidr.parse('10.1.0.0/16')] },
    further: { 'the partner network': [Cidr.parse('10.2.0.0/16')] },
  });
  plan.addRange(RangeRole.VPN, Cidr.parse('10.3.0.0/16'), 'the Frankfurt VPN');
  plan.addRange(RangeRole.VPN, Cidr.parse('10.4.0.0/16'));
  pool(new Chart(app, 'calico'), 'pods', '10.0.0.0/8');
  expect(findings().map(({ what }) => what)).toEqual([
    'pool 10.0.0.0/8 overlaps the Frankfurt VPN 10.3.0.0/16 of the plan',
    'pool 10.0.0.0/8 overlaps the VPC range 10.0.0.0/16 of the plan',
    'pool 10.0.0.0/8 overlaps the VPN range 10.4.0.0/16 of the plan',
    'pool 10.0.0.0/8 overlaps the partner network 10.2.0.0/16 of the plan',
    'pool 10.0.0.0/8 overlaps the range of the cluster staging 10.1.0.0/16 of the plan',
  ]);
});

test('a plan governs the scope that it is created in, so charts can be clusters', () => {
  const [eu, us] = [new Chart(app, 'eu'), new Chart(app, 'us')];
  new NetworkPlan(eu, 'plan', { vpc: [Cidr.parse('10.0.0.0/16')] });
  new NetworkPlan(us, 'plan', { vpc: [Cidr.parse('10.1.0.0/16')] });
  pool(eu, 'pods', '10.1.0.0/16');
  pool(us, 'pods', '10.0.0.0/16');
  expect(findings()).toEqual([]);
});

test('plans that are routed to each other share one address space', () => {
  const [eu, us] = [new Chart(app, 'eu'), new Chart(app, 'us')];
  const europe = new NetworkPlan(eu, 'plan', { nodes: [Cidr.parse('10.0.0.0/16')], services: [Cidr.parse('10.96.0.0/16')] });
  const america = new NetworkPlan(us, 'plan', { nodes: [Cidr.parse('10.1.0.0/16')], services: [Cidr.parse('10.1.128.0/24')] });
  europe.addRouteTo(america);
  pool(eu, 'pods', '172.16.0.0/16');
  pool(us, 'pods', '172.16.128.0/17');
  pool(us, 'more', '10.0.0.0/24');
  expect(findings()).toContainEqual({
    id: 'cidr/routed-clusters-overlap',
    path: 'us/pods',
    what: 'pool 172.16.128.0/17 overlaps pool pods (172.16.0.0/16) of eu/pods, of a cluster that is routed to this one (eu/plan)',
  });
  expect(findings().filter(({ id }) => id === 'cidr/routed-clusters-overlap').map(({ path }) => path).sort()).toEqual(['us/more', 'us/pods']);
});

test('free blocks are those that no range and no pool uses, also not of a plan that it is routed to', () => {
  const [eu, us] = [new Chart(app, 'eu'), new Chart(app, 'us')];
  const europe = new NetworkPlan(eu, 'plan', { vpc: [Cidr.parse('10.0.0.0/16')] });
  const america = new NetworkPlan(us, 'plan', { vpc: [Cidr.parse('10.3.0.0/16')] });
  pool(eu, 'pods', '10.1.0.0/16');
  expect(europe.freeBlocks(16, Cidr.parse('10.0.0.0/8')).map(String)).toEqual(['10.2.0.0/16', '10.3.0.0/16', '10.4.0.0/16']);
  europe.addRouteTo(america);
  expect(europe.freeBlocks(16, Cidr.parse('10.0.0.0/8'), 2).map(String)).toEqual(['10.2.0.0/16', '10.4.0.0/16']);
  expect(america.freeBlocks(16, Cidr.parse('10.0.0.0/14')).map(String)).toEqual(['10.2.0.0/16']);
});

test('rejects blocks that cannot lie in the range', () => {
  const plan = new NetworkPlan(app, 'plan');
  expect(() => plan.freeBlocks(8, Cidr.parse('10.0.0.0/16'))).toThrow('plan: no block of prefix length 8 fits in 10.0.0.0/16: it is 16 to 32');
  expect(() => plan.freeBlocks(129, Cidr.parse('fd00::/8'))).toThrow('plan: no block of prefix length 129 fits in fd00::/8: it is 8 to 128');
});

test('rejects a second plan in one scope', () => {
  new NetworkPlan(app, 'plan');
  expect(() => new NetworkPlan(app, 'other')).toThrow('other: the app has a NetworkPlan already (plan)');
});

test('a plan that changes is judged again', () => {
  const plan = new NetworkPlan(app, 'plan');
  pool(new Chart(app, 'calico'), 'pods', '10.0.0.0/8');
  expect(findings()).toEqual([]);
  plan.addRange(RangeRole.ON_PREMISES, Cidr.parse('10.0.0.0/24'));
  expect(findings().map(({ id }) => id)).toEqual(['cidr/pool-overlaps-network']);
});

test('services that overlap nodes are a fault of the plan itself', () => {
  new NetworkPlan(app, 'plan', { nodes: [Cidr.parse('10.0.0.0/16')], services: [Cidr.parse('10.0.128.0/20')] });
  expect(findings()).toEqual([
    { id: 'cidr/plan-ranges-overlap', path: 'plan', what: 'the service range 10.0.128.0/20 overlaps the node range 10.0.0.0/16 of the plan' },
  ]);
});
