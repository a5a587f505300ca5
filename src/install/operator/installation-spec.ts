import { k8s } from 'cdk8s-plus-27';
import { calicoNetwork } from './calico-network';
import { OperatorSettings } from './operator-settings';
import { InstallationSpec } from '../../resources';
import { LogSeverity } from '../../values/log-severity';
import { withoutUndefined } from '../../values/without-undefined';

/** The Installation: what is left out, the operator decides. */
export function installationSpec(settings: OperatorSettings): InstallationSpec {
  const { facts, options } = settings;
  const { images, metrics, resources, fips, windows, logSeverity } = options;
  const network = calicoNetwork(settings);
  return withoutUndefined<InstallationSpec>({
    kubernetesProvider: facts.provider,
    // The operator guesses the CNI plugin of a cloud wrongly where Calico is to do the networking: it is always said.
    cni: facts.provider === undefined ? undefined : { type: facts.cni, ipam: { type: facts.ipam } },
    calicoNetwork: Object.keys(network).length === 0 ? undefined : network,
    registry: images?.registry === undefined ? undefined : `${images.registry.replace(/\/$/, '')}/`,
    imagePath: images?.path,
    imagePrefix: images?.prefix,
    imagePullSecrets: images?.pullSecrets?.map((name) => ({ name })),
    fipsMode: fips ? 'Enabled' : undefined,
    controlPlaneReplicas: options.controlPlaneReplicas,
    controlPlaneTolerations: options.controlPlaneTolerations,
    controlPlaneNodeSelector: options.controlPlaneNodeSelector,
    nodeMetricsPort: metrics?.nodePort,
    typhaMetricsPort: metrics?.typhaPort,
    logging: logSeverity !== undefined && facts.cni === 'Calico' ? { cni: { logSeverity: pluginSeverity(logSeverity) } } : undefined,
    calicoNodeDaemonSet: resources?.node && overrides('calico-node', resources.node),
    typhaDeployment: resources?.typha && overrides('calico-typha', resources.typha),
    calicoKubeControllersDeployment: resources?.kubeControllers && overrides('calico-kube-controllers', resources.kubeControllers),
    kubeletVolumePluginPath: settings.csiDriver ? undefined : 'None',
    serviceCIDRs: windows?.serviceCidrs.map((cidr) => cidr.toString()),
    windowsNodes: windows?.vxlanAdapter === undefined ? undefined : { vxlanAdapter: windows.vxlanAdapter },
  });
}

/** CPU and memory of one container of a component. */
export function overrides(name: string, resources: k8s.ResourceRequirements) {
  return { spec: { template: { spec: { containers: [{ name, resources }] } } } };
}

/** The CNI plugin knows fewer severities than Felix. */
function pluginSeverity(severity: LogSeverity): string {
  switch (severity) {
    case LogSeverity.TRACE: return LogSeverity.DEBUG;
    case LogSeverity.FATAL: return LogSeverity.ERROR;
    default: return severity;
  }
}
