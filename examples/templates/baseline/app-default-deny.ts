import { Chart } from 'cdk8s';
import { AppDefaultDeny } from 'cdk8s-calico';

export function sample(chart: Chart): AppDefaultDeny {
  return new AppDefaultDeny(chart, 'default-deny');
}
