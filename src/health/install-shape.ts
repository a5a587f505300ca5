import { DeclaredPool, poolOfManifest, poolsOfEnvironment, poolsOfInstallation } from './declared-pool';
import { containersOf, labelSelectorText, nameOf, namespaceOf, objectAt, objectsAt, specOf, textAt } from './kubernetes-fields';
import { isObject, JsonObject, Manifest } from '../core/manifests';

/** A part of the install that runs as a Deployment. */
export interface InstallDeployment {
  readonly name: string;
  readonly namespace: string;
  /** Whether the install has it for sure; otherwise it is looked for, and its absence is no fault. */
  readonly expected: boolean;
}

/** What an install looks like in the cluster: names to ask for, and what was declared. */
export interface InstallShape {
  readonly route: 'operator' | 'manifests' | 'canal';
  /** Where this is known from, in words. */
  readonly source: string;
  /** Namespace of calico-node. */
  readonly namespace: string;
  readonly daemonSet: string;
  /** Labels of the pods of calico-node, as a selector of kubectl. */
  readonly selector: string;
  readonly typha: InstallDeployment;
  readonly kubeControllers: InstallDeployment;
  readonly apiServer: InstallDeployment;
  /** `bird`, `vxlan`, or `none`. @default - not said */
  readonly backend?: string;
  /** @default - nobody said which pools there are to be */
  readonly pools?: readonly DeclaredPool[];
}

/** The container that makes a DaemonSet the one of calico-node. */
export const NODE_CONTAINER = 'calico-node';

/** True for the DaemonSet of calico-node, whatever its name. */
export function isNodeDaemonSet(object: JsonObject): boolean {
  return object.kind === 'DaemonSet' && objectsAt(templateSpec(object), 'containers').some(({ name }) => name === NODE_CONTAINER);
}

/** The install among some manifests; undefined where there is none. */
export function shapeOfManifests(manifests: readonly Manifest[], source: string): InstallShape | undefined {
  const pools = manifests.filter(({ isCalico, kind }) => isCalico && kind === 'IPPool').map(({ object }) => poolOfManifest(object));
  const objects = manifests.map(({ object }) => object);
  const installation = manifests.find(({ group, kind, name }) => group === 'operator.tigera.io' && kind === 'Installation' && name === 'default');
  if (installation) {
    return shapeOfInstallation(installation.object, objects, pools, source);
  }
  const daemonSet = objects.find(isNodeDaemonSet);
  return daemonSet && shapeOfDaemonSet(daemonSet, objects, { pools, source, isComplete: true });
}

/** IPPools that are declared without an install. */
export function poolsOfManifests(manifests: readonly Manifest[]): DeclaredPool[] {
  return manifests.filter(({ isCalico, kind }) => isCalico && kind === 'IPPool').map(({ object }) => poolOfManifest(object));
}

/** The operator renders everything into calico-system, always with Typha (v1.42: the API server too). */
export function shapeOfInstallation(
  installation: JsonObject, others: readonly JsonObject[], pools: readonly DeclaredPool[], source: string,
): InstallShape {
  const spec = specOf(installation);
  const { bgp } = objectAt(spec, 'calicoNetwork');
  const declared = [...poolsOfInstallation(installation) ?? [], ...pools];
  return {
    route: 'operator',
    source,
    namespace: 'calico-system',
    daemonSet: 'calico-node',
    selector: 'k8s-app=calico-node',
    typha: { name: 'calico-typha', namespace: 'calico-system', expected: true },
    kubeControllers: { name: 'calico-kube-controllers', namespace: 'calico-system', expected: true },
    apiServer: {
      name: 'calico-apiserver', namespace: 'calico-system', expected: others.some(({ kind, apiVersion }) => kind === 'APIServer' && isOperators(apiVersion)),
    },
    ...(bgp === 'Disabled' && { backend: 'vxlan' }),
    ...(bgp === 'Enabled' && { backend: 'bird' }),
    ...(declared.length > 0 && { pools: declared }),
  };
}

