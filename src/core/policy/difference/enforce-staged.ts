import { Policy, policyId } from '../policy';
import { PolicyModel } from '../policy-model';
import { sortPolicies } from '../read-policies';

/**
 * The cluster in which staged policies are enforced. `Set`, which is what no action means, makes or replaces the policy of the same kind, namespace
 * and name; `Delete` removes it (the validator wants nothing else in such a spec, and Felix isn't told of it:
 * `ConvertStagedNetworkPolicyV3ToV1Value` in libcalico-go's updateprocessors/stagednetworkpolicyprocessor.go). `Learn` and `Ignore` ask for nothing:
 * no code of Calico's acts on them, and they stay staged. Grows with the policies.
 */
export function enforceStaged(model: PolicyModel): PolicyModel {
  const enforced = new Map(model.policies.map((policy) => [policyId(policy), policy]));
  const staged: Policy[] = [];
  for (const policy of model.staged) {
    const { stagedAction } = policy;
    const becomes = { ...policy, kind: policy.kind.slice('Staged'.length), isStaged: false, stagedAction: undefined };
    if (stagedAction === 'Set') {
      enforced.set(policyId(becomes), becomes);
    } else if (stagedAction === 'Delete') {
      enforced.delete(policyId(becomes));
    } else {
      staged.push(policy);
    }
  }
  return model.withPolicies(sortPolicies([...enforced.values()], model.tiers), staged);
}
