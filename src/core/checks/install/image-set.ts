import { installObjects } from './install-objects';
import { isObject } from '../../manifests';
import { ClusterCheck } from '../check';

/** tigera operator pkg/controller/utils/imageset/imageset.go, ValidateImageSet. */
export const IMAGE_SET: ClusterCheck = {
  id: 'install/image-set',
  severity: 'error',
  summary: 'An ImageSet has a digest that is none, or a name that no operator looks for.',
  refusedByCluster: true,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const manifest of installObjects(cluster).others.filter(({ kind, group }) => kind === 'ImageSet' && group === 'operator.tigera.io')) {
      const why = 'where there is any ImageSet, the operator installs nothing without one that fits its version';
      if (!/^(calico|enterprise)-v\d/.test(manifest.name)) {
        report({ manifest, field: ['metadata', 'name'], what: `the ImageSet is named ${manifest.name}`, why, fix: 'name it for variant and version, such as calico-v3.32.1' });
      }
      const images = Array.isArray(manifest.spec.images) ? manifest.spec.images : [];
      for (const [index, entry] of images.entries()) {
        if (isObject(entry) && typeof entry.digest === 'string' && !/^sha256:[0-9a-f]{64}$/.test(entry.digest)) {
          report({
            manifest,
            field: ['spec', 'images', index, 'digest'],
            what: `${JSON.stringify(entry.digest)} is no digest`,
            why: 'the operator asks for sha256, and no registry has an image under another text',
            fix: 'write sha256: and the 64 hexadecimal digits that the registry shows',
          });
        }
      }
    }
  },
};
