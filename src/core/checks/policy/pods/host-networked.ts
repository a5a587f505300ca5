import { Cluster, isObject, Manifest } from '../../../manifests';
import { buildModel, PolicyModel } from '../../../policy';
import { modelKindOf } from '../../../policy/kinds';
import { isHostNetworked, templateOf } from '../../../policy/read-pods';

const MODELS = new WeakMap<readonly Manifest[], PolicyModel | undefined>();

/**
 * The pods and workloads on their nodes' networks, as the endpoints that they would be otherwise; undefined where there are none. Calico has no
 * endpoint for them, so they are in no model of what is.
 */
export function hostNetworkedModel({ manifests }: Cluster): PolicyModel | undefined {
  if (!MODELS.has(manifests)) {
    MODELS.set(manifests, build(manifests));
  }
  return MODELS.get(manifests);
}

function build(manifests: readonly Manifest[]): PolicyModel | undefined {
  const onHosts = manifests.flatMap((manifest) => {
    const kind = modelKindOf(manifest);
    const pod = kind === 'Pod' ? manifest.object : kind === 'Workload' ? templateOf(manifest) : undefined;
    return pod && isHostNetworked(pod) ? [new Manifest(withoutHostNetwork(manifest.object), manifest.origin)] : [];
  });
  return onHosts.length === 0
    ? undefined
    : buildModel([...onHosts, ...manifests.filter(({ kind, group }) => group === '' && (kind === 'Namespace' || kind === 'ServiceAccount'))]);
}

/** A copy in which no part says `hostNetwork`. Pod templates are small. */
function withoutHostNetwork<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(withoutHostNetwork) as T;
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'hostNetwork').map(([key, part]) => [key, withoutHostNetwork(part)])) as T
    : value;
}
