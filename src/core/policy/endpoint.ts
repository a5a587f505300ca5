import { LabelView } from './label-view';
import { Prefix } from '../cidr';
import { Manifest } from '../manifests';

/** A port of an endpoint that rules can name. */
export interface NamedPort {
  readonly name: string;
  readonly protocol: number;
  readonly port: number;
}

/** What endpoints have in common that no policy can tell apart but by address: also what a network set is. */
export interface EndpointClass {
  /** Counts from 0. */
  readonly id: number;
  /** A network set has no policies of its own. */
  readonly kind: 'workload' | 'host' | 'set';
  readonly view: LabelView;
  readonly ports: readonly NamedPort[];
  /** Names of profiles, in the order in which they are asked. */
  readonly profiles: readonly string[];
}

/** Something that policies apply to: a pod, a workload for all of its pods, or a host endpoint. */
export interface Endpoint {
  /** Counts from 0. */
  readonly id: number;
  /** `Pod`, `Deployment` and so on, or `HostEndpoint`. */
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly class: EndpointClass;
  /** Empty: not known. */
  readonly addresses: readonly Prefix[];
  /** Undefined: not known. */
  readonly node: string | undefined;
  readonly manifest: Manifest;
}

/** A NetworkSet or GlobalNetworkSet. */
export interface NetworkSetEntry {
  readonly namespace: string | undefined;
  readonly name: string;
  readonly class: EndpointClass;
  readonly blocks: readonly Prefix[];
}

/** Such as `Pod shop/web-1`. */
export function endpointTitle({ kind, namespace, name }: Endpoint): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
