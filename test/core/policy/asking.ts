import { Manifest, JsonObject } from '../../../src/core/manifests';
import { buildModel, EndQuery, explain, FlowQuery, PolicyModel, resolveFlow } from '../../../src/core/policy';

export function modelOf(...objects: readonly JsonObject[]): PolicyModel {
  return buildModel(objects.map((object) => new Manifest(object)));
}

export interface Answer {
  readonly allowed: boolean;
  readonly certain: boolean;
  /** What decided at each end, up to the one that denied. */
  readonly by: readonly string[];
}

/** A pod as `namespace/name`, an address, or a host endpoint as `@name`. */
export function endOf(text: string): EndQuery {
  if (text.startsWith('@')) {
    return { by: 'host-endpoint', name: text.slice(1) };
  }
  const [namespace, name] = text.split('/');
  return name === undefined ? { by: 'address', address: text } : { by: name.startsWith('*') ? 'workload' : 'pod', namespace, name: name.replace('*', '') };
}

export function ask(model: PolicyModel, source: string, destination: string, rest: Partial<FlowQuery> = {}): Answer {
  const packet = resolveFlow(model, { source: endOf(source), destination: endOf(destination), protocol: 'TCP', destinationPort: 80, ...rest });
  const { decision, stations } = explain(model, packet);
  return { allowed: decision.allowed, certain: decision.certain, by: stations.map(({ by }) => by) };
}

/** What a flow leaves open. */
export function openOf(model: PolicyModel, source: string, destination: string, rest: Partial<FlowQuery> = {}): readonly string[] {
  return explain(model, resolveFlow(model, { source: endOf(source), destination: endOf(destination), protocol: 'TCP', destinationPort: 80, ...rest })).open;
}

export const namespace = (name: string, labels: object = {}): JsonObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });

export const account = (where: string, name: string, labels: object = {}): JsonObject =>
  ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: where, labels } });

/** A pod in a namespace that has its service account. */
export const pod = (id: string, ip: string | undefined, labels: object = {}, spec: object = {}): JsonObject => {
  const [where, name] = id.split('/');
  return {
    apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: where, labels }, spec, ...(ip !== undefined && { status: { podIPs: [{ ip }] } }),
  };
};

export const policy = (id: string, spec: object): JsonObject => {
  const [where, name] = id.split('/');
  return name === undefined
    ? { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name: where }, spec }
    : { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name, namespace: where }, spec };
};

export const calico = (kind: string, name: string, spec: object, labels: object = {}): JsonObject =>
  ({ apiVersion: 'projectcalico.org/v3', kind, metadata: { name, labels }, spec });

/** Two namespaces whose service accounts are known. */
export const basics: readonly JsonObject[] = [
  namespace('a', { team: 'red' }), namespace('b'), account('a', 'default'), account('b', 'default'),
];
