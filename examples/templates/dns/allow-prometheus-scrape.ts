import { Chart } from 'cdk8s';
import { AllowPrometheusScrape, Port } from 'cdk8s-calico';

export function sample(chart: Chart): AllowPrometheusScrape {
  return new AllowPrometheusScrape(chart, 'metrics', { ports: [Port.named('metrics'), Port.of(9100)] });
}
