import { ApiObjectMetadata, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { configurationMetadata } from './configuration-metadata';
import { HostEndpointTemplate, KubeControllers, printControllers } from './kube-controllers';
import { goDuration } from '../values/go-duration';
import { KubeControllersLogSeverity } from '../values/log-severity';
import { Port } from '../values/port';
import { portNumber } from '../values/port-number';
import { Toggle } from '../values/toggle';
import { withoutUndefined } from '../values/without-undefined';

/**
 * Properties of a `KubeControllersConfiguration`.
 */
export interface KubeControllersConfigurationProps {
  /** Name, labels and annotations; Calico reads the one named `default` only. @default - named `default` */
  readonly metadata?: ApiObjectMetadata;

  /** The controllers to run. One that is missing doesn't run. On Kubernetes `node`, `loadBalancer` and `policyMigration` have work to do. */
  readonly controllers: KubeControllers;

  /** Port that serves memory and CPU profiles. @default - none is served */
  readonly debugProfilePort?: Port;

  /** Time between compactions of etcd; 0 for none. Only with the etcd datastore. @default - Calico's: 10m */
  readonly etcdV3CompactionPeriod?: Duration;

  /** Whether the process reports its health. @default - Calico's: Toggle.ENABLED */
  readonly healthChecks?: Toggle;

  /** Least severity that is logged. @default - Calico's: KubeControllersLogSeverity.INFO */
  readonly logSeverityScreen?: KubeControllersLogSeverity;

  /** TCP port for Prometheus metrics, `Port.NONE` for none. @default - Calico's: 9094 */
  readonly prometheusMetricsPort?: Port;
}

/**
 * Settings of calico-kube-controllers. Values that Calico refuses are reported as `resource/kube-controllers`.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/kubecontrollersconfig
 */
export class KubeControllersConfiguration extends CalicoObject {
  private readonly templates: HostEndpointTemplate[];

  /** @throws where a template says nothing of interfaces, two have one name, or a duration or port can't be what the setting takes */
  constructor(scope: Construct, id: string, props: KubeControllersConfigurationProps) {
    const path = `${scope.node.path}/${id}`;
    const templates: HostEndpointTemplate[] = [];
    addTemplates(path, templates, props.controllers.node?.hostEndpoint?.templates ?? []);
    printSpec(props, templates, path);
    super(scope, id, 'KubeControllersConfiguration', configurationMetadata(props.metadata), () => printSpec(props, templates, path));
    this.templates = templates;
  }

  /**
   * Adds host endpoints to make for each node, after those that are there. The node controller makes them where its `hostEndpoint.autoCreate` is
   * enabled.
   *
   * @throws where a template says nothing of interfaces, or has the name of another
   */
  public addHostEndpointTemplates(...templates: HostEndpointTemplate[]): void {
    addTemplates(this.node.path, this.templates, templates);
  }
}

function printSpec(props: KubeControllersConfigurationProps, templates: HostEndpointTemplate[], path: string): object {
  const { controllers } = props;
  const node = templates.length > 0 ? { ...controllers.node, hostEndpoint: { ...controllers.node?.hostEndpoint, templates } } : controllers.node;
  return withoutUndefined({
    controllers: printControllers({ ...controllers, node }, path),
    debugProfilePort: props.debugProfilePort && portNumber(props.debugProfilePort, `${path}: debugProfilePort`),
    etcdV3CompactionPeriod: props.etcdV3CompactionPeriod && goDuration(props.etcdV3CompactionPeriod, `${path}: etcdV3CompactionPeriod`),
    healthChecks: props.healthChecks,
    logSeverityScreen: props.logSeverityScreen,
    prometheusMetricsPort: props.prometheusMetricsPort && portNumber(props.prometheusMetricsPort, `${path}: prometheusMetricsPort`, true),
  });
}

/** What lib/clientv3/kubecontrollersconfig.go refuses (`validateAndFillDefaults`). */
function addTemplates(path: string, known: HostEndpointTemplate[], added: readonly HostEndpointTemplate[]): void {
  for (const template of added) {
    const { generateName, interfaceCidrs, interfacePattern } = template;
    if ((interfaceCidrs ?? []).length === 0 && !interfacePattern) {
      throw new Error(`${path}: the template ${JSON.stringify(generateName)} has neither interfaceCidrs nor interfacePattern; say which interfaces get an endpoint`);
    }
    if (known.some((other) => other.generateName === generateName)) {
      throw new Error(`${path}: two templates have the generateName ${JSON.stringify(generateName)}; their endpoints would have one name, so give each its own`);
    }
    known.push(template);
  }
}
