import { Chart } from 'cdk8s';
import { ForwardedTraffic, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): ForwardedTraffic {
  return new ForwardedTraffic(chart, 'maintenance', { name: 'ssh-maintenance', hosts: Selector.label('network').equals('maintenance') });
}
