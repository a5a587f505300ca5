import { Testing } from 'cdk8s';
import { Checks, ClusterModel, FlowEnd, ProbeCluster } from 'cdk8s-calico';
import { policyMatchers } from 'cdk8s-calico/testing';
import { Network } from './network';
import { ShopPolicies } from './policies';

expect.extend(policyMatchers);

/** The policies as they are deployed, with pods for them to select. */
const model = ClusterModel.ofManifests([
  ...Testing.synth(new ShopPolicies(Testing.app(), 'shop')),
  ...new ProbeCluster()
    .addNamespace('shop')
    .addNamespace('kube-system')
    .addPod('shop', 'frontend', { labels: { app: 'frontend' } })
    .addPod('shop', 'api', { labels: { app: 'api' } })
    .addPod('kube-system', 'coredns', { labels: { 'k8s-app': 'kube-dns' } })
    // Where the Kubernetes API is: policies that allow it by its Service follow this.
    .addObject({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'kubernetes', namespace: 'default', labels: { 'kubernetes.io/service-name': 'kubernetes' } },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.20.0.10'] }],
      ports: [{ name: 'https', protocol: 'TCP', port: 6443 }],
    })
    .toManifests(),
]);
const frontend = FlowEnd.pod('shop', 'frontend');
const api = FlowEnd.pod('shop', 'api');
const dns = FlowEnd.pod('kube-system', 'coredns');

test('the frontend reaches the API, on its port only', () => {
  expect(model).toAllow({ source: frontend, destination: api, destinationPort: 8080 });
  expect(model).toDeny({ source: frontend, destination: api, destinationPort: 22 });
  expect(model).toDeny({ source: api, destination: frontend, destinationPort: 8080 });
});

test('pods resolve names and reach the Kubernetes API, and nobody else outside', () => {
  expect(model).toAllow({ source: api, destination: dns, protocol: 'UDP', destinationPort: 53 });
  expect(model).toAllow({ source: api, destination: dns, protocol: 'TCP', destinationPort: 53 });
  expect(model).toAllow({ source: api, destination: FlowEnd.address('10.20.0.10'), destinationPort: 6443 });
  expect(model).toDeny({ source: api, destination: FlowEnd.address('10.20.0.10'), destinationPort: 22 });
  expect(model).toDeny({ source: api, destination: FlowEnd.address('203.0.113.10'), destinationPort: 443 });
});

test('the checks find nothing', () => {
  const app = Testing.app();
  new Network(app, 'network');
  new ShopPolicies(app, 'shop');
  expect(Checks.of(app).report().findings).toEqual([]);
});
