import { ACME_RELEASE } from '@acme/calico-policies';
import { App, Chart, Testing } from 'cdk8s';
import { Shop } from './policies';
import { Checks, ClusterModel, FlowEnd, NetworkPolicy, ProbeCluster, Rule } from 'cdk8s-calico';
import { policyMatchers } from 'cdk8s-calico/testing';

expect.extend(policyMatchers);

test('the manifests stay as they are', () => {
  expect(Testing.synth(new Shop(Testing.app(), 'shop'))).toMatchSnapshot();
});

test('a release has nothing that stops it', () => {
  const app = new App();
  Checks.of(app).usePreset(ACME_RELEASE);
  new Shop(app, 'shop');
  expect(Checks.of(app).report().findings).toEqual([]);
});

test('the API is reached by the frontend, and by nobody else of the shop', () => {
  const model = ClusterModel.ofManifests([
    ...Testing.synth(new Shop(Testing.app(), 'shop')),
    ...new ProbeCluster().addNamespace('shop').addPod('shop', 'batch', { labels: { app: 'batch' } }).toManifests(),
  ]);
  const api = FlowEnd.workload('shop', 'api');
  expect(model).toAllow({ source: FlowEnd.workload('shop', 'frontend'), destination: api, destinationPort: 8080 });
  expect(model).toDeny({ source: FlowEnd.pod('shop', 'batch'), destination: api, destinationPort: 8080 });
});

test('a policy that opens the API to all is refused, with who gets in', () => {
  const app = new App();
  new Shop(app, 'shop');
  new NetworkPolicy(new Chart(app, 'extra'), 'open', { metadata: { name: 'open', namespace: 'shop' }, ingress: [Rule.allow()] });
  expect(() => app.synthYaml()).toThrow('only the frontend and ingress controllers reach the api');
});
