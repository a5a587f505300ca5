import { App, Chart, Testing } from 'cdk8s';
import { DebugPod } from '../../src/constructs/debug-pod';

function specOf(props: ConstructorParameters<typeof DebugPod>[2]): any {
  const chart = new Chart(new App(), 'chart');
  new DebugPod(chart, 'debug', props);
  return Testing.synth(chart)[0];
}

it('is a pod with network tools that never becomes ready and ends by itself', () => {
  expect(specOf({ metadata: { name: 'debug', namespace: 'app', labels: { app: 'frontend' } } })).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'debug', namespace: 'app', labels: { app: 'frontend' } },
    spec: {
      restartPolicy: 'Never',
      activeDeadlineSeconds: 3600,
      terminationGracePeriodSeconds: 0,
      readinessGates: [{ conditionType: 'cdk8s-calico/never-ready' }],
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, runAsUser: 65534, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: 'netshoot',
        image: 'nicolaka/netshoot',
        command: ['sleep', 'infinity'],
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      }],
    },
  });
});

it('runs a test on a node, as a service account', () => {
  const command = ['nc', '-zv', '192.168.1.2', '80'];
  const { spec } = specOf({ nodeName: 'node-a', serviceAccountName: 'frontend', command, image: 'tools', endsAfterSeconds: 60 });
  const { nodeName, tolerations, serviceAccountName, activeDeadlineSeconds, containers: [container] } = spec;
  expect([nodeName, tolerations, serviceAccountName, activeDeadlineSeconds, container.image, container.command]).toEqual([
    'node-a', [{ operator: 'Exists' }], 'frontend', 60, 'tools', command,
  ]);
});
