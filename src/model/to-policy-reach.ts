import { PolicyReach } from './policy-reach';
import { directionsOf, ReachOfPolicy } from '../core/policy/reach';

/** The struct of what a policy selects. Its lists are copies. */
export function toPolicyReach(reach: ReachOfPolicy): PolicyReach {
  const { policy: { kind, namespace, name, order, isStaged }, tier, allOf, someOf, elsewhere, example } = reach;
  return {
    kind,
    ...(namespace !== undefined && { namespace }),
    name,
    tier: tier.name,
    ...(Number.isFinite(tier.order) && { tierOrder: tier.order }),
    ...(Number.isFinite(order) && { order }),
    directions: directionsOf(reach),
    staged: isStaged,
    allPodsOf: [...allOf],
    somePodsOf: [...someOf],
    podsOfOtherNamespaces: elsewhere,
    ...(example !== undefined && { example }),
    workloads: [...reach.workloads],
    possibleWorkloads: [...reach.possibleWorkloads],
    hostEndpoints: [...reach.hostEndpoints],
    possibleHostEndpoints: [...reach.possibleHostEndpoints],
    otherHostEndpoints: reach.otherHosts,
  };
}
