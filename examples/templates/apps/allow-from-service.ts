import { Chart } from 'cdk8s';
import { AllowFromService, Port, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): AllowFromService {
  return new AllowFromService(chart, 'backend', {
    namespace: 'backend',
    app: Selector.label('app').equals('api'),
    service: 'frontend',
    serviceNamespace: 'frontend',
    ports: [Port.of(8080)],
  });
}
