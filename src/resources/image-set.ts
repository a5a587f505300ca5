// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The images.
 */
export interface ImageSetSpec {
  /**
   * The images, each with its digest.
   *
   * @default - none
   */
  readonly images?: ImageDigestSpec[];
}

/**
 * One image.
 */
export interface ImageDigestSpec {
  /**
   * The digest, such as `sha256:…`.
   */
  readonly digest: string;
  /**
   * Name of the image without registry and tag, such as `calico/node`.
   */
  readonly image: string;
}

/**
 * Properties of `ImageSetResource`.
 */
export interface ImageSetResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The images.
   *
   * @default - everything at its default
   */
  readonly spec?: ImageSetSpec;
}

/**
 * Digests of images, by which the operator takes them instead of by tag. Its name is the variant and the version, such as `calico-v3.32.1`.
 *
 * The manifest's fields as they are, without checks; `ImageSet` is more comfortable where it exists.
 */
export class ImageSetResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'operator.tigera.io/v1', kind: 'ImageSet' };

  constructor(scope: Construct, id: string, props: ImageSetResourceProps = {}) {
    super(scope, id, { ...ImageSetResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
