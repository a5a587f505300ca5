import { App, JsonPatch, Testing } from 'cdk8s';
import { ClusterNetwork, TeamPolicies } from './policies';
import { Checks, Cidr, NetworkPolicy } from 'cdk8s-calico';

function shop(app: App): TeamPolicies {
  return new TeamPolicies(app, 'shop', {
    namespace: 'shop',
    services: [
      { app: 'web-api', port: 8080, callers: ['frontend', 'mobile-gateway'] },
      { app: 'database', port: 5432, callers: ['web-api'] },
    ],
  });
}

test('the manifests of the shop team stay as they are', () => {
  expect(Testing.synth(shop(Testing.app()))).toMatchSnapshot();
});

test('the checks find nothing in an app of all our policies', () => {
  const app = Testing.app();
  shop(app);
  new ClusterNetwork(app, 'network', { pods: Cidr.parse('192.168.0.0/16') });
  expect(Checks.of(app).report().findings).toEqual([]);
});

test('every policy is in the namespace of its team', () => {
  const namespaces = Testing.synth(shop(Testing.app())).map(({ metadata }) => metadata.namespace);
  expect(new Set(namespaces)).toEqual(new Set(['shop']));
});

test('rejects a pool in the VPC, and names the range', () => {
  const network = new ClusterNetwork(Testing.app(), 'network', { pods: Cidr.parse('10.17.0.0/16') });
  expect(() => Testing.synth(network)).toThrow('pool 10.17.0.0/16 overlaps the VPC range 10.16.0.0/12 of the plan');
});

test('rejects a patch that writes a selector as Kubernetes would', () => {
  const chart = shop(Testing.app());
  const policy = chart.node.findChild('allow-to-database') as NetworkPolicy;
  policy.addJsonPatch(JsonPatch.replace('/spec/selector', 'app=database'));
  expect(() => Testing.synth(chart)).toThrow('app == "database"');
});
