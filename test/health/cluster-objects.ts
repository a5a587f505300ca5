import { JsonObject } from '../../src/core/manifests';

/** The time of every test. */
export const NOW = Date.parse('2026-03-01T12:00:00Z');

/** A time before `NOW`, as the API writes it. */
export function before(seconds: number): string {
  return new Date(NOW - seconds * 1000).toISOString();
}

export function node(name: string, address: string): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/os': 'linux' } },
    status: { addresses: [{ type: 'InternalIP', address }], conditions: [{ type: 'Ready', status: 'True' }] },
  };
}

export function nodePod(name: string, onNode: string, namespace = 'kube-system'): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: { 'k8s-app': 'calico-node' } },
    spec: { nodeName: onNode, hostNetwork: true, containers: [{ name: 'calico-node', image: 'calico/node' }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: before(3600) }] },
  };
}

/** The same pod, with another status. */
export function withStatus(pod: JsonObject, status: JsonObject): JsonObject {
  return { ...pod, status };
}

export function workloadPod(namespace: string, name: string, address: string, labels: JsonObject = {}, onNode = 'node-a'): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels, annotations: { 'cni.projectcalico.org/podIP': `${address}/32` } },
    spec: { nodeName: onNode, containers: [{ name: 'main', image: 'app' }] },
    status: { phase: 'Running', podIP: address, podIPs: [{ ip: address }], conditions: [{ type: 'Ready', status: 'True' }] },
  };
}

export function daemonSet(status: JsonObject, environment: readonly JsonObject[] = []): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'calico-node', namespace: 'kube-system', generation: 2 },
    spec: {
      selector: { matchLabels: { 'k8s-app': 'calico-node' } },
      template: { spec: { nodeSelector: { 'kubernetes.io/os': 'linux' }, containers: [{ name: 'calico-node', env: environment }] } },
    },
    status,
  };
}

export function rolledOut(count: number): JsonObject {
  return {
    observedGeneration: 2,
    desiredNumberScheduled: count,
    currentNumberScheduled: count,
    numberReady: count,
    updatedNumberScheduled: count,
    numberMisscheduled: 0,
  };
}

export function deployment(name: string, namespace: string, wanted: number, available: number): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { replicas: wanted },
    status: { availableReplicas: available, updatedReplicas: wanted },
  };
}

export function pool(name: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', metadata: { name }, spec };
}

export function listOf(...items: JsonObject[]): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}
