import { ApiObject, ApiObjectMetadata, JsonPatch } from 'cdk8s';

/**
 * For an object of a kind that has no namespace: takes the chart's out again. cdk8s puts the namespace of a chart on all of its objects, and
 * Calico's tools refuse one here. A namespace that was given on purpose stays, to be reported.
 */
export function dropChartNamespace(object: ApiObject, given: ApiObjectMetadata | undefined): void {
  if (object.metadata.namespace !== undefined && given?.namespace === undefined) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
}
