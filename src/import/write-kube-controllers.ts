import { Fields, listOf, memberOf, plain, struct, text } from './snippet';
import { selector } from './write-selector';
import { cidrs, duration, port, toggle } from './write-values';
import { LoadBalancerAssignment } from '../values/load-balancer-assignment';
import { KubeControllersLogSeverity } from '../values/log-severity';

const reconciling = struct({ reconcilerPeriod: ['reconcilerPeriod', duration] });

const template = struct({
  generateName: ['generateName', text],
  interfaceCIDRs: ['interfaceCidrs', cidrs],
  interfacePattern: ['interfacePattern', text],
  labels: ['labels', plain],
  nodeSelector: ['nodeSelector', selector],
}, ['generateName']);

const node = struct({
  hostEndpoint: ['hostEndpoint', struct({
    autoCreate: ['autoCreate', toggle],
    createDefaultHostEndpoint: ['createDefaultHostEndpoint', toggle],
    templates: ['templates', listOf(template)],
  })],
  leakGracePeriod: ['leakGracePeriod', duration],
  reconcilerPeriod: ['reconcilerPeriod', duration],
  syncLabels: ['syncLabels', toggle],
});

export const KUBE_CONTROLLERS: Fields = {
  controllers: ['controllers', struct({
    loadBalancer: ['loadBalancer', struct({ assignIPs: ['assignIps', memberOf('LoadBalancerAssignment', LoadBalancerAssignment)] })],
    namespace: ['namespace', reconciling],
    node: ['node', node],
    policy: ['policy', reconciling],
    policyMigration: ['policyMigration', struct({ enabled: ['enabled', toggle] })],
    serviceAccount: ['serviceAccount', reconciling],
    workloadEndpoint: ['workloadEndpoint', reconciling],
  })],
  debugProfilePort: ['debugProfilePort', port],
  etcdV3CompactionPeriod: ['etcdV3CompactionPeriod', duration],
  healthChecks: ['healthChecks', toggle],
  logSeverityScreen: ['logSeverityScreen', memberOf('KubeControllersLogSeverity', KubeControllersLogSeverity)],
  prometheusMetricsPort: ['prometheusMetricsPort', port],
};
