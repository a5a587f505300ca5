import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { isNamespaced } from '../core/schema';
import { Gate } from '../gate/gate';
import { dropChartNamespace } from '../resources/cluster-scope';

/** API group and version of everything that users of Calico write. */
export const CALICO_API_VERSION = 'projectcalico.org/v3';

/**
 * An object of Calico's API. Creating one arms the gate of its app.
 * @internal
 */
export abstract class CalicoObject extends ApiObject {
  /** @param renderSpec is called at synthesis, so that what was added meanwhile counts */
  constructor(scope: Construct, id: string, kind: string, metadata: ApiObjectMetadata | undefined, renderSpec: () => object) {
    super(scope, id, { apiVersion: CALICO_API_VERSION, kind, metadata, spec: Lazy.any({ produce: renderSpec }) });
    if (!isNamespaced(kind)) {
      dropChartNamespace(this, metadata);
    }
    Gate.of(this).arm();
  }
}
