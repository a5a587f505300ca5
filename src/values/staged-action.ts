/** What enforcing a staged policy would do. */
export enum StagedAction {
  /** Create the policy, or change the one of the same name. */
  SET = 'Set',
  /** Remove the policy of the same name. */
  DELETE = 'Delete',
  /** Collect flows to propose rules from. */
  LEARN = 'Learn',
  /** Nothing: the staged policy is left out. */
  IGNORE = 'Ignore',
}
