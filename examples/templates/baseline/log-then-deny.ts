import { Chart } from 'cdk8s';
import { LogThenDeny, PolicyType, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): LogThenDeny {
  return new LogThenDeny(chart, 'audit', {
    namespaces: Selector.label('projectcalico.org/name').equals('payments'),
    types: [PolicyType.INGRESS],
  });
}