function isOperators(apiVersion: unknown): boolean {
  return typeof apiVersion === 'string' && apiVersion.startsWith('operator.tigera.io/');
}

/** What is known around a DaemonSet. */
export interface Surroundings {
  readonly pools: readonly DeclaredPool[];
  readonly source: string;
  /** Whether all objects of the install are there, so that what isn't there isn't part of it. */
  readonly isComplete: boolean;
}

/** An install without the operator, by its DaemonSet and the objects beside it. */
export function shapeOfDaemonSet(daemonSet: JsonObject, others: readonly JsonObject[], { pools, source, isComplete }: Surroundings): InstallShape {
  const namespace = namespaceOf(daemonSet) ?? 'default';
  const labels = objectAt(objectAt(specOf(daemonSet), 'selector'), 'matchLabels');
  const environment = environmentOf(daemonSet, others);
  const deployment = (name: string, otherwise: string): InstallDeployment => {
    const found = others.find((object) => object.kind === 'Deployment' && nameOf(object) === name);
    return { name, namespace: (found && namespaceOf(found)) ?? otherwise, expected: found !== undefined };
  };
  const typha = deployment('calico-typha', namespace);
  const backend = environment.get('CALICO_NETWORKING_BACKEND');
  // Of a running install nobody knows whether its pools are still meant to be those of its first start.
  const first = isComplete ? poolsOfEnvironment(environment).filter(({ name }) => !pools.some((pool) => pool.name === name)) : [];
  const declared = [...first, ...pools];
  return {
    route: objectsAt(templateSpec(daemonSet), 'containers').some(({ name }) => name === 'kube-flannel') ? 'canal' : 'manifests',
    source,
    namespace,
    daemonSet: nameOf(daemonSet),
    selector: labelSelectorText(labels),
    typha: { ...typha, expected: typha.expected || wantsTypha(environment) },
    kubeControllers: deployment('calico-kube-controllers', namespace),
    apiServer: deployment('calico-apiserver', 'calico-apiserver'),
    ...(backend !== undefined && backend !== '' && { backend }),
    ...(declared.length > 0 && { pools: declared }),
  };
}

function wantsTypha(environment: ReadonlyMap<string, string>): boolean {
  const service = environment.get('FELIX_TYPHAK8SSERVICENAME');
  return service !== undefined && service !== '' && service !== 'none';
}

/** Variables of calico-node, those that a ConfigMap holds too. */
export function environmentOf(daemonSet: JsonObject, others: readonly JsonObject[]): ReadonlyMap<string, string> {
  const container = objectsAt(templateSpec(daemonSet), 'containers').find(({ name }) => name === NODE_CONTAINER) ?? {};
  const namespace = namespaceOf(daemonSet);
  return new Map(objectsAt(container, 'env').flatMap((variable): [string, string][] => {
    const name = textAt(variable, 'name');
    const value = typeof variable.value === 'string' ? variable.value : valueFrom(variable, namespace, others);
    return name === undefined || value === undefined ? [] : [[name, value]];
  }));
}

function valueFrom(variable: JsonObject, namespace: string | undefined, others: readonly JsonObject[]): string | undefined {
  const reference = objectAt(objectAt(variable, 'valueFrom'), 'configMapKeyRef');
  const configMap = others.find((object) => object.kind === 'ConfigMap' && nameOf(object) === reference.name && namespaceOf(object) === namespace);
  return configMap && isObject(configMap.data) && typeof reference.key === 'string' ? textAt(configMap.data, reference.key) : undefined;
}

/** Names of the ConfigMaps that calico-node takes variables from. */
export function configMapsOf(daemonSet: JsonObject): string[] {
  const names = containersOf(templateSpec(daemonSet)).flatMap((container) => objectsAt(container, 'env'))
    .flatMap((variable) => textAt(objectAt(objectAt(variable, 'valueFrom'), 'configMapKeyRef'), 'name') ?? []);
  return [...new Set(names)];
}

/** The spec of the pods of a workload. */
export function templateSpec(workload: JsonObject): JsonObject {
  return objectAt(objectAt(specOf(workload), 'template'), 'spec');
}
