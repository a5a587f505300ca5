import { k8s } from 'cdk8s-plus-27';
import { variable } from './environment';
import { CONTROL_PLANE_TOLERATIONS, ManifestSettings, NAMESPACE, placement } from './manifest-settings';

const NAME = 'calico-kube-controllers';
const LABELS = { 'k8s-app': NAME };

/** The controllers that follow Nodes and Services. One at a time: two would undo each other's work. */
export function kubeControllers(settings: ManifestSettings): k8s.KubeDeploymentProps {
  return {
    metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
    spec: {
      replicas: 1,
      selector: { matchLabels: LABELS },
      strategy: { type: 'Recreate' },
      template: {
        metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
        spec: {
          ...placement(settings, [{ key: 'CriticalAddonsOnly', operator: 'Exists' }, ...CONTROL_PLANE_TOLERATIONS]),
          serviceAccountName: NAME,
          securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
          priorityClassName: 'system-cluster-critical',
          containers: [{
            name: NAME,
            image: settings.images.of('kube-controllers'),
            imagePullPolicy: 'IfNotPresent',
            env: [variable('ENABLED_CONTROLLERS', 'node,loadbalancer'), variable('DATASTORE_TYPE', 'kubernetes')],
            resources: settings.resources.kubeControllers,
            livenessProbe: {
              exec: { command: ['/usr/bin/check-status', '-l'] },
              periodSeconds: 10,
              initialDelaySeconds: 10,
              failureThreshold: 6,
              timeoutSeconds: 10,
            },
            readinessProbe: { exec: { command: ['/usr/bin/check-status', '-r'] }, periodSeconds: 10 },
            securityContext: { runAsNonRoot: true },
          }],
        },
      },
    },
  };
}

/** Lets a drain move the controllers, one pod at a time. */
export function disruptionBudget(name: string): k8s.KubePodDisruptionBudgetProps {
  const labels = { 'k8s-app': name };
  return {
    metadata: { name, namespace: NAMESPACE, labels },
    spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: labels } },
  };
}
