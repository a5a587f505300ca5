import { Chart } from 'cdk8s';
import { Cidr, IpPool, NetworkPlan, VxlanMode } from 'cdk8s-calico';
import { Construct } from 'constructs';

/** The addresses of the cluster: change them to yours. What overlaps is found before anything is written. */
export class Network extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // Put the plan at the app: it is about everything that goes to the cluster.
    new NetworkPlan(scope, 'plan', {
      nodes: [Cidr.parse('10.20.0.0/16')],
      services: [Cidr.parse('10.96.0.0/12')],
      vpc: [Cidr.parse('10.16.0.0/12')],
    });

    new IpPool(this, 'pods', {
      metadata: { name: 'default-ipv4-ippool' },
      cidr: Cidr.parse('192.168.0.0/16'),
      vxlanMode: VxlanMode.ALWAYS,
      natOutgoing: true,
    });
  }
}
