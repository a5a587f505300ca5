import { k8s } from 'cdk8s-plus-27';
import { operatorRules, SECRET_RULES } from './operator-role';
import { OPERATOR_NAMESPACE, OperatorSettings } from './operator-settings';
import { OPERATOR_VERSION } from '../calico-version';
import { accountIn, binding, clusterRole } from '../manifest/access';
import { fromPod, SERVICES_ENDPOINT, variable } from '../manifest/environment';
import { hostPath } from '../manifest/node-volumes';

const NAME = 'tigera-operator';
const LABELS = { 'k8s-app': NAME };

/** The operator, and what it needs to start. */
export function operatorObjects(settings: OperatorSettings): unknown[] {
  const openShift = settings.facts.provider === 'OpenShift';
  const pullSecrets = settings.options.images?.pullSecrets?.map((name) => ({ name }));
  return [
    k8s.KubeNamespace.manifest(namespace(openShift)),
    k8s.KubeServiceAccount.manifest({ metadata: { name: NAME, namespace: OPERATOR_NAMESPACE, labels: LABELS }, imagePullSecrets: pullSecrets }),
    clusterRole('tigera-operator-secrets', SECRET_RULES, LABELS),
    clusterRole(NAME, operatorRules(openShift), LABELS),
    binding(NAME, NAME, accountIn(OPERATOR_NAMESPACE, NAME), LABELS),
    k8s.KubeRoleBinding.manifest({
      metadata: { name: 'tigera-operator-secrets', namespace: OPERATOR_NAMESPACE, labels: LABELS },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'tigera-operator-secrets' },
      subjects: [accountIn(OPERATOR_NAMESPACE, NAME)],
    }),
    ...(settings.endpoint ? [k8s.KubeConfigMap.manifest({
      metadata: { name: 'kubernetes-services-endpoint', namespace: OPERATOR_NAMESPACE },
      data: { KUBERNETES_SERVICE_HOST: settings.endpoint.host, KUBERNETES_SERVICE_PORT: String(settings.endpoint.port) },
    })] : []),
    k8s.KubeDeployment.manifest(deployment(settings)),
  ];
}

function namespace(openShift: boolean): k8s.KubeNamespaceProps {
  return openShift
    ? {
      metadata: {
        name: OPERATOR_NAMESPACE,
        labels: { 'name': OPERATOR_NAMESPACE, 'openshift.io/run-level': '0', 'pod-security.kubernetes.io/enforce': 'privileged' },
        annotations: { 'openshift.io/node-selector': '' },
      },
    }
    : { metadata: { name: OPERATOR_NAMESPACE, labels: { 'name': OPERATOR_NAMESPACE, 'pod-security.kubernetes.io/enforce': 'privileged' } } };
}

/** It runs on the network of its node, as it has to work before there is any other. */
function deployment(settings: OperatorSettings): k8s.KubeDeploymentProps {
  const { images, managesCrds, api, facts } = settings;
  const image = images.operator();
  const bootstrap: k8s.Container = { name: 'bootstrap-crds', image, command: ['operator'], args: ['-bootstrap-crds'], env: apiGroup(api.mode), envFrom: SERVICES_ENDPOINT };
  return {
    metadata: { name: NAME, namespace: OPERATOR_NAMESPACE, labels: LABELS },
    spec: {
      replicas: 1,
      selector: { matchLabels: { name: NAME } },
      template: {
        metadata: { labels: { name: NAME, ...LABELS } },
        spec: {
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          tolerations: [{ effect: 'NoExecute', operator: 'Exists' }, { effect: 'NoSchedule', operator: 'Exists' }],
          serviceAccountName: NAME,
          terminationGracePeriodSeconds: 60,
          hostNetwork: true,
          dnsPolicy: 'ClusterFirstWithHostNet',
          // OpenShift's installer applies everything over and over: there the kinds are made before the operator starts.
          initContainers: managesCrds && facts.provider === 'OpenShift' ? [bootstrap] : undefined,
          containers: [{
            name: NAME,
            image,
            imagePullPolicy: 'IfNotPresent',
            command: ['operator'],
            args: [`-manage-crds=${managesCrds}`],
            volumeMounts: [{ name: 'var-lib-calico', mountPath: '/var/lib/calico', readOnly: true }],
            env: [
              variable('WATCH_NAMESPACE', ''),
              fromPod('POD_NAME', 'metadata.name'),
              variable('OPERATOR_NAME', NAME),
              variable('TIGERA_OPERATOR_INIT_IMAGE_VERSION', OPERATOR_VERSION),
              ...apiGroup(api.mode),
            ],
            envFrom: SERVICES_ENDPOINT,
          }],
          volumes: [hostPath('var-lib-calico', '/var/lib/calico')],
        },
      },
    },
  };
}

/** Without it the operator takes the group whose kinds it finds, and on a bare cluster the older one (pkg/apis/version.go). */
function apiGroup(mode: string): k8s.EnvVar[] {
  return mode === 'native' ? [variable('CALICO_API_GROUP', 'projectcalico.org/v3')] : [];
}
