import { ResourceCheck } from '../check';
import { objectAt, textAt } from '../install/install-objects';

/** All annotations of an object together (apimachinery pkg/api/validation/objectmeta.go, TotalAnnotationSizeLimitB). */
const MOST_BYTES = 256 * 1024;
const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

/**
 * `kubectl apply` keeps the whole object in an annotation, so that it knows later what was left out (kubectl pkg/util/apply.go). Only
 * CustomResourceDefinitions grow so large: others aren't measured. Linear in the object.
 */
export const TOO_LARGE_TO_APPLY: ResourceCheck = {
  id: 'object/too-large-to-apply',
  severity: 'advice',
  summary: 'A CustomResourceDefinition is too large for kubectl apply, unless the server applies it.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    if (manifest.kind !== 'CustomResourceDefinition') {
      return;
    }
    const bytes = new TextEncoder().encode(JSON.stringify(manifest.object)).length;
    if (bytes > MOST_BYTES && !textAt(objectAt(manifest.object, 'metadata', 'annotations'), SYNC_OPTIONS)?.includes('ServerSideApply=true')) {
      report({
        manifest,
        field: ['metadata', 'name'],
        what: `the object has ${bytes} bytes as JSON, and kubectl apply keeps all of it in an annotation, which may have ${MOST_BYTES}`,
        why: 'kubectl apply fails with "metadata.annotations: Too long", and so do Argo CD and others that apply as it does',
        fix: 'apply it with kubectl apply --server-side, or kubectl create; for Argo CD, annotate it with argocd.argoproj.io/sync-options: ServerSideApply=true; or take the '
          + 'CustomResourceDefinitions of an install here, which are small',
      });
    }
  },
};
