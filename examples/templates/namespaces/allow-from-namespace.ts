import { Chart } from 'cdk8s';
import { AllowFromNamespace, Port } from 'cdk8s-calico';

export function sample(chart: Chart): AllowFromNamespace {
  return new AllowFromNamespace(chart, 'ingress', { namespace: 'shop', fromNamespace: 'ingress-nginx', ports: [Port.of(8080)] });
}
