import { k8s } from 'cdk8s-plus-27';
import { fromPod, variable } from './environment';
import { ManifestSettings } from './manifest-settings';
import { hostPath } from './node-volumes';

const NAMESPACE = 'calico-system';
const NAME = 'csi-node-driver';
const DRIVER = 'csi.tigera.io';

/** Gives pods the socket by which Felix tells them of policy for their HTTP requests, as an ephemeral volume. */
export function csiDriver(settings: ManifestSettings): unknown[] {
  return [
    k8s.KubeNamespace.manifest({ metadata: { name: NAMESPACE } }),
    k8s.KubeCsiDriver.manifest({ metadata: { name: DRIVER }, spec: { podInfoOnMount: true, volumeLifecycleModes: ['Ephemeral'] } }),
    k8s.KubeDaemonSet.manifest(daemonSet(settings)),
  ];
}

function daemonSet({ images, pullSecrets }: ManifestSettings): k8s.KubeDaemonSetProps {
  const labels = { name: NAME };
  return {
    metadata: { name: NAME, namespace: NAMESPACE, labels: { 'app.kubernetes.io/name': NAME } },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          tolerations: [
            { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
            { key: 'node-role.kubernetes.io/master', operator: 'Exists', effect: 'NoSchedule' },
          ],
          imagePullSecrets: pullSecrets,
          containers: [
            {
              name: 'calico-csi',
              image: images.of('csi'),
              imagePullPolicy: 'IfNotPresent',
              args: ['--nodeid=$(KUBE_NODE_NAME)', '--loglevel=$(LOG_LEVEL)'],
              securityContext: { privileged: true },
              env: [variable('LOG_LEVEL', 'warn'), fromPod('KUBE_NODE_NAME', 'spec.nodeName')],
              volumeMounts: [
                { name: 'varrun', mountPath: '/var/run' },
                { name: 'etccalico', mountPath: '/etc/calico' },
                { name: 'socket-dir', mountPath: '/csi' },
                { name: 'kubelet-dir', mountPath: '/var/lib/kubelet/', mountPropagation: 'Bidirectional' },
              ],
            },
            {
              name: 'csi-node-driver-registrar',
              image: images.of('node-driver-registrar'),
              imagePullPolicy: 'IfNotPresent',
              args: ['--v=5', '--csi-address=$(ADDRESS)', '--kubelet-registration-path=$(DRIVER_REG_SOCK_PATH)'],
              securityContext: { privileged: true },
              env: [
                variable('ADDRESS', '/csi/csi.sock'),
                variable('DRIVER_REG_SOCK_PATH', `/var/lib/kubelet/plugins/${DRIVER}/csi.sock`),
                fromPod('KUBE_NODE_NAME', 'spec.nodeName'),
              ],
              volumeMounts: [{ name: 'socket-dir', mountPath: '/csi' }, { name: 'registration-dir', mountPath: '/registration' }],
            },
          ],
          volumes: [
            hostPath('varrun', '/var/run'),
            hostPath('etccalico', '/etc/calico'),
            hostPath('kubelet-dir', '/var/lib/kubelet', 'Directory'),
            hostPath('socket-dir', `/var/lib/kubelet/plugins/${DRIVER}/`, 'DirectoryOrCreate'),
            hostPath('registration-dir', '/var/lib/kubelet/plugins_registry/', 'Directory'),
          ],
        },
      },
    },
  };
}
