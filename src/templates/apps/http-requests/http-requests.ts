import { Construct } from 'constructs';
import { httpRequestsProbes } from './probes';
import { HttpPath } from '../../../values/http-match';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';
import { AppPortsProps } from '../app-template-props';

/**
 * Options of `HttpRequests`.
 */
export interface HttpRequestsProps extends AppPortsProps {
  /** Methods that are let through, such as `GET`. @default - GET and HEAD */
  readonly methods?: string[];

  /** Paths that are let through. @default - all */
  readonly paths?: HttpPath[];

  /** Pods of the app's namespace whose requests are let through, by their labels. @default - everybody's */
  readonly clients?: Selector;
}

/**
 * Lets some HTTP requests through to an app, by method and path.
 *
 * Source: Calico's `network-policy/istio/http-methods`.
 */
export class HttpRequests extends PolicyTemplate {
  private readonly props: HttpRequestsProps;
  private readonly methods: string[];

  /** @throws where `protocol` isn't TCP, or a list is empty */
  constructor(scope: Construct, id: string, props: HttpRequestsProps) {
    super(scope, id, {
      name: 'apps/http-requests',
      summary: 'Allows requests to an app by HTTP method and path, and no others.',
      useWhen: ['Application layer policy is on (Istio with Calico\'s Dikastes, or Calico\'s own), and some clients only read.'],
      avoidWhen: [
        'Application layer policy is off: Felix then lets the whole connection through, whatever is asked on it.',
        'Traffic is encrypted by the app itself: nobody between sees method and path.',
        'Egress is meant: Calico looks at HTTP in ingress rules only.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    const { methods = ['GET', 'HEAD'], paths, clients, protocol = Protocol.TCP } = props;
    if (protocol.toString() !== 'TCP') {
      throw new Error(`${this.node.path}: protocol is ${protocol}; Calico looks at HTTP on TCP only: leave it out`);
    }
    const empty = methods.length === 0 ? 'methods' : 'paths';
    if (methods.length === 0 || paths?.length === 0) {
      throw new Error(`${this.node.path}: ${empty} is empty, which Calico takes for no condition at all; leave it out, or name what is let through`);
    }
    this.props = { ...props, protocol };
    this.methods = methods;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'http-requests'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: [Rule.allow({
        ...matchOf(this.props),
        http: { methods, ...(paths && { paths }) },
        ...(clients && { source: Peer.of(clients.and(PodScope.PODS)) }),
      })],
    });
  }

  public probes(): ProbeSet[] {
    return httpRequestsProbes({ ...this.props, methods: this.methods });
  }
}
