// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.

/**
 * Where the password of a BGP session stands.
 */
export interface BgpPasswordSpec {
  /**
   * The key of a Secret that holds the password, in the namespace that calico-node runs in.
   *
   * @default - none
   */
  readonly secretKeyRef?: SecretKeySpec;
}

/**
 * The key of a Secret that holds the password, in the namespace that calico-node runs in.
 */
export interface SecretKeySpec {
  /**
   * Key inside the Secret.
   */
  readonly key: string;
  /**
   * Name of the Secret.
   *
   * @default - an empty name
   */
  readonly name?: string;
  /**
   * With true, neither Secret nor key has to exist.
   *
   * @default false
   */
  readonly optional?: boolean;
}
