import { Chart } from 'cdk8s';
import { AllowNodeLocalDns } from 'cdk8s-calico';

export function sample(chart: Chart): AllowNodeLocalDns {
  return new AllowNodeLocalDns(chart, 'dns', { serviceAddresses: ['10.96.0.10', 'fd00:96::a'] });
}
