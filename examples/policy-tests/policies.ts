import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Cidr, IpPool, NetworkPlan, NetworkPolicy, Peer, PolicyType, Port, Protocol, Rule, Selector, VxlanMode } from 'cdk8s-calico';

/** A service of a team, and the apps that may call it. */
export interface ServiceAccess {
  /** The label `app` of its pods. */
  readonly app: string;
  readonly port: number;
  /** The label `app` of pods in the same namespace. */
  readonly callers: string[];
}

export interface TeamPoliciesProps {
  /** The team's namespace. */
  readonly namespace: string;
  readonly services: ServiceAccess[];
}

const DNS = Port.of(53);

/** The policies that every team gets: nothing in or out but DNS, and then what its services need. */
export class TeamPolicies extends Chart {
  constructor(scope: Construct, id: string, props: TeamPoliciesProps) {
    super(scope, id, { namespace: props.namespace, disableResourceNameHashes: true });

    new NetworkPolicy(this, 'deny-the-rest', { types: [PolicyType.INGRESS, PolicyType.EGRESS], order: 2000 });

    const dns = Peer.of(app('kube-dns', 'k8s-app')).inNamespacesNamed('kube-system').onPorts(DNS);
    new NetworkPolicy(this, 'allow-dns', {
      order: 1000,
      egress: [
        Rule.allow({ protocol: Protocol.UDP, destination: dns }),
        Rule.allow({ protocol: Protocol.TCP, destination: dns }),
      ],
    });

    for (const service of props.services) {
      const port = Port.of(service.port);
      const callers = Selector.label('app').in(...service.callers);
      new NetworkPolicy(this, `allow-to-${service.app}`, {
        order: 1000,
        selector: app(service.app),
        ingress: [Rule.allow({ protocol: Protocol.TCP, source: Peer.of(callers), destination: Peer.ports(port) })],
      });
      new NetworkPolicy(this, `allow-callers-of-${service.app}`, {
        order: 1000,
        selector: callers,
        egress: [Rule.allow({ protocol: Protocol.TCP, destination: Peer.of(app(service.app)).onPorts(port) })],
      });
    }
  }
}

export interface ClusterNetworkProps {
  /** The addresses of pods. */
  readonly pods: Cidr;
}

/** The pool of a cluster, and what surrounds it. */
export class ClusterNetwork extends Chart {
  constructor(scope: Construct, id: string, props: ClusterNetworkProps) {
    super(scope, id, { disableResourceNameHashes: true });
    new NetworkPlan(this, 'plan', {
      nodes: [Cidr.parse('10.20.0.0/16')],
      services: [Cidr.parse('10.96.0.0/12')],
      vpc: [Cidr.parse('10.16.0.0/12')],
    });
    new IpPool(this, 'pods', {
      metadata: { name: 'default-ipv4-ippool' },
      cidr: props.pods,
      vxlanMode: VxlanMode.CROSS_SUBNET,
      natOutgoing: true,
    });
  }
}

function app(name: string, label: string = 'app'): Selector {
  return Selector.label(label).equals(name);
}
