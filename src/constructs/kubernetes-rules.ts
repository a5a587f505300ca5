import { Cidr } from '../values/cidr';
import { Port } from '../values/port';
import { Protocol } from '../values/protocol';
import { LabelSelectorProps } from '../values/selector';
import { withoutUndefined } from '../values/without-undefined';

/**
 * Addresses, without some of them.
 */
export interface KubernetesIpBlock {
  /** The addresses. */
  readonly cidr: Cidr;

  /** Blocks inside `cidr` that are left out. @default - none */
  readonly except?: Cidr[];
}

/**
 * Pods, or addresses.
 */
export interface KubernetesPolicyPeer {
  /** Addresses; excludes the other fields. @default - none */
  readonly ipBlock?: KubernetesIpBlock;

  /** Namespaces of the pods, by labels. @default - the policy's own */
  readonly namespaceSelector?: LabelSelectorProps;

  /** The pods, by labels. @default - all of the namespaces */
  readonly podSelector?: LabelSelectorProps;
}

/**
 * A port, or a range of ports, of one protocol.
 */
export interface KubernetesPolicyPort {
  /** The port, by number, range or name. @default - all ports */
  readonly port?: Port;

  /** TCP, UDP or SCTP. @default Protocol.TCP */
  readonly protocol?: Protocol;
}

/**
 * Allows traffic from any of the peers to any of the ports.
 */
export interface KubernetesIngressRule {
  /** Where the traffic may come from. @default - anywhere */
  readonly from?: KubernetesPolicyPeer[];

  /** Ports that it may go to. @default - all */
  readonly ports?: KubernetesPolicyPort[];
}

/**
 * Allows traffic to any of the peers on any of the ports.
 */
export interface KubernetesEgressRule {
  /** Where the traffic may go to. @default - anywhere */
  readonly to?: KubernetesPolicyPeer[];

  /** Ports that it may go to. @default - all */
  readonly ports?: KubernetesPolicyPort[];
}

export function printIngressRule({ from, ports }: KubernetesIngressRule): object {
  return withoutUndefined({ from: from?.map(printPeer), ports: ports?.map(printPort) });
}

export function printEgressRule({ to, ports }: KubernetesEgressRule): object {
  return withoutUndefined({ to: to?.map(printPeer), ports: ports?.map(printPort) });
}

function printPeer({ ipBlock, namespaceSelector, podSelector }: KubernetesPolicyPeer): object {
  return withoutUndefined({
    ipBlock: ipBlock && withoutUndefined({ cidr: ipBlock.cidr.toString(), except: ipBlock.except?.map(String) }),
    namespaceSelector,
    podSelector,
  });
}

/** Kubernetes writes a range as its first port and `endPort`. */
function printPort({ port, protocol }: KubernetesPolicyPort): object {
  const printed = port?._toManifest();
  const [first, last] = typeof printed === 'string' && printed.includes(':') ? printed.split(':').map(Number) : [printed];
  return withoutUndefined({ port: first, endPort: last, protocol: protocol?._toManifest() });
}
