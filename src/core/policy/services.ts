import { addressKey, addressOfKey } from './address-key';
import { End } from './end';
import { Endpoint } from './endpoint';
import { numberAt, objectAt, objectsAt, textAt, textEntries, textsAt } from './json-fields';
import { ASSUMED_NO, Match, NO, YES } from './match';
import { protocolNumber, SCTP, TCP, UDP } from './protocols';
import { RuleService } from './rule';
import { addToList } from '../add-to-list';
import { Prefix, readAddress } from '../cidr';
import { JsonObject, Manifest } from '../manifests';

export interface ServicePort {
  readonly protocol: number;
  readonly port: number;
}

/** Where a Service leads. */
interface Backends {
  readonly byAddress: Map<number | string, ServicePort[]>;
  /** Pods without a known address, by their ids. */
  readonly byEndpoint: Map<number, ServicePort[]>;
}

/** The Kubernetes API. */
const API_SERVERS = 'default/kubernetes';
const NAME_LABEL = 'kubernetes.io/service-name';

/**
 * The backends of Services, as far as rules ask for them. Calico takes them from EndpointSlices alone, whether ready or not
 * (felix/serviceindex/serviceindex.go). Where the manifests hold no slice of a Service, they are derived as Kubernetes would: from the Service's
 * selector and the pods. Growth: each Service that a rule names looks at the pods of its namespace once.
 */
export class Services {
  private readonly slices = new Map<string, Manifest[]>();
  private readonly services = new Map<string, Manifest>();
  private readonly backends = new Map<string, Backends | undefined>();
  private readonly podsByNamespace = new Map<string, Endpoint[]>();

  constructor(services: readonly Manifest[], slices: readonly Manifest[], endpoints: readonly Endpoint[]) {
    for (const service of services) {
      this.services.set(`${service.namespace ?? 'default'}/${service.name}`, service);
    }
    for (const slice of slices) {
      const owner = textAt(objectAt(objectAt(slice.object, 'metadata'), 'labels'), NAME_LABEL) ?? '';
      const key = `${slice.namespace ?? 'default'}/${owner}`;
      this.slices.set(key, [...this.slices.get(key) ?? [], slice]);
    }
    for (const endpoint of endpoints) {
      if (endpoint.namespace !== undefined) {
        addToList(this.podsByNamespace, endpoint.namespace, endpoint);
      }
    }
  }

  /** Whether nothing is known of where a Service leads. A key without namespace names no Service. */
  public isUnknown(key: string): boolean {
    return !key.startsWith('/') && this.backendsOf(key) === undefined;
  }

  /**
   * Whether a pod may be behind a Service that nothing is known of. API servers write the slices of their own Service, with the addresses that they
   * advertise (pkg/controlplane/reconcilers of Kubernetes): they are on the network of their hosts, and no endpoints of Calico.
   */
  public mayLeadToPods(key: string): boolean {
    return key !== API_SERVERS || this.selectorOf(key) !== undefined;
  }

  /** Whether an end is a backend, with this protocol and port where the rule counts them. Undefined port: not known. */
  public match({ key, withPorts }: RuleService, end: End, protocol: number, port: number | undefined): Match {
    const backends = this.backendsOf(key);
    const isOpen = end.endpoint?.class.kind !== 'workload' || this.mayLeadToPods(key);
    if (!backends) {
      return isOpen && this.isUnknown(key) ? ASSUMED_NO : NO;
    }
    const found = (end.block.isHost ? backends.byAddress.get(addressKey(end.block)) : undefined)
      ?? (end.endpoint && backends.byEndpoint.get(end.endpoint.id));
    if (!found) {
      // A pod whose address isn't known may be one of the addresses of a slice.
      return isOpen && !end.block.isHost && backends.byAddress.size > 0 ? ASSUMED_NO : NO;
    }
    const open = found.filter((one) => one.protocol === protocol);
    if (!withPorts || open.some((one) => one.port === port)) {
      return YES;
    }
    return port === undefined && open.length > 0 ? ASSUMED_NO : NO;
  }

