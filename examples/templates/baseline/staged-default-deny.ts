import { Chart } from 'cdk8s';
import { StagedDefaultDeny } from 'cdk8s-calico';

export function sample(chart: Chart): StagedDefaultDeny {
  return new StagedDefaultDeny(chart, 'trial');
}
