/**
 * A finding that is accepted, on the record.
 */
export interface Acknowledgement {
  /** The check's id, such as `cidr/pool-overlaps-network`. */
  readonly id: string;
  /** Why the finding is accepted. It appears in the report. */
  readonly reason: string;
}
