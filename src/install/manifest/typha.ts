import { k8s } from 'cdk8s-plus-27';
import { SERVICES_ENDPOINT, variable } from './environment';
import { ManifestSettings, NAMESPACE, placement } from './manifest-settings';
import { kubernetesApi } from './node-environment';

const NAME = 'calico-typha';
const LABELS = { 'k8s-app': NAME };
const PORT = 5473;
/** How long a Typha that is told to end keeps its connections, so that nodes move to others one after another. */
const SHUTDOWN_SECONDS = 300;

/** The Service by which nodes find Typha. */
export function typhaService(): k8s.KubeServiceProps {
  return {
    metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
    spec: { ports: [{ name: NAME, port: PORT, protocol: 'TCP', targetPort: k8s.IntOrString.fromString(NAME) }], selector: LABELS },
  };
}

/** Typha, which reads the Kubernetes API once for many nodes. */
export function typhaDeployment(settings: ManifestSettings, replicas: number): k8s.KubeDeploymentProps {
  return {
    metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
    spec: {
      replicas,
      revisionHistoryLimit: 2,
      selector: { matchLabels: LABELS },
      // Twice as many while rolling, so that nodes never all meet on one.
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: k8s.IntOrString.fromString('100%'), maxUnavailable: k8s.IntOrString.fromNumber(1) },
      },
      template: {
        metadata: { labels: LABELS, annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true' } },
        spec: {
          ...placement(settings, [
            { key: 'CriticalAddonsOnly', operator: 'Exists' },
            { effect: 'NoSchedule', operator: 'Exists' },
            { effect: 'NoExecute', operator: 'Exists' },
          ]),
          hostNetwork: true,
          terminationGracePeriodSeconds: SHUTDOWN_SECONDS,
          serviceAccountName: settings.names.node,
          priorityClassName: 'system-cluster-critical',
          securityContext: { fsGroup: 65534, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [typhaContainer(settings)],
        },
      },
    },
  };
}

function typhaContainer(settings: ManifestSettings): k8s.Container {
  const { metrics: { typhaPort } } = settings;
  const health = (path: string) => ({ path, port: k8s.IntOrString.fromNumber(9098), host: 'localhost' });
  return {
    name: NAME,
    image: settings.images.of('typha'),
    imagePullPolicy: 'IfNotPresent',
    ports: [{ name: NAME, containerPort: PORT, protocol: 'TCP' }],
    envFrom: SERVICES_ENDPOINT,
    env: [
      ...kubernetesApi(settings),
      variable('TYPHA_LOGSEVERITYSCREEN', settings.logLevel),
      variable('TYPHA_LOGFILEPATH', 'none'),
      variable('TYPHA_LOGSEVERITYSYS', 'none'),
      variable('TYPHA_CONNECTIONREBALANCINGMODE', 'kubernetes'),
      variable('TYPHA_DATASTORETYPE', 'kubernetes'),
      variable('TYPHA_HEALTHENABLED', true),
      variable('TYPHA_SHUTDOWNTIMEOUTSECS', SHUTDOWN_SECONDS),
      ...(settings.networking.name === 'calico' ? [] : [variable('USE_POD_CIDR', true)]),
      ...(typhaPort === undefined ? [] : [variable('TYPHA_PROMETHEUSMETRICSENABLED', true), variable('TYPHA_PROMETHEUSMETRICSPORT', typhaPort)]),
    ],
    resources: settings.resources.typha,
    livenessProbe: { httpGet: health('/liveness'), periodSeconds: 30, initialDelaySeconds: 30, timeoutSeconds: 10 },
    readinessProbe: { httpGet: health('/readiness'), periodSeconds: 10, timeoutSeconds: 10 },
    securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false },
  };
}
