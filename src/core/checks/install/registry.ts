import { installObjects, textAt } from './install-objects';
import { Manifest } from '../../manifests';
import { ClusterCheck, Report } from '../check';

/**
 * The operator puts registry, path and name together as they are (tigera operator pkg/components/references.go, GetReference); before v1.41 it put no
 * slash between registry and path. A reference has no scheme, and no capitals behind the host (the OCI distribution specification).
 */
export const REGISTRY: ClusterCheck = {
  id: 'install/registry',
  severity: 'error',
  summary: 'An Installation takes images from a registry whose name can\'t stand before an image\'s.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const manifest of installObjects(cluster).installations) {
      judge(manifest, report);
    }
  },
};

function judge(manifest: Manifest, report: Report): void {
  const registry = textAt(manifest.spec, 'registry');
  if (registry === undefined || registry === 'UseDefault') {
    return;
  }
  const field = ['spec', 'registry'];
  const plain = registry.replace(/^[a-z]+:\/\//i, '').trim();
  const [host, ...path] = plain.split('/');
  const meant = `${[host, ...path].filter((part) => part !== '').map((part, index) => index === 0 ? part : part.toLowerCase()).join('/')}/`;
  if (plain !== registry || path.some((part) => part !== part.toLowerCase())) {
    report({
      manifest,
      field,
      what: `registry is ${JSON.stringify(registry)}, which makes the image ${JSON.stringify(`${registry}calico/node`)}`,
      why: 'no node can read such a name, so no image is pulled, and nothing of Calico starts',
      fix: `write ${meant}`,
      corrected: meant,
    });
  } else if (!registry.endsWith('/')) {
    report({
      manifest,
      field,
      what: `registry is ${JSON.stringify(registry)}, without a slash at its end`,
      why: `operators before v1.41 put nothing between registry and path, and ask for ${registry}calico/node`,
      fix: `write ${meant}`,
      corrected: meant,
      severity: 'advice',
    });
  }
}
