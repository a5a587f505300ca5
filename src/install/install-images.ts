/** Where the images come from. */
export interface InstallImages {
  /** Host of the registry, with a port where it needs one, such as `registry.example.com:5000`. @default quay.io */
  readonly registry?: string;

  /** Path below the registry, in place of `calico` and `tigera`. @default - as at quay.io */
  readonly path?: string;

  /** Text before the name of each image, such as `mirrored-calico-`. @default - none */
  readonly prefix?: string;

  /**
   * Digests by image, such as `{ 'calico/node': 'sha256:…' }`, in place of the tags. Give all images that the install uses, or none; the one of
   * the operator is `tigera/operator`.
   *
   * @default - images by tag
   */
  readonly digests?: { readonly [image: string]: string };

  /**
   * Names of Secrets with the credentials of the registry. They have to be there: in the namespace `tigera-operator` for the operator, in
   * `kube-system` for manifests.
   *
   * @default - none
   */
  readonly pullSecrets?: string[];
}
