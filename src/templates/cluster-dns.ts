import { PodScope } from './pod-scope';
import { Peer } from '../values/peer';
import { Port } from '../values/port';
import { Protocol } from '../values/protocol';
import { Rule } from '../values/rule';
import { Selector } from '../values/selector';

/**
 * The pods that answer the cluster's DNS queries. Every part has the value that kubeadm and most distributions have.
 */
export interface ClusterDns {
  /** Their namespace; OpenShift has `openshift-dns`. @default kube-system */
  readonly namespace?: string;

  /** Their labels; OpenShift has `dns.operator.openshift.io/daemonset-dns == "default"`. @default k8s-app == "kube-dns" */
  readonly pods?: Selector;

  /** The ports that the pods listen at, which may differ from the Service's 53; OpenShift has 5353. @default - 53 */
  readonly ports?: Port[];
}

/** The same with every part. */
export interface KnownClusterDns {
  readonly namespace: string;
  readonly pods: Selector;
  readonly ports: readonly Port[];
}

export function knownClusterDns(dns: ClusterDns = {}): KnownClusterDns {
  return {
    namespace: dns.namespace ?? 'kube-system',
    pods: dns.pods ?? Selector.label('k8s-app').equals('kube-dns'),
    ports: dns.ports ?? [Port.of(53)],
  };
}

/**
 * Rules for queries over UDP and TCP. Always both: answers that are too long for UDP come over TCP. The namespace is
 * named, as any pod elsewhere could have the labels of the DNS servers.
 */
export function dnsRules(dns: ClusterDns = {}): Rule[] {
  const { namespace, pods, ports } = knownClusterDns(dns);
  const destination = Peer.of(pods.and(PodScope.PODS)).inNamespacesNamed(namespace).onPorts(...ports);
  return [Protocol.UDP, Protocol.TCP].map((protocol) => Rule.allow({ protocol, destination }));
}
