import { installObjects, objectAt } from './install-objects';
import { addToList } from '../../add-to-list';
import { FieldPath } from '../../findings';
import { Cluster, isObject, Manifest } from '../../manifests';
import { ClusterCheck } from '../check';

interface Wanted {
  readonly manifest: Manifest;
  readonly field: FieldPath;
  readonly name: string;
  readonly namespace: string;
}

/** The operator's Deployment, and its usual namespace: it copies pull secrets from there (tigera operator utils.go, GetNetworkingPullSecrets). */
const OPERATOR = 'tigera-operator';

/**
 * A Secret has to be where Calico's pods are. Silent where none of the name is among the objects: it is made elsewhere. No error, as another of the
 * name may be made elsewhere too. One look at each object.
 */
export const PULL_SECRET_ELSEWHERE: ClusterCheck = {
  id: 'install/pull-secret-elsewhere',
  severity: 'warning',
  summary: 'The Secret for the registry of Calico\'s images is in a namespace where it isn\'t looked for.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const wanted = wantedSecrets(cluster);
    const secrets = wanted.length === 0 ? new Map<string, string[]>() : secretsByName(cluster);
    for (const { manifest, field, name, namespace } of wanted) {
      const namespaces = secrets.get(name) ?? [];
      if (namespaces.length > 0 && !namespaces.includes(namespace)) {
        report({
          manifest,
          field,
          what: `the Secret ${name} is in ${namespaces.join(' and ')}, and is looked for in ${namespace}`,
          why: 'images are asked for without credentials, and the registry refuses them: nothing of Calico starts',
          fix: `put the Secret into ${namespace}; acknowledge this where it is made there by something else`,
        });
      }
    }
  },
};

function wantedSecrets(cluster: Cluster): Wanted[] {
  const { installations, nodes } = installObjects(cluster);
  const operated = installations.flatMap((manifest) => named(manifest.spec.imagePullSecrets, ['spec', 'imagePullSecrets']).map((secret) => ({ manifest, ...secret })));
  const operator = operated.length === 0 ? undefined : cluster.manifests.find(({ kind, name }) => kind === 'Deployment' && name === OPERATOR);
  return [
    ...operated.map((secret) => ({ ...secret, namespace: operator?.namespace ?? OPERATOR })),
    ...nodes.flatMap((manifest) => named(objectAt(manifest.spec, 'template', 'spec').imagePullSecrets, ['spec', 'template', 'spec', 'imagePullSecrets'])
      .map((secret) => ({ manifest, namespace: manifest.namespace ?? 'default', ...secret }))),
  ];
}

function named(list: unknown, field: FieldPath): { readonly field: FieldPath; readonly name: string }[] {
  return (Array.isArray(list) ? list : []).flatMap((entry, index) => isObject(entry) && typeof entry.name === 'string'
    ? [{ field: [...field, index, 'name'], name: entry.name }] : []);
}

function secretsByName({ manifests }: Cluster): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const { kind, group, name, namespace = 'default' } of manifests) {
    if (kind === 'Secret' && group === '') {
      addToList(byName, name, namespace);
    }
  }
  return byName;
}
