import { FieldPath } from '../../findings';
import { Cluster, Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ReadNode } from '../install/read-node';

/** A setting of Felix, as text, and where it is set. */
export interface FelixSetting {
  readonly value: string;
  readonly manifest: Manifest;
  readonly field: FieldPath;
}

/** Looks up settings of Felix by their names in FelixConfiguration: variables of calico-node win over the object `default` (felix/config). */
export function felixSettings(cluster: Cluster, nodes: readonly ReadNode[]): (name: string) => FelixSetting | undefined {
  const configuration = calicoObjects(cluster, 'FelixConfiguration').find(({ name }) => name === 'default');
  return (name) => {
    const variable = `FELIX_${name.toUpperCase()}`;
    for (const { value, manifest, field } of nodes) {
      const text = value(variable);
      if (text !== undefined) {
        return { value: text, manifest, field: field(variable) };
      }
    }
    const given = configuration?.spec[name];
    return configuration === undefined || given === undefined ? undefined : { value: String(given), manifest: configuration, field: ['spec', name] };
  };
}
