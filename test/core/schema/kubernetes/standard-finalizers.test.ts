import { Manifest } from '../../../../src/core/manifests';
import { validateKubernetesNetworkPolicy } from '../../../../src/core/schema';

function refusals(finalizers?: string[]): string[] {
  const metadata = { name: 'web', namespace: 'app', ...finalizers && { finalizers } };
  const manifest = new Manifest({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: { podSelector: {} } });
  return validateKubernetesNetworkPolicy(manifest).map(({ layer, rule, field, what }) => `${layer} ${rule} ${field.join('.')}: ${what}`);
}

it('takes the finalizers that Kubernetes defines, and those with a domain', () => {
  expect(refusals(['orphan', 'foregroundDeletion', 'kubernetes', 'example.com/cleanup'])).toEqual([]);
  expect(refusals()).toEqual([]);
});

it('rejects a finalizer without a domain', () => {
  expect(refusals(['orphan', 'cleanup'])).toEqual([
    'api-server resource/finalizer metadata.finalizers.1: "cleanup" is no finalizer that Kubernetes defines: those are foregroundDeletion, kubernetes, orphan',
  ]);
});
