// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The settings.
 */
export interface KubeControllersConfigurationSpec {
  /**
   * The controllers to run. One that is missing doesn't run.
   */
  readonly controllers: ControllersSpec;
  /**
   * Port that serves memory and CPU profiles.
   *
   * @default - none is served
   */
  readonly debugProfilePort?: number;
  /**
   * Time between compactions of etcd, such as `10m`; `0s` for none. Only with the etcd datastore.
   *
   * @default - 10m
   */
  readonly etcdV3CompactionPeriod?: string;
  /**
   * Whether the process reports its health, `Enabled` or `Disabled`.
   *
   * @default "Enabled"
   */
  readonly healthChecks?: string;
  /**
   * Least severity that is logged to standard output, `None`, `Debug`, `Info`, `Warning`, `Error`, `Fatal` or `Panic`.
   *
   * @default "Info"
   */
  readonly logSeverityScreen?: string;
  /**
   * TCP port for Prometheus metrics, 0 for none.
   *
   * @default 9094
   */
  readonly prometheusMetricsPort?: number;
}

/**
 * The controllers to run. One that is missing doesn't run.
 */
export interface ControllersSpec {
  /**
   * Gives addresses of pools to Services of type LoadBalancer.
   *
   * @default - it doesn't run
   */
  readonly loadBalancer?: LoadBalancerControllerSpec;
  /**
   * Makes a profile of each namespace. Only with the etcd datastore.
   *
   * @default - it doesn't run
   */
  readonly namespace?: ReconcilingControllerSpec;
  /**
   * Removes what gone nodes left, and makes host endpoints where asked to.
   *
   * @default - it doesn't run
   */
  readonly node?: NodeControllerSpec;
  /**
   * Copies Kubernetes network policies to Calico's datastore. Only with the etcd datastore.
   *
   * @default - it doesn't run
   */
  readonly policy?: ReconcilingControllerSpec;
  /**
   * Gives policies of older versions the names that they have now.
   *
   * @default - it doesn't run
   */
  readonly policyMigration?: PolicyMigrationControllerSpec;
  /**
   * Makes a profile of each service account. Only with the etcd datastore.
   *
   * @default - it doesn't run
   */
  readonly serviceAccount?: ReconcilingControllerSpec;
  /**
   * Copies the labels of pods to workload endpoints. Only with the etcd datastore.
   *
   * @default - it doesn't run
   */
  readonly workloadEndpoint?: ReconcilingControllerSpec;
}

/**
 * Gives policies of older versions the names that they have now.
 */
export interface PolicyMigrationControllerSpec {
  /**
   * Whether it runs, `Enabled` or `Disabled`.
   *
   * @default "Enabled"
   */
  readonly enabled?: string;
}

/**
 * Removes what gone nodes left, and makes host endpoints where asked to.
 */
export interface NodeControllerSpec {
  /**
   * Host endpoints that are made for nodes.
   *
   * @default - none are made
   */
  readonly hostEndpoint?: AutoHostEndpointSpec;
  /**
   * Time after which an address without an owner is released, such as `15m`; `0s` for never.
   *
   * @default - 15m
   */
  readonly leakGracePeriod?: string;
  /**
   * Time between comparisons of Kubernetes with the datastore, such as `5m`.
   *
   * @default - 5m
   */
  readonly reconcilerPeriod?: string;
  /**
   * Whether labels of Kubernetes nodes are copied to Calico's, `Enabled` or `Disabled`. Only with the etcd datastore.
   *
   * @default "Enabled"
   */
  readonly syncLabels?: string;
}

/**
 * Host endpoints that are made for nodes.
 */
export interface AutoHostEndpointSpec {
  /**
   * Whether host endpoints are made at all, `Enabled` or `Disabled`.
   *
   * @default "Disabled"
   */
  readonly autoCreate?: string;
  /**
   * Whether each node gets one for all its interfaces, `Enabled` or `Disabled`.
   *
   * @default "Enabled"
   */
  readonly createDefaultHostEndpoint?: string;
  /**
   * Further host endpoints to make for each node.
   *
   * @default - none
   */
  readonly templates?: AutoHostEndpointTemplateSpec[];
}

/**
 * Host endpoints to make on nodes. Needs `interfaceCIDRs` or `interfacePattern`.
 */
export interface AutoHostEndpointTemplateSpec {
  /**
   * Text that ends the names of the endpoints; each template has its own.
   *
   * @default - none
   */
  readonly generateName?: string;
  /**
   * CIDRs; addresses of the node inside them become the endpoint's expected addresses.
   *
   * @default - none
   */
  readonly interfaceCIDRs?: string[];
  /**
   * Regular expression over names of interfaces; each one that matches gets an endpoint.
   *
   * @default - none
   */
  readonly interfacePattern?: string;
  /**
   * Labels for the endpoints. They win over labels of the node.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };
  /**
   * Selector over the labels of nodes.
   *
   * @default - every node
   */
  readonly nodeSelector?: string;
}

/**
 * Settings of a controller that copies from Kubernetes into the datastore.
 */
export interface ReconcilingControllerSpec {
  /**
   * Time between comparisons of Kubernetes with the datastore, such as `5m`.
   *
   * @default - 5m
   */
  readonly reconcilerPeriod?: string;
}

/**
 * Gives addresses of pools to Services of type LoadBalancer.
 */
export interface LoadBalancerControllerSpec {
  /**
   * Which Services get an address: `AllServices`, or `RequestedServicesOnly` (those with one of Calico's annotations).
   *
   * @default "AllServices"
   */
  readonly assignIPs?: string;
}

/**
 * Properties of `KubeControllersConfigurationResource`.
 */
export interface KubeControllersConfigurationResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The settings.
   */
  readonly spec: KubeControllersConfigurationSpec;
}

/**
 * Settings of calico-kube-controllers. Only the one named `default` is read.
 *
 * The manifest's fields as they are, without checks; `KubeControllersConfiguration` is more comfortable where it exists.
 */
export class KubeControllersConfigurationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'KubeControllersConfiguration' };

  constructor(scope: Construct, id: string, props: KubeControllersConfigurationResourceProps) {
    super(scope, id, { ...KubeControllersConfigurationResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
