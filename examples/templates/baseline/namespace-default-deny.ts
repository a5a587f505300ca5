import { Chart } from 'cdk8s';
import { NamespaceDefaultDeny } from 'cdk8s-calico';

export function sample(chart: Chart): NamespaceDefaultDeny {
  return new NamespaceDefaultDeny(chart, 'default-deny', { namespace: 'shop' });
}
