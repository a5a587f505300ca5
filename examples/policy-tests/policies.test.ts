import { App, JsonPatch, Testing } from 'cdk8s';
import { ClusterNetwork, TeamPolicies } from './policies';
import { Checks, Cidr, ClusterModel, FlowEnd, NetworkPolicy } from 'cdk8s-calico';
import { policyMatchers } from 'cdk8s-calico/testing';

expect.extend(policyMatchers);

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

describe('what the policies of the shop team mean', () => {
  // The policies as they are deployed, and pods for them to select: templates of Deployments do.
  const model = ClusterModel.ofManifests([
    ...Testing.synth(shop(Testing.app())),
    namespace('shop'),
    namespace('kube-system'),
    deployment('shop', 'frontend', { app: 'frontend' }),
    deployment('shop', 'web-api', { app: 'web-api' }),
    deployment('shop', 'database', { app: 'database' }),
    deployment('kube-system', 'coredns', { 'k8s-app': 'kube-dns' }),
  ]);
  const frontend = FlowEnd.workload('shop', 'frontend');
  const webApi = FlowEnd.workload('shop', 'web-api');
  const database = FlowEnd.workload('shop', 'database');
  const dns = FlowEnd.workload('kube-system', 'coredns');

  test('the frontend reaches the API on its port, and nothing behind it', () => {
    expect(model).toAllow({ source: frontend, destination: webApi, destinationPort: 8080 });
    expect(model).toDeny({ source: frontend, destination: webApi, destinationPort: 22 });
    expect(model).toDeny({ source: frontend, destination: database, destinationPort: 5432 });
  });

  test('the API reaches the database, but not the other way', () => {
    expect(model).toAllow({ source: webApi, destination: database, destinationPort: 5432 });
    expect(model).toDeny({ source: database, destination: webApi, destinationPort: 8080 });
  });

  test.each([['frontend', frontend], ['web-api', webApi], ['database', database]])('%s resolves names, and reaches nobody outside', (_, source) => {
    expect(model).toAllow({ source, destination: dns, protocol: 'UDP', destinationPort: 53 });
    expect(model).toAllow({ source, destination: dns, protocol: 'TCP', destinationPort: 53 });
    expect(model).toDeny({ source, destination: FlowEnd.address('203.0.113.10'), destinationPort: 443 });
  });

  test('nobody outside reaches the database', () => {
    expect(model).toDeny({ source: FlowEnd.address('203.0.113.10'), destination: database, destinationPort: 5432 });
  });
});

function namespace(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function deployment(inNamespace: string, name: string, labels: Record<string, string>): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace: inNamespace, name },
    spec: { template: { metadata: { labels }, spec: { containers: [] } } },
  };
}
