import { App, Chart } from 'cdk8s';
import { Checks, Cidr, IpPool, NetworkPlan, NetworkRanges } from '../../../../src';
import { Finding } from '../../../../src/core/findings';
import { expectAcknowledged } from '../judging';

const ID = 'cidr/routed-clusters-overlap';

interface ClusterShape extends NetworkRanges {
  readonly pool?: string;
}

/** Clusters east and west, each a chart with its plan, routed to each other. */
function twoClusters(east: ClusterShape, west: ClusterShape, { routed = true } = {}): App {
  const app = new App();
  const [one, two] = [['east', east], ['west', west]].map(([name, shape]) => {
    const { pool, ...ranges } = shape as ClusterShape;
    const chart = new Chart(app, name as string);
    if (pool) {
      new IpPool(chart, 'pods', { metadata: { name: 'pods' }, cidr: Cidr.parse(pool) });
    }
    return new NetworkPlan(chart, 'plan', ranges);
  });
  if (routed) {
    one.addRouteTo(two);
  }
  return app;
}

function findings(app: App): Finding[] {
  return Checks.of(app).report().findings.filter(({ id }) => id === ID);
}

function cidrs(...texts: string[]): Cidr[] {
  return texts.map((text) => Cidr.parse(text));
}

test('fires for pools of two clusters that are routed to each other', () => {
  expect(findings(twoClusters({ pool: '10.0.0.0/8' }, { pool: '10.1.0.0/16' }))).toEqual([{
    id: ID,
    severity: 'error',
    path: 'west/pods',
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'pods' },
    field: 'spec.cidr',
    what: 'pool 10.1.0.0/16 overlaps pool pods (10.0.0.0/8) of east/pods, of a cluster that is routed to this one (east/plan)',
    why: 'both hold 10.1.0.0 to 10.1.255.255: packets to such an address stay in the cluster that they come from',
    fix: 'give one of the two clusters other addresses, or take the route between them out if packets are translated on the way',
    docs: 'docs/checks/cidr/routed-clusters-overlap.md',
  }]);
});

test('names what the two share where the second pool is the wider', () => {
  expect(findings(twoClusters({ pool: '10.1.0.0/16' }, { pool: '10.0.0.0/8' })).map(({ path, why }) => ({ path, why }))).toEqual([{
    path: 'west/pods',
    why: 'both hold 10.1.0.0 to 10.1.255.255: packets to such an address stay in the cluster that they come from',
  }]);
});

test('fires for a pool that holds a range of the other cluster\'s plan, and the other way round', () => {
  expect(findings(twoClusters({ pool: '10.0.0.0/16', nodes: cidrs('172.20.0.0/24') }, { pool: '172.20.0.0/16', nodes: cidrs('10.0.0.0/8') }))
    .map(({ path, what }) => ({ path, what }))).toEqual([
    { path: 'east/pods', what: 'pool 10.0.0.0/16 overlaps the node range 10.0.0.0/8, of a cluster that is routed to this one (west/plan)' },
    { path: 'west/pods', what: 'pool 172.20.0.0/16 overlaps the node range 172.20.0.0/24, of a cluster that is routed to this one (east/plan)' },
  ]);
});

test('fires for services of one cluster among the nodes of the other', () => {
  expect(findings(twoClusters({ services: cidrs('10.96.0.0/12') }, { nodes: cidrs('10.100.0.0/16') }))).toEqual([{
    id: ID,
    severity: 'error',
    path: 'east/plan',
    what: 'the service range 10.96.0.0/12 overlaps the node range 10.100.0.0/16 of west/plan, which it is routed to',
    why: 'both hold 10.100.0.0 to 10.100.255.255: nodes send what goes to an address of the service range to a service, '
      + 'so pods and nodes can\'t reach a host of the node range that has it',
    fix: 'give one of the two clusters other addresses, or take the route between them out if packets are translated on the way',
    docs: 'docs/checks/cidr/routed-clusters-overlap.md',
  }]);
});

test.each<[string, ClusterShape, ClusterShape]>([
  ['pools beside each other', { pool: '10.0.0.0/16' }, { pool: '10.1.0.0/16' }],
  ['the same service range, which never leaves its cluster', { services: cidrs('10.96.0.0/12') }, { services: cidrs('10.96.0.0/12') }],
  ['the same VPC', { vpc: cidrs('10.0.0.0/8') }, { vpc: cidrs('10.0.0.0/8') }],
  ['a plan that names the other\'s pool', { pool: '10.0.0.0/16' }, { otherClusters: { east: cidrs('10.0.0.0/16') } }],
])('stays silent for %s', (_, east, west) => {
  expect(findings(twoClusters(east, west))).toEqual([]);
});

test('stays silent for clusters without a route between them', () => {
  expect(findings(twoClusters({ pool: '10.0.0.0/8' }, { pool: '10.0.0.0/8' }, { routed: false }))).toEqual([]);
});

test('stays silent for a route to a plan of another app, whose objects are not known', () => {
  const app = twoClusters({ pool: '10.0.0.0/8' }, {});
  new NetworkPlan(new Chart(new App(), 'far'), 'plan', { nodes: cidrs('10.0.0.0/8') })
    .addRouteTo(app.node.findChild('east').node.findChild('plan') as NetworkPlan);
  expect(findings(app)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, twoClusters({ pool: '10.0.0.0/8' }, { pool: '10.1.0.0/16' }));
});
