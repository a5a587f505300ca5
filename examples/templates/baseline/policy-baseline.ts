import { Chart } from 'cdk8s';
import { PolicyBaseline } from 'cdk8s-calico';

export function sample(chart: Chart): PolicyBaseline {
  return new PolicyBaseline(chart, 'shop', {
    namespaces: ['shop', 'shop-payments'],
    investigatorNamespaces: ['forensics'],
  });
}
