// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.

/**
 * Where the password of a BGP session stands.
 */
export interface BgpPasswordSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly secretKeyRef?: SecretKeySpec;
}

/**
 *
 */
export interface SecretKeySpec {
  /**
   *
   */
  readonly key: string;
  /**
   *
   *
   * @default - not set
   */
  readonly name?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly optional?: boolean;
}
