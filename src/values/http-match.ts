/**
 * HTTP requests by method and path. Allow rules of ingress only, and only where application layer policy is set up.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#httpmatch
 */
export interface HttpMatch {
  /**
   * Methods, such as `GET`; one that matches is enough.
   *
   * @default - every method
   */
  readonly methods?: string[];

  /**
   * Paths; one that matches is enough.
   *
   * @default - every path
   */
  readonly paths?: HttpPath[];
}

/**
 * A request path: give exactly one of the two.
 */
export interface HttpPath {
  /** The whole path, such as `/status`. @default - `prefix` is used */
  readonly exact?: string;

  /** The start of the path, such as `/api/`. @default - `exact` is used */
  readonly prefix?: string;
}
