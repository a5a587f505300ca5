import { Cluster, isObject, JsonObject, Manifest } from '../../manifests';

/** The objects of a cluster that say how Calico is installed. */
export interface InstallObjects {
  /** Installations named `default`; none where an `overlay` changes them, as that may come from elsewhere in another version. */
  readonly installations: readonly Manifest[];
  /** DaemonSets with a container `calico-node`. */
  readonly nodes: readonly Manifest[];
  /** ConfigMaps by namespace and name. */
  readonly configMaps: ReadonlyMap<string, Manifest>;
  readonly others: readonly Manifest[];
}

/** Groups whose objects, if few, say something of the install: configuration of kube-proxy, kubeadm, kind and OpenShift, and servers of Calico's. */
const OTHER_GROUPS: ReadonlySet<string> = new Set([
  'operator.tigera.io', 'kubeproxy.config.k8s.io', 'kubeadm.k8s.io', 'kind.x-k8s.io', 'config.openshift.io', 'apiregistration.k8s.io', 'admissionregistration.k8s.io',
]);

const known = new WeakMap<readonly Manifest[], InstallObjects>();

/** What is installed, found once for all checks, in one walk. */
export function installObjects({ manifests }: Cluster): InstallObjects {
  let objects = known.get(manifests);
  if (objects === undefined) {
    objects = collect(manifests);
    known.set(manifests, objects);
  }
  return objects;
}

function collect(manifests: readonly Manifest[]): InstallObjects {
  const installations: Manifest[] = [];
  const nodes: Manifest[] = [];
  const configMaps = new Map<string, Manifest>();
  const others: Manifest[] = [];
  let overlaid = false;
  for (const manifest of manifests) {
    const { kind, group, name } = manifest;
    if (kind === 'Installation' && group === 'operator.tigera.io') {
      overlaid = overlaid || name === 'overlay';
      if (name === 'default') {
        installations.push(manifest);
      }
    } else if (kind === 'DaemonSet' && nodeContainer(manifest) !== undefined) {
      nodes.push(manifest);
    } else if (kind === 'ConfigMap') {
      configMaps.set(`${manifest.namespace ?? 'default'}/${name}`, manifest);
    } else if (OTHER_GROUPS.has(group)) {
      others.push(manifest);
    }
  }
  return { installations: overlaid ? [] : installations, nodes, configMaps, others };
}

/** The container of calico-node, and where it is in the list. */
export function nodeContainer({ spec }: Manifest): { readonly container: JsonObject; readonly index: number } | undefined {
  const containers = objectAt(spec, 'template', 'spec').containers;
  const list = Array.isArray(containers) ? containers : [];
  const index = list.findIndex((container) => isObject(container) && container.name === 'calico-node');
  return index < 0 ? undefined : { container: list[index] as JsonObject, index };
}

/** The object below these names, or an empty one. */
export function objectAt(object: JsonObject, ...names: readonly string[]): JsonObject {
  let current: unknown = object;
  for (const name of names) {
    current = isObject(current) ? current[name] : undefined;
  }
  return isObject(current) ? current : {};
}

/** A text, or undefined. */
export function textAt(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
