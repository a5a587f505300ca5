import { Chart } from 'cdk8s';
import { AllowFromAllNamespaces, Port, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): AllowFromAllNamespaces {
  return new AllowFromAllNamespaces(chart, 'registry', {
    namespace: 'registry',
    app: Selector.label('app').equals('registry'),
    ports: [Port.of(5000)],
  });
}
