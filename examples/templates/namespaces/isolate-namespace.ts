import { Chart } from 'cdk8s';
import { IsolateNamespace } from 'cdk8s-calico';

export function sample(chart: Chart): IsolateNamespace {
  return new IsolateNamespace(chart, 'isolate', { namespace: 'shop' });
}
