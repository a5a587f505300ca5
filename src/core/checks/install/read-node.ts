import { InstallObjects, nodeContainer, objectAt, textAt } from './install-objects';
import { FieldPath } from '../../findings';
import { isObject, Manifest } from '../../manifests';

/** What calico-node of a manifest install is told. */
export interface ReadNode {
  readonly manifest: Manifest;
  /** The value of a variable, also where a ConfigMap among the objects gives it; undefined where it isn't set, or isn't known. */
  readonly value: (name: string) => string | undefined;
  /** Whether a variable is set, also where its value isn't known. */
  readonly isSet: (name: string) => boolean;
  /** Where a variable is set. */
  readonly field: (name: string) => FieldPath;
}

/** Reads a DaemonSet with a container calico-node. */
export function readNode(manifest: Manifest, { configMaps }: InstallObjects): ReadNode {
  const { container, index } = nodeContainer(manifest)!;
  const list = Array.isArray(container.env) ? container.env : [];
  const values = new Map<string, string | undefined>();
  const places = new Map<string, number>();
  list.forEach((variable, place) => {
    if (isObject(variable) && typeof variable.name === 'string') {
      const { name, key } = objectAt(variable, 'valueFrom', 'configMapKeyRef');
      const configMap = configMaps.get(`${manifest.namespace ?? 'default'}/${String(name)}`);
      values.set(variable.name, typeof variable.value === 'string' ? variable.value
        : configMap && textAt(objectAt(configMap.object, 'data'), String(key)));
      places.set(variable.name, place);
    }
  });
  const env = ['spec', 'template', 'spec', 'containers', index, 'env'];
  return {
    manifest,
    value: (name) => values.get(name),
    isSet: (name) => places.has(name),
    field: (name) => places.has(name) ? [...env, places.get(name)!, 'value'] : env,
  };
}
