import { Chart } from 'cdk8s';
import { AllowDnsByService } from 'cdk8s-calico';

export function sample(chart: Chart): AllowDnsByService {
  return new AllowDnsByService(chart, 'dns');
}
