import { Family } from '../cidr';
import { FieldPath } from '../findings';
import { isObject, JsonObject, Manifest } from '../manifests';

/** An annotation that says which pools the addresses of pods or of a Service come from. */
export interface PoolAnnotation {
  readonly field: FieldPath;
  readonly key: string;
  readonly family: Family;
  readonly text: string;
}

/** Where pods of a kind have their annotations. */
const OF_PODS: Readonly<Record<string, FieldPath>> = {
  Pod: ['metadata'],
  Namespace: ['metadata'],
  Deployment: ['spec', 'template', 'metadata'],
  ReplicaSet: ['spec', 'template', 'metadata'],
  ReplicationController: ['spec', 'template', 'metadata'],
  StatefulSet: ['spec', 'template', 'metadata'],
  DaemonSet: ['spec', 'template', 'metadata'],
  Job: ['spec', 'template', 'metadata'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'metadata'],
};

const NONE: readonly PoolAnnotation[] = [];
const GROUPS = new Set(['', 'apps', 'batch']);

const KEYS_OF_PODS: readonly [string, Family][] = [['cni.projectcalico.org/ipv4pools', 4], ['cni.projectcalico.org/ipv6pools', 6]];
const KEYS_OF_SERVICES: readonly [string, Family][] = [['projectcalico.org/ipv4pools', 4], ['projectcalico.org/ipv6pools', 6]];

/**
 * The annotations of an object by which Calico picks pools: for pods (cni-plugin/pkg/k8s `k8s.go`), and for Services of type LoadBalancer
 * (kube-controllers/pkg/controllers/loadbalancer). An empty one of a pod is as good as none.
 */
export function poolAnnotationsOf(manifest: Manifest): readonly PoolAnnotation[] {
  const isService = manifest.kind === 'Service';
  if (!(isService || Object.hasOwn(OF_PODS, manifest.kind)) || !GROUPS.has(manifest.group)) {
    return NONE;
  }
  if (isService) {
    return manifest.spec.type === 'LoadBalancer' ? read(manifest, ['metadata'], KEYS_OF_SERVICES) : NONE;
  }
  return read(manifest, OF_PODS[manifest.kind], KEYS_OF_PODS);
}

function read(manifest: Manifest, place: FieldPath, keys: readonly [string, Family][]): readonly PoolAnnotation[] {
  let value: unknown = manifest.object;
  for (const step of [...place, 'annotations']) {
    value = isObject(value) ? value[step] : undefined;
  }
  if (!isObject(value)) {
    return NONE;
  }
  const annotations: JsonObject = value;
  return keys.flatMap(([key, family]) => {
    const text = annotations[key];
    return typeof text === 'string' && text !== '' ? [{ field: [...place, 'annotations', key], key, family, text }] : [];
  });
}

/** The names and blocks that an annotation lists, as Go's JSON decoder reads them; undefined where it can't be read. */
export function listedPools(text: string): readonly string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}
