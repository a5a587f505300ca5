import { Chart } from 'cdk8s';
import { MetricsDenyList, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): MetricsDenyList {
  return new MetricsDenyList(chart, 'metrics', { scraperNamespaces: Selector.label('projectcalico.org/name').equals('monitoring') });
}
