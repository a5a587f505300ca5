import { ClusterModel, FlowEnd } from '../../../src';

// Without any host endpoint. Felix never polices what a host sends to its own pods (`filterOutputChain` in felix/rules/static.go), so that
// probes of the kubelet get through; what pods send to their host is settled by `defaultEndpointToHostAction`.
function model(felix: object[] = []): ClusterModel {
  const node = (name: string, address: string) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name }, status: { addresses: [{ type: 'InternalIP', address }] } });
  return ClusterModel.ofManifests([
    node('here', '10.20.0.1'),
    node('there', '10.20.0.2'),
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: { nodeName: 'here', containers: [] }, status: { podIPs: [{ ip: '10.0.0.1' }] } },
    { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name: 'deny', namespace: 'shop' }, spec: { types: ['Ingress'] } },
    ...felix,
  ]);
}

const felix = (defaultEndpointToHostAction: string) => [
  { apiVersion: 'projectcalico.org/v3', kind: 'FelixConfiguration', metadata: { name: 'default' }, spec: { defaultEndpointToHostAction } },
];
const web = FlowEnd.pod('shop', 'web');

test('a default deny doesn\'t close a pod to its own node, and does to another', () => {
  const [own, other] = ['10.20.0.1', '10.20.0.2'].map((ip) => model().verdict({ source: FlowEnd.address(ip), destination: web, destinationPort: 8080 }));
  expect([own.allowed, own.certain]).toEqual([true, true]);
  expect([other.allowed, other.certain]).toEqual([false, true]);
});

test('what a pod may send to its own node is what Felix is configured to', () => {
  const [accept, drop, unsaid] = [felix('Accept'), felix('Drop'), []].map((objects) =>
    model(objects).verdict({ source: web, destination: FlowEnd.address('10.20.0.1'), destinationPort: 22 }));
  expect([accept.allowed, accept.certain]).toEqual([true, true]);
  expect([drop.allowed, drop.certain]).toEqual([false, true]);
  expect(unsaid.certain).toBe(false);
});

test('what a pod sends to another node is up to its own policies', () => {
  expect(model().verdict({ source: web, destination: FlowEnd.address('10.20.0.2'), destinationPort: 22 })).toMatchObject({ allowed: true, certain: true });
});
