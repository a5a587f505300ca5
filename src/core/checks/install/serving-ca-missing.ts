import { installObjects, textAt } from './install-objects';
import { annotation } from './pod-cidrs';
import { FieldPath } from '../../findings';
import { isObject, JsonObject, Manifest } from '../../manifests';
import { ClusterCheck } from '../check';

/** By which cert-manager writes the certificate authority into the object. */
const INJECTED = ['cert-manager.io/inject-ca-from', 'cert-manager.io/inject-ca-from-secret', 'cert-manager.io/inject-apiserver-ca'];

/** Calico's manifests calico-v3-crds.yaml and apiserver.yaml leave it for the user to patch. */
export const SERVING_CA_MISSING: ClusterCheck = {
  id: 'install/serving-ca-missing',
  severity: 'error',
  summary: 'The Kubernetes API isn\'t told which certificate authority Calico\'s webhooks or its API server have.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const manifest of installObjects(cluster).others) {
      if (INJECTED.some((name) => annotation(manifest, name) !== undefined)) {
        continue;
      }
      for (const { field, whose, why } of unchecked(manifest)) {
        report({
          manifest,
          field,
          what: `there is no caBundle for ${whose}`,
          why,
          fix: 'write the certificate authority, in PEM and then base64, or have cert-manager write it (cert-manager.io/inject-ca-from); acknowledge this where it is patched in later',
        });
      }
    }
  },
};

function* unchecked({ kind, name, spec, object }: Manifest): Generator<{ field: FieldPath; whose: string; why: string }> {
  if (kind === 'APIService' && name === 'v3.projectcalico.org' && isObject(spec.service) && !hasCa(spec) && spec.insecureSkipTLSVerify !== true) {
    yield { field: ['spec', 'caBundle'], whose: 'Calico\'s API server', why: 'the Kubernetes API doesn\'t trust the server: no resource of projectcalico.org/v3 can be read or written' };
  }
  if (kind === 'ValidatingWebhookConfiguration' && name === 'calico-webhooks') {
    const webhooks = Array.isArray(object.webhooks) ? object.webhooks : [];
    for (const [index, webhook] of webhooks.entries()) {
      if (isObject(webhook) && isObject(webhook.clientConfig) && !hasCa(webhook.clientConfig) && webhook.failurePolicy !== 'Ignore') {
        yield { field: ['webhooks', index, 'clientConfig', 'caBundle'], whose: 'Calico\'s webhooks', why: 'the Kubernetes API doesn\'t trust them, and without their word refuses every write of a policy' };
      }
    }
  }
}

function hasCa(object: JsonObject): boolean {
  return textAt(object, 'caBundle') !== undefined;
}
