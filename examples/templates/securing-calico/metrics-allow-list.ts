import { Chart } from 'cdk8s';
import { MetricsAllowList, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): MetricsAllowList {
  return new MetricsAllowList(chart, 'metrics', { scraperNamespaces: Selector.label('projectcalico.org/name').equals('monitoring') });
}
