import { Chart } from 'cdk8s';
import { GuardedNamespaceLabel, Port } from 'cdk8s-calico';

export function sample(chart: Chart): GuardedNamespaceLabel {
  return new GuardedNamespaceLabel(chart, 'payments', {
    namespace: 'payments',
    ports: [Port.of(8443)],
    label: 'pci.example.com/scope',
    value: 'inside',
    managers: ['platform-team'],
  });
}
