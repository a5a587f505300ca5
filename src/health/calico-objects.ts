import { objectAt, specOf, textAt } from './kubernetes-fields';
import { ClusterReader, Reading, objectsOf } from './reading';
import { isObject, JsonObject } from '../core/manifests';

/** Where the objects came from. */
export interface CalicoReading {
  readonly reading: Reading;
  /** What served them. */
  readonly via: 'projectcalico.org' | 'crd.projectcalico.org' | 'calicoctl';
}

const POLICY_KINDS = ['NetworkPolicy', 'GlobalNetworkPolicy', 'StagedNetworkPolicy', 'StagedGlobalNetworkPolicy'];
const METADATA = 'projectcalico.org/metadata';

/** Refusals after which another way may still give the objects. */
const OTHER_WAYS: readonly string[] = ['no-such-kind', 'unavailable', 'forbidden', 'not-found'];

/**
 * Calico's objects of a kind: from the API that users write, where it is served, otherwise from the store behind it, as Calico itself
 * reads it, and last from calicoctl.
 *
 * @param plural such as `ippools`
 */
export async function readCalico(reader: ClusterReader, plural: string, ...args: string[]): Promise<CalicoReading> {
  const served = await reader.list(`${plural}.projectcalico.org`, ...args);
  if (!served.refusal || !OTHER_WAYS.includes(served.refusal.reason)) {
    return { reading: served, via: 'projectcalico.org' };
  }
  const stored = await reader.list(`${plural}.crd.projectcalico.org`, ...args);
  if (!stored.refusal) {
    return { reading: { objects: stored.objects.map(fromStore) }, via: 'crd.projectcalico.org' };
  }
  const told = objectsOf(await reader.ask({ tool: 'calicoctl', args: ['get', plural, ...args, '-o', 'json', '--allow-version-mismatch'] }));
  if (!told.refusal) {
    return { reading: told, via: 'calicoctl' };
  }
  // Who may not read one of them has to hear that, not that the other doesn't exist.
  const telling = [served, stored].find(({ refusal }) => refusal?.reason === 'forbidden') ?? served;
  return { reading: telling, via: 'projectcalico.org' };
}

/**
 * What a stored object is in the API that users write (`ConvertK8sResourceToCalicoResource` and `determinePolicyName` in libcalico-go
 * lib/backend/k8s/resources/resources.go): the name, labels and annotations that were written are kept in one annotation.
 */
export function fromStore(object: JsonObject): JsonObject {
  const metadata = objectAt(object, 'metadata');
  const { [METADATA]: kept, ...annotations } = objectAt(metadata, 'annotations');
  const written = parsed(kept);
  return {
    ...object,
    apiVersion: 'projectcalico.org/v3',
    metadata: {
      ...metadata,
      name: textAt(written, 'name') ?? nameInApi(object, textAt(metadata, 'name') ?? ''),
      labels: { ...objectAt(metadata, 'labels'), ...objectAt(written, 'labels') },
      annotations: { ...annotations, ...objectAt(written, 'annotations') },
    },
  };
}

function nameInApi(object: JsonObject, name: string): string {
  const tier = textAt(specOf(object), 'tier') ?? 'default';
  return POLICY_KINDS.includes(String(object.kind)) && tier === 'default' && name.startsWith('default.') ? name.slice('default.'.length) : name;
}

function parsed(text: unknown): JsonObject {
  try {
    const value: unknown = JSON.parse(String(text));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
