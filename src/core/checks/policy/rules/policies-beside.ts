import { addToList } from '../../../add-to-list';
import { Policy } from '../../../policy';

/** Policies by namespace: one is held only against those that may select what it selects. */
export class PoliciesBeside {
  private readonly all: Policy[] = [];
  private readonly byNamespace = new Map<string | undefined, Policy[]>();

  public add(policy: Policy): void {
    this.all.push(policy);
    addToList(this.byNamespace, policy.namespace, policy);
  }

  /** Of a global policy all, of others the global ones and those of its namespace. The policy itself may be among them. */
  public* of({ namespace }: Policy): Iterable<Policy> {
    if (namespace === undefined) {
      yield* this.all;
    } else {
      yield* this.byNamespace.get(undefined) ?? [];
      yield* this.byNamespace.get(namespace) ?? [];
    }
  }
}
