import { k8s } from 'cdk8s-plus-27';
import { access } from './access';
import { admissionPolicies } from './admission';
import { apiServer } from './api-server';
import { configMap } from './config-map';
import { csiDriver } from './csi-driver';
import { disruptionBudget, kubeControllers } from './kube-controllers';
import { ManifestSettings } from './manifest-settings';
import { nodeDaemonSet } from './node-daemon-set';
import { typhaDeployment, typhaService } from './typha';
import { webhooks } from './webhooks';

/** All objects but CustomResourceDefinitions and Calico's own resources. */
export function systemObjects(settings: ManifestSettings, withCsiDriver: boolean): unknown[] {
  const { api, typha } = settings;
  return [
    ...access(settings),
    k8s.KubeConfigMap.manifest(configMap(settings)),
    k8s.KubeDaemonSet.manifest(nodeDaemonSet(settings)),
    k8s.KubePodDisruptionBudget.manifest(disruptionBudget('calico-kube-controllers')),
    k8s.KubeDeployment.manifest(kubeControllers(settings)),
    ...(typha ? [
      k8s.KubePodDisruptionBudget.manifest(disruptionBudget('calico-typha')),
      k8s.KubeService.manifest(typhaService()),
      k8s.KubeDeployment.manifest(typhaDeployment(settings, typha.replicas)),
    ] : []),
    ...(api.mode === 'aggregated' ? apiServer(settings, api._ca!) : []),
    ...(api.mode === 'native' ? [...admissionPolicies(api._kubernetesMinor!), ...webhooks(settings, api._ca!)] : []),
    ...(withCsiDriver ? csiDriver(settings) : []),
  ];
}
