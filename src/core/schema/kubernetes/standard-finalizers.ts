import { JsonObject } from '../../manifests';
import { printValue } from '../printed-value';
import { Walk } from '../structural/walk';

const STANDARD = ['foregroundDeletion', 'kubernetes', 'orphan'];

/**
 * Kubernetes' own kinds take a finalizer without a domain only where Kubernetes defines it (kubernetes, pkg/apis/core/validation,
 * `ValidateFinalizerName`); for kinds of CRDs that is a warning. Seen from the metadata, in which finalizers are texts.
 */
export function judgeStandardFinalizers(metadata: JsonObject, walk: Walk): void {
  const finalizers = Array.isArray(metadata.finalizers) ? metadata.finalizers : [];
  finalizers.forEach((finalizer: string, index) => {
    if (!finalizer.includes('/') && !STANDARD.includes(finalizer)) {
      walk.refuse({
        rule: 'resource/finalizer',
        what: `${printValue(finalizer)} is no finalizer that Kubernetes defines: those are ${STANDARD.join(', ')}`,
        why: 'any other finalizer carries the domain of whoever removes it',
        fix: 'name it as in "example.com/cleanup"',
      }, undefined, ['finalizers', index]);
    }
  });
}
