import { Chart } from 'cdk8s';
import { DenyExternalEgress, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): DenyExternalEgress {
  return new DenyExternalEgress(chart, 'payments', { namespace: 'shop', app: Selector.label('app').equals('payments') });
}
