/** Where the CustomResourceDefinitions come from. */
export enum CrdSource {
  /** The install holds them, in its first phase. */
  INCLUDED = 'Included',
  /** The operator makes and updates them when it starts. What needs them has to wait for that. Operator only. */
  MANAGED_BY_OPERATOR = 'ManagedByOperator',
  /** They are in the cluster already, or come from somewhere else. */
  GIVEN = 'Given',
}
