import { ITier } from '../../../constructs/tier';
import { PolicyType } from '../../../values/policy-type';
import { PodScopeProps } from '../../pod-scope';
import { ProbeSet } from '../../probe-set';
import { appDefaultDenyProbes } from '../app-default-deny/probes';

/** Those of the default deny that it is on trial for, without DNS. */
export function stagedDefaultDenyProbes(scope: PodScopeProps, types: readonly PolicyType[], tier: ITier): ProbeSet[] {
  return appDefaultDenyProbes(scope, types, { allowed: false }, tier);
}
