import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { IProfile } from './profile';
import { HostPort } from '../values/host-port';
import { IpAddress } from '../values/ip-address';
import { withoutUndefined } from '../values/without-undefined';

/**
 * Properties of a `HostEndpoint`.
 */
export interface HostEndpointProps {
  /** Name and annotations, and the labels that policies select by. @default - a name made from the construct's path, no labels */
  readonly metadata?: ApiObjectMetadata;

  /** The node, by the name that Calico has for it: under Kubernetes that of the Node. */
  readonly node: string;

  /**
   * The interface, by its Linux name of at most 15 characters, or `*` for all traffic of the host, that of its pods included. Give this,
   * `expectedIps` or both.
   *
   * @default - the interface that has one of `expectedIps`
   */
  readonly interfaceName?: string;

  /**
   * Addresses of the interface. They find it where `interfaceName` is missing, and stand for the endpoint where other policies name it as a
   * peer: without them no rule that selects it by labels matches its traffic.
   *
   * @default - none; see `addExpectedIps`
   */
  readonly expectedIps?: IpAddress[];

  /** Names for ports, by which rules can match them. @default - none; see `addPorts` */
  readonly ports?: HostPort[];

  /** Profiles, in order: their rules act after all policies. @default - none; see `addProfiles` */
  readonly profiles?: IProfile[];
}

/**
 * An interface of a host, or all of them, as an endpoint that policies can select by its labels. As soon as it is there, traffic that no policy
 * or profile allows is dropped, but for failsafe ports (see `FelixConfiguration`). Values that Calico refuses are reported as
 * `resource/host-endpoint`.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/hostendpoint
 */
export class HostEndpoint extends CalicoObject {
  /** For `interfaceName`: all traffic of the host, that of its pods included. */
  public static readonly ALL_INTERFACES = '*';

  private readonly expectedIps: IpAddress[];
  private readonly ports: HostPort[];
  private readonly profiles: IProfile[];

  /** @throws where `interfaceName` can't be the name of an interface */
  constructor(scope: Construct, id: string, props: HostEndpointProps) {
    const { interfaceName } = props;
    if (interfaceName !== undefined && !/^(?:\*|[a-zA-Z0-9_.-]{1,15})$/.test(interfaceName)) {
      throw new Error(`${scope.node.path}/${id}: interfaceName ${JSON.stringify(interfaceName)} is no name of an interface: it has 1 to 15 letters, digits, "_", "." and "-", `
        + 'or is "*" for all');
    }
    const expectedIps = [...props.expectedIps ?? []];
    const ports = [...props.ports ?? []];
    const profiles = [...props.profiles ?? []];
    super(scope, id, 'HostEndpoint', props.metadata, () => withoutUndefined({
      node: props.node,
      interfaceName,
      expectedIPs: expectedIps.length > 0 ? expectedIps.map(String) : undefined,
      ports: ports.length > 0 ? ports.map((port) => port._toManifest()) : undefined,
      profiles: profiles.length > 0 ? profiles.map(({ profileName }) => profileName) : undefined,
    }));
    this.expectedIps = expectedIps;
    this.ports = ports;
    this.profiles = profiles;
  }

  /** Adds addresses of the interface. */
  public addExpectedIps(...addresses: IpAddress[]): void {
    this.expectedIps.push(...addresses);
  }

  /** Adds names for ports. */
  public addPorts(...ports: HostPort[]): void {
    this.ports.push(...ports);
  }

  /** Adds profiles, after those that are there. */
  public addProfiles(...profiles: IProfile[]): void {
    this.profiles.push(...profiles);
  }
}
