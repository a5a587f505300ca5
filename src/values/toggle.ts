/** Whether something is done. */
export enum Toggle {
  /** It is done. */
  ENABLED = 'Enabled',
  /** It isn't done. */
  DISABLED = 'Disabled',
}
