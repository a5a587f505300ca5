import { Chart } from 'cdk8s';
import { AllowDns } from 'cdk8s-calico';

export function sample(chart: Chart): AllowDns {
  return new AllowDns(chart, 'dns');
}
