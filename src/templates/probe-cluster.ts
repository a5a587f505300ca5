/**
 * How a pod of a probe is.
 */
export interface ProbePod {
  /** Its labels. @default - none */
  readonly labels?: { readonly [key: string]: string };

  /** Its addresses, at most one of each version. @default - not known: policies that name addresses are then open */
  readonly ips?: string[];

  /** Its service account. @default default */
  readonly serviceAccount?: string;

  /** Its named TCP ports. @default - none */
  readonly ports?: { readonly [name: string]: number };

  /** Whether it is on the network of its node: then no policy of pods applies to it. @default false */
  readonly hostNetwork?: boolean;

  /** Its node. @default - not known */
  readonly node?: string;
}

/**
 * A small cluster to try policies on: what probes run against.
 */
export class ProbeCluster {
  private readonly objects: object[] = [];

  /** Adds a namespace. Calico gives it the label `projectcalico.org/name`, Kubernetes `kubernetes.io/metadata.name`. */
  public addNamespace(name: string, labels: { [key: string]: string } = {}): ProbeCluster {
    return this.add({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'kubernetes.io/metadata.name': name, ...labels } } });
  }

  /** Adds a service account. */
  public addServiceAccount(namespace: string, name: string, labels: { [key: string]: string } = {}): ProbeCluster {
    return this.add({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace, labels } });
  }

  /** Adds a pod. */
  public addPod(namespace: string, name: string, pod: ProbePod = {}): ProbeCluster {
    const { labels = {}, ips = [], serviceAccount = 'default', ports = {}, hostNetwork = false, node } = pod;
    return this.add({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels },
      spec: {
        serviceAccountName: serviceAccount,
        hostNetwork,
        ...(node !== undefined && { nodeName: node }),
        containers: [{ name: 'main', image: 'none', ports: Object.entries(ports).map(([portName, containerPort]) => ({ name: portName, containerPort })) }],
      },
      status: { podIPs: ips.map((ip) => ({ ip })) },
    });
  }

  /** Adds any other object: a Service with its EndpointSlice, a Node, a HostEndpoint, a network set, another policy. */
  public addObject(object: any): ProbeCluster {
    return this.add(object);
  }

  /** All objects. */
  public toManifests(): any[] {
    return [...this.objects];
  }

  private add(object: object): ProbeCluster {
    this.objects.push(object);
    return this;
  }
}
