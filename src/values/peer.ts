import { IConstruct } from 'constructs';
import { Cidr } from './cidr';
import { Port } from './port';
import { selectionOf } from './selection-of';
import { Selector } from './selector';
import { withoutUndefined } from './without-undefined';

const NAME_LABEL = 'projectcalico.org/name';

/**
 * A Kubernetes Service by name.
 */
export interface ServiceReference {
  /** The Service's name. */
  readonly name: string;

  /** Its namespace. @default - the policy's own; a GlobalNetworkPolicy needs one */
  readonly namespace?: string;
}

/**
 * All that Calico can say of one end of the traffic. Every part that is given has to match.
 */
export interface PeerProps {
  /** Pods, host endpoints and network sets by their labels. @default - any */
  readonly selector?: Selector;

  /** Those that don't match. @default - none */
  readonly notSelector?: Selector;

  /**
   * Namespaces by their labels.
   *
   * @default - in a NetworkPolicy the policy's own namespace, as soon as a selector or service account is given; in a
   * GlobalNetworkPolicy everywhere
   */
  readonly namespaceSelector?: Selector;

  /** Addresses. @default - any */
  readonly nets?: Cidr[];

  /** Addresses that don't match. @default - none */
  readonly notNets?: Cidr[];

  /** Ports; the rule needs a `protocol` that has ports. @default - any */
  readonly ports?: Port[];

  /** Ports that don't match. @default - none */
  readonly notPorts?: Port[];

  /** Names of service accounts. @default - any */
  readonly serviceAccountNames?: string[];

  /** Service accounts by their labels. @default - any */
  readonly serviceAccountSelector?: Selector;

  /** Endpoints of a Service: only as source of ingress or destination of egress, and with nothing else. @default - none */
  readonly service?: ServiceReference;
}

/**
 * One end of the traffic: source or destination of a rule. A value: the methods give a changed copy.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#entityrule
 */
export class Peer {
  /** Pods, host endpoints and network sets by their labels; in a NetworkPolicy those of the policy's own namespace. */
  public static of(selector: Selector): Peer {
    return new Peer({ selector });
  }

  /** Whatever the properties say. */
  public static where(props: PeerProps): Peer {
    return new Peer(props);
  }

  /** Any address, on these ports. */
  public static ports(...ports: Port[]): Peer {
    return new Peer({ ports });
  }

  /** Addresses in these blocks, inside or outside the cluster. */
  public static nets(...nets: Cidr[]): Peer {
    return new Peer({ nets });
  }

  /** Everything in the namespaces that the selector matches by their labels. */
  public static namespaces(selector: Selector): Peer {
    return new Peer({ namespaceSelector: selector });
  }

  /** Everything in the namespaces of these names. */
  public static namespacesNamed(...names: string[]): Peer {
    return Peer.namespaces(named(names));
  }

  /** Pods that run as one of these service accounts; in a NetworkPolicy those of the policy's own namespace. */
  public static serviceAccounts(...names: string[]): Peer {
    return new Peer({ serviceAccountNames: names });
  }

  /**
   * The endpoints of a Service: only as source of an ingress rule or destination of an egress rule. Calico takes the ports of the
   * Service, so ports and nets can't be given.
   */
  public static service(name: string, namespace?: string): Peer {
    return new Peer({ service: { name, namespace } });
  }

  /**
   * What a construct stands for: a pod, a workload, a namespace, a service account or an IP block, of any version of cdk8s-plus, or an
   * API object of such a kind. Its labels and names are read at synthesis, so those that are added later count.
   *
   * @throws at synthesis, where the construct is nothing that traffic comes from or goes to (`gate/render-failed`)
   */
  public static ofConstruct(construct: IConstruct): Peer {
    return new Peer({}, construct);
  }

  private constructor(private readonly props: PeerProps, private readonly construct?: IConstruct) {}

  /** The same in the namespaces that the selector matches by their labels. */
  public inNamespaces(selector: Selector): Peer {
    return this.with({ namespaceSelector: selector });
  }

  /** The same in the namespaces of these names. */
  public inNamespacesNamed(...names: string[]): Peer {
    return this.inNamespaces(named(names));
  }

  /** The same, on these ports only. */
  public onPorts(...ports: Port[]): Peer {
    return this.with({ ports: [...this.props.ports ?? [], ...ports] });
  }

  /** The same, on other ports than these. */
  public exceptPorts(...ports: Port[]): Peer {
    return this.with({ notPorts: [...this.props.notPorts ?? [], ...ports] });
  }

  /** The same, without addresses in these blocks. */
  public exceptNets(...nets: Cidr[]): Peer {
    return this.with({ notNets: [...this.props.notNets ?? [], ...nets] });
  }

  /** The same, without what the selector matches. */
  public except(selector: Selector): Peer {
    return this.with({ notSelector: selector });
  }

  /** @internal */
  public _toManifest(): any {
    const { construct } = this;
    const props = construct ? { ...selectionOf(construct).toPeerProps(), ...this.props } : this.props;
    return withoutUndefined({
      selector: props.selector?._toManifest(),
      notSelector: props.notSelector?._toManifest(),
      namespaceSelector: props.namespaceSelector?._toManifest(),
      nets: props.nets?.map(String),
      notNets: props.notNets?.map(String),
      ports: props.ports?.map((port) => port._toManifest()),
      notPorts: props.notPorts?.map((port) => port._toManifest()),
      serviceAccounts: serviceAccountsOf(props),
      services: props.service && withoutUndefined(props.service),
    });
  }

  private with(changes: PeerProps): Peer {
    return new Peer({ ...this.props, ...changes }, this.construct);
  }
}

function named(names: string[]): Selector {
  const label = Selector.label(NAME_LABEL);
  return names.length === 1 ? label.equals(names[0]) : label.in(...names);
}

function serviceAccountsOf({ serviceAccountNames, serviceAccountSelector }: PeerProps): object | undefined {
  return serviceAccountNames === undefined && serviceAccountSelector === undefined
    ? undefined
    : withoutUndefined({ names: serviceAccountNames, selector: serviceAccountSelector?._toManifest() });
}
