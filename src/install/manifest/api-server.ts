import { k8s } from 'cdk8s-plus-27';
import { accountIn, binding, clusterRole } from './access';
import { API_SERVER_RULES, AUTHENTICATION_RULES, WEBHOOK_READER_RULES } from './api-server-role';
import { variable } from './environment';
import { CONTROL_PLANE_TOLERATIONS, ManifestSettings, placement } from './manifest-settings';
import { CaSource } from '../ca-source';

const NAMESPACE = 'calico-apiserver';
const NAME = 'calico-apiserver';
const SERVICE = 'calico-api';
const SELECTED = { apiserver: 'true' };
const PORT = 5443;

/** Calico's API server, which serves `projectcalico.org/v3` as an extension of the Kubernetes API. */
export function apiServer(settings: ManifestSettings, ca: CaSource): unknown[] {
  const account = accountIn(NAMESPACE, NAME);
  return [
    k8s.KubeNamespace.manifest({ metadata: { name: NAMESPACE, labels: { name: NAMESPACE } } }),
    k8s.KubeServiceAccount.manifest({ metadata: { name: NAME, namespace: NAMESPACE } }),
    k8s.KubeNetworkPolicy.manifest({
      metadata: { name: 'allow-apiserver', namespace: NAMESPACE },
      spec: { podSelector: { matchLabels: SELECTED }, ingress: [{ ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(PORT) }] }] },
    }),
    k8s.KubeService.manifest({
      metadata: { name: SERVICE, namespace: NAMESPACE },
      spec: { type: 'ClusterIP', selector: SELECTED, ports: [{ name: 'apiserver', port: 443, protocol: 'TCP', targetPort: k8s.IntOrString.fromNumber(PORT) }] },
    }),
    k8s.KubeDeployment.manifest(deployment(settings)),
    k8s.KubeApiService.manifest({
      metadata: { name: 'v3.projectcalico.org', annotations: { ...ca._annotations } },
      spec: {
        group: 'projectcalico.org',
        version: 'v3',
        groupPriorityMinimum: 1500,
        versionPriority: 200,
        caBundle: ca._caBundle,
        service: { name: SERVICE, namespace: NAMESPACE, port: 443 },
      },
    }),
    clusterRole('calico-crds', API_SERVER_RULES),
    clusterRole('calico-extension-apiserver-auth-access', AUTHENTICATION_RULES),
    clusterRole('calico-webhook-reader', WEBHOOK_READER_RULES),
    binding('calico-apiserver-access-crds', 'calico-crds', account),
    binding('calico-apiserver-delegate-auth', 'system:auth-delegator', account),
    binding('calico-apiserver-webhook-reader', 'calico-webhook-reader', account),
    binding('calico-extension-apiserver-auth-access', 'calico-extension-apiserver-auth-access', account),
  ];
}

function deployment(settings: ManifestSettings): k8s.KubeDeploymentProps {
  const labels = { ...SELECTED, 'k8s-app': NAME };
  return {
    metadata: { name: NAME, namespace: NAMESPACE, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: SELECTED },
      strategy: { type: 'Recreate' },
      template: {
        metadata: { name: NAME, namespace: NAMESPACE, labels },
        spec: {
          ...placement(settings, CONTROL_PLANE_TOLERATIONS),
          dnsPolicy: 'ClusterFirst',
          restartPolicy: 'Always',
          serviceAccountName: NAME,
          containers: [{
            name: NAME,
            image: settings.images.of('apiserver'),
            args: [`--secure-port=${PORT}`, '-v=5'],
            env: [variable('DATASTORE_TYPE', 'kubernetes')],
            resources: settings.resources.apiServer,
            readinessProbe: { httpGet: { path: '/readyz', port: k8s.IntOrString.fromNumber(PORT), scheme: 'HTTPS' }, timeoutSeconds: 5, periodSeconds: 60 },
            securityContext: { privileged: false, runAsUser: 0 },
            volumeMounts: [{ name: 'calico-apiserver-certs', mountPath: '/code/apiserver.local.config/certificates' }],
          }],
          volumes: [{ name: 'calico-apiserver-certs', secret: { secretName: 'calico-apiserver-certs' } }],
        },
      },
    },
  };
}
