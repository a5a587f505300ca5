import { Refusal } from './ask';
import { configMapsOf, InstallShape, isNodeDaemonSet, shapeOfDaemonSet, shapeOfInstallation } from './install-shape';
import { namespaceOf, nameOf } from './kubernetes-fields';
import { ClusterReader, Reading, together } from './reading';
import { JsonObject } from '../core/manifests';

/** What was found of an install. */
export type FoundInstall =
  | { readonly shape: InstallShape; readonly refusal?: undefined }
  | { readonly refusal?: Refusal; readonly shape?: undefined };

const SOURCE = 'what runs in the cluster';

/** Finds the install that runs in a cluster: the operator's Installation, or else the DaemonSet that runs calico-node. */
export async function findInstall(reader: ClusterReader): Promise<FoundInstall> {
  const installation = await reader.one('installations.operator.tigera.io', 'default');
  if (installation) {
    const apiServers = await reader.list('apiservers.operator.tigera.io');
    return { shape: shapeOfInstallation(installation, apiServers.refusal ? [] : apiServers.objects, [], SOURCE) };
  }
  const reading = await daemonSets(reader);
  if (reading.refusal) {
    return { refusal: reading.refusal };
  }
  const daemonSet = reading.objects.find(isNodeDaemonSet);
  if (daemonSet === undefined) {
    return {};
  }
  const namespace = namespaceOf(daemonSet)!;
  const others = await Promise.all([
    ...configMapsOf(daemonSet).map((name) => reader.list('configmap', name, '-n', namespace)),
    ...['calico-typha', 'calico-kube-controllers'].map((name) => reader.list('deployment', name, '-n', namespace)),
    reader.list('deployment', 'calico-apiserver', '-n', 'calico-apiserver'),
  ]);
  const objects = others.flatMap((other) => other.refusal ? [] : other.objects);
  return { shape: shapeOfDaemonSet(daemonSet, objects, { pools: [], source: SOURCE, isComplete: false }) };
}

/** Of all namespaces; where that isn't allowed, of the two that Calico is installed in. */
async function daemonSets(reader: ClusterReader): Promise<Reading> {
  const all = await reader.list('daemonsets', '-A');
  if (all.refusal?.reason !== 'forbidden') {
    return all;
  }
  const each = await Promise.all(['calico-system', 'kube-system'].map((namespace) => reader.list('daemonsets', '-n', namespace)));
  const readable = each.filter(({ refusal }) => refusal === undefined);
  return readable.length === 0 ? all : together(readable);
}

/** The variable that says what spreads routes, from the DaemonSet as it runs and the ConfigMap that it names. */
export async function settingsBeside(daemonSet: JsonObject, reader: ClusterReader): Promise<readonly JsonObject[]> {
  const readings = await Promise.all(configMapsOf(daemonSet).map((name) => reader.list('configmap', name, '-n', namespaceOf(daemonSet) ?? nameOf(daemonSet))));
  return readings.flatMap((reading) => reading.refusal ? [] : reading.objects);
}
