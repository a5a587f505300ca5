import { Chart } from 'cdk8s';
import { Selector, WorkerNodes } from 'cdk8s-calico';

export function sample(chart: Chart): WorkerNodes {
  return new WorkerNodes(chart, 'workers', {
    kubeletClients: Selector.label('k8s-app').equals('metrics-server').and(Selector.label('projectcalico.org/namespace').equals('kube-system')),
  });
}
