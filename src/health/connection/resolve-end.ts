import { NamedEnd, ResolvedEnd } from './connection';
import { isObject, JsonObject } from '../../core/manifests';
import { Refusal } from '../ask';
import { isLeaving, labelsOf, nameOf, objectAt, objectsAt, podAddresses, specOf, textAt, textEntries } from '../kubernetes-fields';
import { ClusterReader } from '../reading';

/** Labels by which pods are commonly named. */
const NAMING_LABELS = ['app.kubernetes.io/name', 'app', 'k8s-app'];

/** Finds the pods that a name stands for: a pod, the pods of a workload, those behind a Service, or those with the label `app`. */
export async function resolveEnd(end: NamedEnd, reader: ClusterReader): Promise<ResolvedEnd | { readonly refusal: Refusal }> {
  const reading = await reader.list('pods', '-n', end.namespace);
  if (reading.refusal) {
    return { refusal: reading.refusal };
  }
  const pods = reading.objects.filter((pod) => !isLeaving(pod) && objectAt(pod, 'spec') !== undefined);
  const named = pods.filter((pod) => nameOf(pod) === end.name);
  if (named.length > 0) {
    return { ...end, pods: named, as: 'pod' };
  }
  const owned = pods.filter((pod) => ownersOf(pod).includes(end.name));
  if (owned.length > 0) {
    return { ...end, pods: owned, as: 'workload' };
  }
  const service = await reader.one('service', end.name, '-n', end.namespace);
  if (service !== undefined && isObject(specOf(service).selector)) {
    return { ...end, pods: pods.filter((pod) => isSelected(pod, service)), as: 'Service', service };
  }
  const labelled = pods.filter((pod) => NAMING_LABELS.some((label) => labelsOf(pod).get(label) === end.name));
  return labelled.length > 0 ? { ...end, pods: labelled, as: 'label' } : { ...end, pods: [] };
}

/** Names of what controls a pod; of a ReplicaSet also of the Deployment that made it, whose name is the ReplicaSet's without the hash. */
function ownersOf(pod: JsonObject): string[] {
  const hash = labelsOf(pod).get('pod-template-hash');
  return objectsAt(objectAt(pod, 'metadata'), 'ownerReferences').flatMap(({ kind, name }) => {
    if (typeof name !== 'string') {
      return [];
    }
    return kind === 'ReplicaSet' && hash !== undefined && name.endsWith(`-${hash}`) ? [name, name.slice(0, -hash.length - 1)] : [name];
  });
}

function isSelected(pod: JsonObject, service: JsonObject): boolean {
  const labels = labelsOf(pod);
  const selector = textEntries(specOf(service), 'selector');
  return selector.length > 0 && selector.every(([key, value]) => labels.get(key) === value);
}

/** The port at a pod that a port of its Service leads to; the port itself where there is no such Service or port. */
export function targetPort(end: ResolvedEnd, pod: JsonObject, port: number, protocol: string): number {
  const ports = end.service ? objectsAt(specOf(end.service), 'ports') : [];
  const entry = ports.find((one) => one.port === port && (textAt(one, 'protocol') ?? 'TCP') === protocol);
  const target = entry?.targetPort;
  if (typeof target === 'number') {
    return target;
  }
  const containerPorts = objectsAt(specOf(pod), 'containers').flatMap((container) => objectsAt(container, 'ports'));
  const named = typeof target === 'string' ? containerPorts.find(({ name }) => name === target) : undefined;
  return typeof named?.containerPort === 'number' ? named.containerPort : port;
}

/** The first address of a pod. */
export function addressOf(pod: JsonObject): string | undefined {
  return podAddresses(pod)[0];
}
