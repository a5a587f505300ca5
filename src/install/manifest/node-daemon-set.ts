import { k8s } from 'cdk8s-plus-27';
import { fromConfigMap, fromPod, SERVICES_ENDPOINT, variable } from './environment';
import { flannelContainer, FLANNEL_VOLUMES } from './flannel';
import { ManifestSettings, NAMESPACE } from './manifest-settings';
import { kubernetesApi, nodeEnvironment } from './node-environment';
import { nodeVolumes } from './node-volumes';

/** The privilege that programming the kernel and writing to the node's disk takes. */
const PRIVILEGED: k8s.SecurityContext = { privileged: true };

/** The agent on every Linux node. */
export function nodeDaemonSet(settings: ManifestSettings): k8s.KubeDaemonSetProps {
  const labels = { 'k8s-app': settings.names.node };
  const canal = settings.networking.name === 'canal';
  return {
    metadata: { name: settings.names.node, namespace: NAMESPACE, labels, annotations: settings.annotations },
    spec: {
      selector: { matchLabels: labels },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: k8s.IntOrString.fromNumber(1) } },
      template: {
        metadata: { labels },
        spec: {
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          hostNetwork: true,
          // Every node needs it, whatever else may run there.
          tolerations: [
            { effect: 'NoSchedule', operator: 'Exists' },
            { key: 'CriticalAddonsOnly', operator: 'Exists' },
            { effect: 'NoExecute', operator: 'Exists' },
          ],
          imagePullSecrets: settings.pullSecrets,
          serviceAccountName: settings.names.node,
          securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
          terminationGracePeriodSeconds: 0,
          priorityClassName: 'system-node-critical',
          initContainers: [...(settings.networking.name === 'calico' ? [upgradeIpam(settings)] : []), installCni(settings), ebpfBootstrap(settings)],
          containers: [nodeContainer(settings), ...(canal ? [flannelContainer(settings)] : [])],
          volumes: [...nodeVolumes(settings), ...(canal ? FLANNEL_VOLUMES : [])],
        },
      },
    },
  };
}

/** Takes over addresses that were given out by host-local, which older installs used. */
function upgradeIpam(settings: ManifestSettings): k8s.Container {
  const { images, names } = settings;
  return {
    name: 'upgrade-ipam',
    image: images.of('cni'),
    imagePullPolicy: 'IfNotPresent',
    command: ['/opt/cni/bin/calico-ipam', '-upgrade'],
    envFrom: SERVICES_ENDPOINT,
    env: [
      fromPod('KUBERNETES_NODE_NAME', 'spec.nodeName'),
      fromConfigMap('CALICO_NETWORKING_BACKEND', names.configMap, 'calico_backend'),
      ...kubernetesApi(settings),
    ],
    volumeMounts: [
      { name: 'host-local-net-dir', mountPath: '/var/lib/cni/networks' },
      { name: 'cni-bin-dir', mountPath: '/host/opt/cni/bin' },
    ],
    securityContext: PRIVILEGED,
  };
}

/** Puts the CNI plugin and its configuration on the node. */
function installCni(settings: ManifestSettings): k8s.Container {
  const { images, names, networking } = settings;
  return {
    name: 'install-cni',
    image: images.of('cni'),
    imagePullPolicy: 'IfNotPresent',
    command: ['/opt/cni/bin/install'],
    envFrom: SERVICES_ENDPOINT,
    env: [
      ...(networking.name === 'canal' ? [fromPod('CALICO_CNI_SERVICE_ACCOUNT', 'spec.serviceAccountName')] : []),
      variable('CNI_CONF_NAME', names.networkConfig),
      fromConfigMap('CNI_NETWORK_CONFIG', names.configMap, 'cni_network_config'),
      fromPod('KUBERNETES_NODE_NAME', 'spec.nodeName'),
      ...(networking.name === 'policy-only' ? [] : [fromConfigMap('CNI_MTU', names.configMap, 'veth_mtu')]),
      variable('SLEEP', false),
      ...kubernetesApi(settings),
    ],
    volumeMounts: [
      { name: 'cni-bin-dir', mountPath: '/host/opt/cni/bin' },
      { name: 'cni-net-dir', mountPath: '/host/etc/cni/net.d' },
    ],
    securityContext: PRIVILEGED,
  };
}

/** Mounts the file systems that eBPF needs, where the kernel has them: also for a later change of data plane. */
function ebpfBootstrap(settings: ManifestSettings): k8s.Container {
  return {
    name: 'ebpf-bootstrap',
    image: settings.images.of('node'),
    imagePullPolicy: 'IfNotPresent',
    command: ['calico-node', '-init', '-best-effort'],
    volumeMounts: [
      { name: 'sys-fs', mountPath: '/sys/fs', mountPropagation: 'Bidirectional' },
      { name: 'var-run-calico', mountPath: '/var/run/calico', mountPropagation: 'Bidirectional' },
      { name: 'nodeproc', mountPath: '/nodeproc', readOnly: true },
    ],
    securityContext: PRIVILEGED,
  };
}

function nodeContainer(settings: ManifestSettings): k8s.Container {
  const bird = settings.networking.name === 'calico' && settings.bgp;
  return {
    name: 'calico-node',
    image: settings.images.of('node'),
    imagePullPolicy: 'IfNotPresent',
    envFrom: SERVICES_ENDPOINT,
    env: nodeEnvironment(settings),
    securityContext: PRIVILEGED,
    resources: settings.resources.node ?? { requests: { cpu: k8s.Quantity.fromString('250m') } },
    lifecycle: { preStop: { exec: { command: ['/bin/calico-node', '-shutdown'] } } },
    livenessProbe: {
      exec: { command: ['/bin/calico-node', '-felix-live', ...(bird ? ['-bird-live'] : [])] },
      periodSeconds: 10,
      initialDelaySeconds: 10,
      failureThreshold: 6,
      timeoutSeconds: 10,
    },
    readinessProbe: {
      ...(settings.networking.name === 'canal'
        ? { httpGet: { path: '/readiness', port: k8s.IntOrString.fromNumber(9099), host: 'localhost' } }
        : { exec: { command: ['/bin/calico-node', '-felix-ready', ...(bird ? ['-bird-ready'] : [])] } }),
      periodSeconds: 10,
      timeoutSeconds: 10,
    },
    volumeMounts: [
      { name: 'cni-net-dir', mountPath: '/host/etc/cni/net.d' },
      { name: 'lib-modules', mountPath: '/lib/modules', readOnly: true },
      { name: 'xtables-lock', mountPath: '/run/xtables.lock' },
      { name: 'var-run-calico', mountPath: '/var/run/calico' },
      { name: 'var-lib-calico', mountPath: '/var/lib/calico' },
      { name: 'policysync', mountPath: '/var/run/nodeagent' },
      { name: 'bpffs', mountPath: '/sys/fs/bpf' },
      { name: 'cni-log-dir', mountPath: '/var/log/calico/cni', readOnly: true },
    ],
  };
}
