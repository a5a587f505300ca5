import { Chart } from 'cdk8s';
import { TierSkeleton } from 'cdk8s-calico';

export function sample(chart: Chart): TierSkeleton {
  return new TierSkeleton(chart, 'tiers');
}
