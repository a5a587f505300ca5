import { Duration } from 'cdk8s';
import { Cidr } from '../values/cidr';
import { goDuration } from '../values/go-duration';
import { LoadBalancerAssignment } from '../values/load-balancer-assignment';
import { Selector } from '../values/selector';
import { Toggle } from '../values/toggle';
import { withoutUndefined } from '../values/without-undefined';

/**
 * Host endpoints to make for each node.
 */
export interface HostEndpointTemplate {
  /** Text that ends the names of the endpoints, at most 253 characters; each template has its own. */
  readonly generateName: string;

  /** Addresses of the node inside these blocks become the endpoint's expected ones. Give this, `interfacePattern` or both. @default - none */
  readonly interfaceCidrs?: Cidr[];

  /** Regular expression (RE2) over interfaces; each that matches gets an endpoint. Give this, `interfaceCidrs` or both. @default - none */
  readonly interfacePattern?: string;

  /** Labels of the endpoints; they win over those of the node. @default - none */
  readonly labels?: { readonly [key: string]: string };

  /** Nodes that get the endpoints, by their labels. @default - every node */
  readonly nodeSelector?: Selector;
}

/**
 * Host endpoints that are made for nodes.
 */
export interface AutoHostEndpoints {
  /** Whether host endpoints are made at all. @default - Calico's: Toggle.DISABLED */
  readonly autoCreate?: Toggle;

  /** Whether each node gets one for all its interfaces. @default - Calico's: Toggle.ENABLED */
  readonly createDefaultHostEndpoint?: Toggle;

  /** Further host endpoints for each node. @default - none; see `addHostEndpointTemplates` */
  readonly templates?: HostEndpointTemplate[];
}

/**
 * The controller that removes what gone nodes left, and makes host endpoints where asked to.
 */
export interface NodeController {
  /** Host endpoints that are made for nodes. @default - none */
  readonly hostEndpoint?: AutoHostEndpoints;

  /** Time after which an address without an owner is released; 0 for never. @default - Calico's: 15m */
  readonly leakGracePeriod?: Duration;

  /** Time between comparisons of Kubernetes with the datastore. @default - Calico's: 5m */
  readonly reconcilerPeriod?: Duration;

  /** Whether labels of Kubernetes nodes are copied to Calico's. Only with the etcd datastore. @default - Calico's: Toggle.ENABLED */
  readonly syncLabels?: Toggle;
}

/**
 * A controller that copies from Kubernetes into the datastore. Only with the etcd datastore.
 */
export interface ReconcilingController {
  /** Time between comparisons of Kubernetes with the datastore. @default - Calico's: 5m */
  readonly reconcilerPeriod?: Duration;
}

/**
 * The controller that gives addresses of pools to Services of type LoadBalancer.
 */
export interface LoadBalancerController {
  /** Which Services get an address. @default - Calico's: LoadBalancerAssignment.ALL_SERVICES */
  readonly assignIps?: LoadBalancerAssignment;
}

/**
 * The controller that gives policies of older versions the names that they have now.
 */
export interface PolicyMigrationController {
  /** Whether it runs. @default - Calico's: Toggle.ENABLED */
  readonly enabled?: Toggle;
}

/**
 * The controllers to run. One that is missing doesn't run; one that is given, be it as `{}`, does.
 */
export interface KubeControllers {
  /** Gives addresses of pools to Services of type LoadBalancer. @default - it doesn't run */
  readonly loadBalancer?: LoadBalancerController;

  /** Makes a profile of each namespace. @default - it doesn't run */
  readonly namespace?: ReconcilingController;

  /** Removes what gone nodes left, and makes host endpoints. @default - it doesn't run */
  readonly node?: NodeController;

  /** Copies Kubernetes network policies to Calico's datastore. @default - it doesn't run */
  readonly policy?: ReconcilingController;

  /** Gives policies of older versions the names that they have now. @default - it doesn't run */
  readonly policyMigration?: PolicyMigrationController;

  /** Makes a profile of each service account. @default - it doesn't run */
  readonly serviceAccount?: ReconcilingController;

  /** Copies the labels of pods to workload endpoints. @default - it doesn't run */
  readonly workloadEndpoint?: ReconcilingController;
}

/** @throws where a duration can't be what the field takes */
export function printControllers(controllers: KubeControllers, path: string): object {
  const { loadBalancer, namespace, node, policy, policyMigration, serviceAccount, workloadEndpoint } = controllers;
  return withoutUndefined({
    loadBalancer: loadBalancer && withoutUndefined({ assignIPs: loadBalancer.assignIps }),
    namespace: namespace && printReconciling(namespace, `${path}: namespace`),
    node: node && withoutUndefined({
      hostEndpoint: node.hostEndpoint && printHostEndpoints(node.hostEndpoint),
      leakGracePeriod: node.leakGracePeriod && goDuration(node.leakGracePeriod, `${path}: node.leakGracePeriod`),
      ...printReconciling(node, `${path}: node`),
      syncLabels: node.syncLabels,
    }),
    policy: policy && printReconciling(policy, `${path}: policy`),
    policyMigration: policyMigration && withoutUndefined({ enabled: policyMigration.enabled }),
    serviceAccount: serviceAccount && printReconciling(serviceAccount, `${path}: serviceAccount`),
    workloadEndpoint: workloadEndpoint && printReconciling(workloadEndpoint, `${path}: workloadEndpoint`),
  });
}

function printReconciling({ reconcilerPeriod }: ReconcilingController, place: string): object {
  return withoutUndefined({ reconcilerPeriod: reconcilerPeriod && goDuration(reconcilerPeriod, `${place}.reconcilerPeriod`) });
}

function printHostEndpoints({ autoCreate, createDefaultHostEndpoint, templates }: AutoHostEndpoints): object {
  return withoutUndefined({
    autoCreate,
    createDefaultHostEndpoint,
    templates: templates && templates.length > 0 ? templates.map(printTemplate) : undefined,
  });
}

function printTemplate({ generateName, interfaceCidrs, interfacePattern, labels, nodeSelector }: HostEndpointTemplate): object {
  return withoutUndefined({
    generateName,
    interfaceCIDRs: interfaceCidrs?.map(String),
    interfacePattern,
    labels,
    nodeSelector: nodeSelector?._toManifest(),
  });
}
