import { Chart } from 'cdk8s';
import { AllowKubeApiServer, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): AllowKubeApiServer {
  return new AllowKubeApiServer(chart, 'api', {
    pods: Selector.label('app.kubernetes.io/component').equals('controller'),
  });
}
