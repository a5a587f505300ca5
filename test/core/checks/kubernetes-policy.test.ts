import { Checks } from '../../../src';

function policy(ingress: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress:
  - ${ingress}
`;
}

test('a policy of Kubernetes is judged as its API server does', () => {
  expect(Checks.ofYaml(policy('from: [{podSelector: {}, ipBlock: {cidr: 10.0.0.0/8}}]')).findings).toEqual([{
    id: 'resource/kubernetes-policy',
    severity: 'error',
    place: { line: 10, column: 39 },
    object: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', name: 'web', namespace: 'shop' },
    field: expect.stringMatching(/^spec\.ingress\[0\]\.from\[0\]/),
    what: expect.stringContaining('ipBlock'),
    why: expect.any(String),
    fix: expect.any(String),
    docs: 'docs/checks/resource/kubernetes-policy.md',
    layer: 'api-server',
    outcome: 'refused',
  }]);
});

test('its findings are those of one resource', () => {
  const yaml = policy('ports: [{port: web, endPort: 90}]');
  const found = Checks.ofYaml(yaml).findings.map(({ id, field }) => [id, field]);
  expect(found).toEqual([['resource/kubernetes-policy', 'spec.ingress[0].ports[0].endPort']]);
  for (const only of ['resource', 'resource/kubernetes-policy']) {
    expect(Checks.ofYaml(yaml, { only: [only] }).findings.map(({ id, field }) => [id, field])).toEqual(found);
  }
});

test('a policy that the API server takes has none', () => {
  expect(Checks.ofYaml(policy('from: [{podSelector: {matchLabels: {app: front}}}]')).findings).toEqual([]);
});