  /** The labels that make a pod a backend of a Service, and the namespace that it has to be in; undefined where nothing known does. */
  public selectorOf(key: string): { readonly namespace: string; readonly labels: readonly (readonly [string, string])[] } | undefined {
    const service = this.services.get(key);
    const labels = service ? textEntries(service.spec, 'selector') : [];
    return labels.length === 0 ? undefined : { namespace: service!.namespace ?? 'default', labels };
  }

  /** The ports that any backend of a Service has. */
  public portsOf(key: string): readonly ServicePort[] {
    const backends = this.backendsOf(key);
    return backends ? [...backends.byAddress.values(), ...backends.byEndpoint.values()].flat() : [];
  }

  /** The ports that the backend of a Service at an address has. */
  public portsAt(key: string, address: Prefix): readonly ServicePort[] {
    return this.backendsOf(key)?.byAddress.get(addressKey(address)) ?? [];
  }

  /** The addresses of the backends of a Service, as far as they are known. */
  public addressesOf(key: string): Prefix[] {
    return [...this.backendsOf(key)?.byAddress.keys() ?? []].map(addressOfKey);
  }

  private backendsOf(key: string): Backends | undefined {
    if (!this.backends.has(key)) {
      const slices = this.slices.get(key);
      const service = this.services.get(key);
      this.backends.set(key, slices ? fromSlices(slices) : service && this.derived(service));
    }
    return this.backends.get(key);
  }

  /** What Kubernetes' controller would write into the slices of a Service; undefined where somebody else writes them. */
  private derived(service: Manifest): Backends | undefined {
    const selector = textEntries(service.spec, 'selector');
    if (selector.length === 0) {
      return undefined;
    }
    const backends: Backends = { byAddress: new Map(), byEndpoint: new Map() };
    for (const pod of this.podsByNamespace.get(service.namespace ?? 'default') ?? []) {
      if (selector.every(([key, value]) => pod.class.view.labels[key] === value)) {
        const ports = objectsAt(service.spec, 'ports').flatMap((port) => targetPorts(port, pod));
        if (pod.addresses.length === 0) {
          backends.byEndpoint.set(pod.id, ports);
        }
        for (const address of pod.addresses) {
          add(backends.byAddress, addressKey(address), ports);
        }
      }
    }
    return backends;
  }
}

/** Where a port of a Service leads at a pod behind it: nowhere if the pod has no port of the name. */
export function targetPorts(port: JsonObject, pod: Endpoint): ServicePort[] {
  const protocol = protocolNumber(port.protocol ?? 'TCP') ?? TCP;
  const target = port.targetPort ?? port.port;
  if (typeof target === 'string') {
    return pod.class.ports.filter((named) => named.name === target && named.protocol === protocol);
  }
  return typeof target === 'number' ? [{ protocol, port: target }] : [];
}

function fromSlices(slices: readonly Manifest[]): Backends {
  const byAddress: Backends['byAddress'] = new Map();
  for (const { object } of slices) {
    const ports = objectsAt(object, 'ports').flatMap((port) => {
      const number = numberAt(port, 'port');
      const protocol = protocolNumber(port.protocol ?? 'TCP');
      return number === undefined ? [] : [{ protocol: protocol === UDP || protocol === SCTP ? protocol : TCP, port: number }];
    });
    for (const endpoint of objectsAt(object, 'endpoints')) {
      for (const text of textsAt(endpoint, 'addresses')) {
        const address = readAddress(text);
        if (address) {
          add(byAddress, addressKey(address), ports);
        }
      }
    }
  }
  return { byAddress, byEndpoint: new Map() };
}

function add(ports: Map<number | string, ServicePort[]>, key: number | string, added: readonly ServicePort[]): void {
  ports.set(key, [...ports.get(key) ?? [], ...added]);
}

