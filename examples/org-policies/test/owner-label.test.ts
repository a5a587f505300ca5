import { OwnerLabel } from '../src';
import { Checks } from 'cdk8s-calico';

function findings(labels: object): string[] {
  const policy = { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name: 'a', namespace: 'shop', labels }, spec: { types: ['Ingress'] } };
  return Checks.ofManifests([policy], { checks: [new OwnerLabel()], only: ['acme/owner-label'] }).findings.map(({ what }) => what);
}

test('a policy without an owner is found', () => {
  expect(findings({})).toEqual(['a has no label acme.example/owner']);
});

test('a policy with an owner is not', () => {
  expect(findings({ 'acme.example/owner': 'shop' })).toEqual([]);
});
