import { Construct } from 'constructs';
import {
  FlowEnd, Peer, PolicyTemplate, PolicyTemplateProps, PolicyType, Port, ProbeCluster, ProbeSet, Protocol, Rule, Selector,
} from 'cdk8s-calico';

export interface WebServiceProps extends PolicyTemplateProps {
  /** The namespace of the service. */
  readonly namespace: string;
  /** Value of the label `app` of its pods. */
  readonly app: string;
  /** The port that it listens on, over TCP. */
  readonly port: number;
  /** The team that owns it. */
  readonly owner: string;
  /** Apps of the same namespace that may call it. @default - none: only the ingress controllers reach it */
  readonly callers?: string[];
}

/** Lets the ingress controllers and some neighbours reach a web service, and nobody else. */
export class WebService extends PolicyTemplate {
  constructor(scope: Construct, id: string, private readonly props: WebServiceProps) {
    super(scope, id, {
      name: 'acme/web-service',
      summary: 'Lets the ingress controllers and some neighbours reach a web service, and nobody else.',
      useWhen: ['A service speaks HTTP, and is reached through the ingress controllers of the platform.'],
      avoidWhen: ['Other namespaces call it directly: ask the platform team for an exception.'],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    const { namespace, app, port, owner, callers = [] } = props;
    const allow = (source: Peer) => Rule.allow({ protocol: Protocol.TCP, source, destination: Peer.ports(Port.of(port)) });
    const ingressControllers = Peer.of(Selector.label('app').equals('ingress-controller')).inNamespacesNamed('ingress');
    this.addNetworkPolicy('policy', {
      metadata: { name: `web-service-${app}`, namespace, labels: { 'acme.example/owner': owner } },
      selector: Selector.label('app').equals(app),
      types: [PolicyType.INGRESS],
      ingress: [
        allow(ingressControllers),
        ...(callers.length > 0 ? [allow(Peer.of(Selector.label('app').in(...callers)))] : []),
      ],
    });
  }

  public probes(): ProbeSet[] {
    const { namespace, app, port, callers = [] } = this.props;
    const cluster = new ProbeCluster()
      .addNamespace(namespace)
      .addNamespace('ingress')
      .addNamespace('elsewhere')
      .addPod(namespace, 'service', { labels: { app } })
      .addPod(namespace, 'bare')
      .addPod('ingress', 'controller', { labels: { app: 'ingress-controller' } })
      .addPod('ingress', 'bare')
      // It has the right labels, in the wrong namespace.
      .addPod('elsewhere', 'look-alike', { labels: { app: 'ingress-controller' } });
    callers.forEach((caller) => cluster.addPod(namespace, `caller-${caller}`, { labels: { app: caller } }));
    const from = (source: FlowEnd, destinationPort = port) => ({ source, destination: FlowEnd.pod(namespace, 'service'), destinationPort });
    return [{
      name: 'its callers, and pods that look like them',
      cluster,
      mustAllow: [from(FlowEnd.pod('ingress', 'controller')), ...callers.map((caller) => from(FlowEnd.pod(namespace, `caller-${caller}`)))],
      mustDeny: [
        from(FlowEnd.pod('ingress', 'controller'), port + 1),
        from(FlowEnd.pod('ingress', 'bare')),
        from(FlowEnd.pod('elsewhere', 'look-alike')),
        from(FlowEnd.pod(namespace, 'bare')),
        from(FlowEnd.address('203.0.113.10')),
        from(FlowEnd.address('2001:db8::10')),
      ],
    }];
  }
}
