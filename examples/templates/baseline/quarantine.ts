import { Chart } from 'cdk8s';
import { Quarantine } from 'cdk8s-calico';

export function sample(chart: Chart): Quarantine {
  return new Quarantine(chart, 'quarantine', { investigatorNamespaces: ['forensics'] });
}
