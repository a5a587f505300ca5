import { isNamespaced } from '../../schema';
import { ResourceCheck } from '../check';

/** A namespaced object without a namespace goes wherever the one who applies it happens to be. */
export const NAMESPACE_MISSING: ResourceCheck = {
  id: 'object/namespace-missing',
  severity: 'warning',
  summary: 'A namespaced Calico object names no namespace.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    if (manifest.isCalico && manifest.namespace === undefined && isNamespaced(manifest.kind)) {
      report({
        field: ['metadata'],
        what: `${[manifest.kind, manifest.name].join(' ').trimEnd()} names no namespace`,
        why: 'it goes to the namespace of whoever applies it, often `default`, and its selectors mean pods there',
        fix: 'set `metadata.namespace`, or `namespace` of the chart',
      });
    }
  },
};
