import { Chart } from 'cdk8s';
import { ControlPlaneNodes, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): ControlPlaneNodes {
  return new ControlPlaneNodes(chart, 'control-plane', {
    kubeletClients: Selector.label('k8s-app').equals('metrics-server').and(Selector.label('projectcalico.org/namespace').equals('kube-system')),
  });
}
