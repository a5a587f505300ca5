import { k8s } from 'cdk8s-plus-27';
import { account, accountIn, binding, clusterRole } from './access';
import { CONTROL_PLANE_TOLERATIONS, ManifestSettings, NAMESPACE, placement } from './manifest-settings';
import { CaSource } from '../ca-source';
import { allow, READ } from '../policy-rule';

const NAME = 'calico-webhooks';
const LABELS = { 'k8s-app': NAME };
const PORT = 6443;

/** What decides, with native CRDs, who may write policies of which tier: Calico's API server did that before. */
export function webhooks(settings: ManifestSettings, ca: CaSource): unknown[] {
  return [
    account(NAME, settings),
    clusterRole(NAME, [
      allow('authorization.k8s.io', 'subjectaccessreviews', 'create'),
      allow('projectcalico.org', 'tiers', READ),
    ]),
    binding(NAME, NAME, accountIn(NAMESPACE, NAME)),
    k8s.KubeService.manifest({
      metadata: { name: NAME, namespace: NAMESPACE },
      spec: { type: 'ClusterIP', selector: LABELS, ports: [{ port: 443, targetPort: k8s.IntOrString.fromNumber(PORT), protocol: 'TCP' }] },
    }),
    k8s.KubeDeployment.manifest(deployment(settings)),
    k8s.KubeValidatingWebhookConfiguration.manifest({
      metadata: { name: NAME, annotations: { ...ca._annotations } },
      webhooks: [{
        name: 'tiered-rbac.projectcalico.org',
        admissionReviewVersions: ['v1'],
        clientConfig: { caBundle: ca._caBundle, service: { name: NAME, namespace: NAMESPACE, path: '/rbac' } },
        failurePolicy: 'Fail',
        sideEffects: 'None',
        timeoutSeconds: 5,
        rules: [{
          apiGroups: ['projectcalico.org'],
          apiVersions: ['v3'],
          operations: ['CREATE', 'UPDATE', 'DELETE'],
          resources: ['networkpolicies', 'globalnetworkpolicies', 'stagednetworkpolicies', 'stagedglobalnetworkpolicies', 'stagedkubernetesnetworkpolicies'],
        }],
      }],
    }),
  ];
}

function deployment(settings: ManifestSettings): k8s.KubeDeploymentProps {
  return {
    metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
    spec: {
      replicas: 1,
      selector: { matchLabels: LABELS },
      // Without it no policy can be written: the next one is there before the last goes.
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: k8s.IntOrString.fromNumber(1), maxUnavailable: k8s.IntOrString.fromNumber(0) },
      },
      template: {
        metadata: { labels: LABELS },
        spec: {
          ...placement(settings, CONTROL_PLANE_TOLERATIONS),
          serviceAccountName: NAME,
          containers: [{
            name: NAME,
            image: settings.images.of('webhooks'),
            imagePullPolicy: 'IfNotPresent',
            args: ['webhook', '--tls-cert-file=/certs/tls.crt', '--tls-private-key-file=/certs/tls.key'],
            ports: [{ containerPort: PORT, protocol: 'TCP' }],
            readinessProbe: { httpGet: { path: '/readyz', port: k8s.IntOrString.fromNumber(PORT), scheme: 'HTTPS' }, periodSeconds: 10, timeoutSeconds: 5 },
            securityContext: {
              runAsUser: 10001,
              runAsGroup: 10001,
              runAsNonRoot: true,
              allowPrivilegeEscalation: false,
              privileged: false,
              seccompProfile: { type: 'RuntimeDefault' },
              capabilities: { drop: ['ALL'] },
            },
            volumeMounts: [{ name: 'certs', mountPath: '/certs', readOnly: true }],
          }],
          volumes: [{ name: 'certs', secret: { secretName: 'calico-webhooks-tls' } }],
        },
      },
    },
  };
}
