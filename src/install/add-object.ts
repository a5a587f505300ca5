import { ApiObject, ApiObjectProps } from 'cdk8s';
import { Construct } from 'constructs';

/**
 * Adds a rendered object under an id made of its kind and name, which makes paths, and so acknowledgements, stable. A plain ApiObject keeps
 * whatever a patch adds to it; the classes of cdk8s-plus drop fields that their version of Kubernetes didn't have.
 */
export function addObject(scope: Construct, manifest: unknown): ApiObject {
  const object = manifest as ApiObjectProps;
  return new ApiObject(scope, `${object.kind}-${object.metadata!.name}`, object);
}
