import { ClusterModel } from '../../src';

test('a model says what each policy selects', () => {
  const policy = (kind: string, name: string, spec: object): object => ({ apiVersion: 'projectcalico.org/v3', kind, metadata: { name, ...(kind === 'NetworkPolicy' && { namespace: 'shop' }) }, spec });
  const model = ClusterModel.ofManifests([
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } }, spec: {} },
    { apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint', metadata: { name: 'node-1', labels: { role: 'worker' } }, spec: { node: 'n1', interfaceName: '*' } },
    policy('NetworkPolicy', 'web', { order: 1, selector: 'app == "web"' }),
    policy('StagedGlobalNetworkPolicy', 'hosts', { tier: 'other', selector: 'role == "worker" && !has(projectcalico.org/namespace)', types: ['Ingress', 'Egress'] }),
  ]);
  expect(model.policyReach()).toEqual([
    {
      kind: 'NetworkPolicy',
      namespace: 'shop',
      name: 'web',
      tier: 'default',
      tierOrder: 1_000_000,
      order: 1,
      directions: ['ingress'],
      staged: false,
      allPodsOf: [],
      somePodsOf: ['shop'],
      podsOfOtherNamespaces: 'none',
      example: 'a pod in namespace shop with labels app=web',
      workloads: ['Pod shop/web'],
      possibleWorkloads: [],
      hostEndpoints: [],
      possibleHostEndpoints: [],
      otherHostEndpoints: 'none',
    },
    {
      kind: 'StagedGlobalNetworkPolicy',
      name: 'hosts',
      tier: 'other',
      directions: ['ingress', 'egress'],
      staged: true,
      allPodsOf: [],
      somePodsOf: [],
      podsOfOtherNamespaces: 'none',
      workloads: [],
      possibleWorkloads: [],
      hostEndpoints: ['HostEndpoint node-1'],
      possibleHostEndpoints: [],
      otherHostEndpoints: 'some',
    },
  ]);
});
