import { Chart } from 'cdk8s';
import { NetworkPolicy, Peer, PolicyBaseline, Port, Protocol, Rule, Selector } from 'cdk8s-calico';
import { Construct } from 'constructs';

/** What the pods of the namespace `shop` may do: nothing but what stands here. */
export class ShopPolicies extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });

    // Closed but for DNS and the Kubernetes API; a label puts a pod into quarantine.
    new PolicyBaseline(this, 'baseline', { name: 'shop', namespaces: ['shop'], trustWithinNamespace: false });

    new NetworkPolicy(this, 'frontend-to-api', {
      metadata: { name: 'frontend-to-api', namespace: 'shop' },
      selector: Selector.label('app').equals('api'),
      ingress: [
        Rule.allow({
          protocol: Protocol.TCP,
          source: Peer.of(Selector.label('app').equals('frontend')),
          destination: Peer.ports(Port.of(8080)),
        }),
      ],
    });
    new NetworkPolicy(this, 'frontend-egress', {
      metadata: { name: 'frontend-egress', namespace: 'shop' },
      selector: Selector.label('app').equals('frontend'),
      egress: [
        Rule.allow({
          protocol: Protocol.TCP,
          destination: Peer.of(Selector.label('app').equals('api')).onPorts(Port.of(8080)),
        }),
      ],
    });
  }
}
