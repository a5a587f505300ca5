import { ClassPool } from './class-pool';
import { Endpoint, NamedPort } from './endpoint';
import { Profiles, serviceAccountOf, viewOf } from './inherited-labels';
import { objectAt, objectsAt, optionalObject, textAt, textEntries } from './json-fields';
import { protocolNumber, SCTP, TCP, UDP } from './protocols';
import { NAMESPACE_LABEL, NAMESPACE_PREFIX, ORCHESTRATOR_LABEL, SERVICE_ACCOUNT_LABEL, SERVICE_ACCOUNT_PREFIX } from './reserved-labels';
import { Prefix, readCidrOrAddress } from '../cidr';
import { JsonObject, Manifest } from '../manifests';

/** Labels that a controller adds to the pods of a workload, with values that aren't in its manifest. */
const ADDED_LABELS: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['pod-template-hash'],
  ReplicaSet: [],
  ReplicationController: [],
  StatefulSet: ['statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index', 'controller-revision-hash'],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
  Job: ['controller-uid', 'batch.kubernetes.io/controller-uid', 'job-name', 'batch.kubernetes.io/job-name', 'batch.kubernetes.io/job-completion-index'],
  CronJob: ['controller-uid', 'batch.kubernetes.io/controller-uid', 'job-name', 'batch.kubernetes.io/job-name', 'batch.kubernetes.io/job-completion-index'],
};

/** Kinds whose pods are known by a template. */
export const WORKLOAD_KINDS: readonly string[] = Object.keys(ADDED_LABELS);

/** The pod template of a workload; undefined where it has none. */
export function templateOf(manifest: Manifest): JsonObject | undefined {
  const { spec } = manifest;
  const holder = manifest.kind === 'CronJob' ? objectAt(objectAt(spec, 'jobTemplate'), 'spec') : spec;
  return optionalObject(holder, 'template');
}

/** What a manifest says of its pods: itself where it is one, or its template. */
export function podOf(manifest: Manifest): JsonObject | undefined {
  return manifest.kind === 'Pod' ? manifest.object : templateOf(manifest);
}

/**
 * Reads a pod, or the pods of a workload as one, as Calico's conversion does (`podToDefaultWorkloadEndpoint` in
 * libcalico-go/lib/backend/k8s/conversion/workload_endpoint_default.go, then updateprocessors/workloadendpointprocessor.go).
 */
export class PodReader {
  constructor(private readonly classes: ClassPool, private readonly profiles: Profiles) {}

  /** `pod` is the manifest of the pod, or the template. */
  public read(id: number, manifest: Manifest, pod: JsonObject): Endpoint {
    const namespace = manifest.namespace ?? 'default';
    const spec = objectAt(pod, 'spec');
    const account = serviceAccountOf(spec);
    const own = ownLabels(objectAt(pod, 'metadata'), namespace, account);
    const unknownNames = (manifest.kind === 'Pod' ? [] : ADDED_LABELS[manifest.kind]).filter((name) => !own.some(([key]) => key === name));
    const profiles = [this.profiles.ofNamespace(namespace), this.profiles.ofServiceAccount(namespace, account)];
    return {
      id,
      kind: manifest.kind,
      namespace,
      name: manifest.name,
      class: this.classes.classOf('workload', unknownNames.join(), own, namedPorts(spec), profiles.map(({ name }) => name),
        () => viewOf(own, profiles, unknownNames)),
      addresses: manifest.kind === 'Pod' ? podAddresses(pod) : [],
      node: textAt(spec, 'nodeName'),
      manifest,
    };
  }
}

/** A pod can't pretend to be in another namespace: labels that look inherited are dropped. */
function ownLabels(metadata: JsonObject, namespace: string, account: string): [string, string][] {
  const reserved = [NAMESPACE_LABEL, ORCHESTRATOR_LABEL, SERVICE_ACCOUNT_LABEL];
  return [
    ...textEntries(metadata, 'labels').filter(([key]) =>
      !key.startsWith(NAMESPACE_PREFIX) && !key.startsWith(SERVICE_ACCOUNT_PREFIX) && !reserved.includes(key)),
    [NAMESPACE_LABEL, namespace],
    [ORCHESTRATOR_LABEL, 'k8s'],
    [SERVICE_ACCOUNT_LABEL, account],
  ];
}

/** Named ports of containers and init containers (`appendEndpointPorts`). */
function namedPorts(spec: JsonObject): NamedPort[] {
  return [...objectsAt(spec, 'containers'), ...objectsAt(spec, 'initContainers')].flatMap((container) => objectsAt(container, 'ports'))
    .flatMap(({ name, containerPort, protocol }) => {
      const number = protocolNumber(protocol ?? 'TCP');
      const known = number === TCP || number === UDP || number === SCTP;
      return typeof name === 'string' && name !== '' && typeof containerPort === 'number' && known ? [{ name, protocol: number, port: containerPort }] : [];
    });
}

/** `getPodIPs` in conversion.go: the status, then the annotations of Calico's CNI plugin. */
function podAddresses(pod: JsonObject): Prefix[] {
  const status = objectAt(pod, 'status');
  const annotations = objectAt(objectAt(pod, 'metadata'), 'annotations');
  const listed = objectsAt(status, 'podIPs').flatMap((entry) => textAt(entry, 'ip') ?? []);
  const texts = listed.length > 0
    ? listed
    : (textAt(status, 'podIP') ?? textAt(annotations, 'cni.projectcalico.org/podIPs') ?? textAt(annotations, 'cni.projectcalico.org/podIP') ?? '').split(',');
  return texts.flatMap((text) => readCidrOrAddress(text)?.address ?? []);
}

/** A pod that is over has no address any more (`IsFinished` in conversion.go). */
export function isFinished(pod: JsonObject): boolean {
  return ['Succeeded', 'Failed', 'Completed'].includes(textAt(objectAt(pod, 'status'), 'phase') ?? '');
}

/** A pod on its node's network is no endpoint of Calico's: what applies is the host endpoint of the node. */
export function isHostNetworked(pod: JsonObject): boolean {
  return objectAt(pod, 'spec').hostNetwork === true;
}

export { podAddresses };
