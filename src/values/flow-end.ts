import { EndQuery } from '../core/policy';

/**
 * One end of a flow: a pod, the pods of a workload, a host endpoint, or an address.
 */
export class FlowEnd {
  /** A pod of the model, by its name. */
  public static pod(namespace: string, name: string): FlowEnd {
    return new FlowEnd({ by: 'pod', namespace, name });
  }

  /**
   * The pods of a workload of the model (Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob), as its template says. Their addresses
   * aren't known.
   */
  public static workload(namespace: string, name: string): FlowEnd {
    return new FlowEnd({ by: 'workload', namespace, name });
  }

  /** A HostEndpoint of the model, by its name. */
  public static hostEndpoint(name: string): FlowEnd {
    return new FlowEnd({ by: 'host-endpoint', name });
  }

  /** An IPv4 or IPv6 address. If a pod or host endpoint of the model has it, that is what is meant; otherwise something outside. */
  public static address(ip: string): FlowEnd {
    return new FlowEnd({ by: 'address', address: ip });
  }

  private constructor(private readonly query: EndQuery) {}

  /** The end as people name it, such as `shop/web-1` or `203.0.113.10`. */
  public toString(): string {
    const { query } = this;
    if (query.by === 'address') {
      return query.address;
    }
    return query.by === 'host-endpoint' ? query.name : `${query.namespace}/${query.name}`;
  }

  /** @internal */
  public _toQuery(): any {
    return this.query;
  }
}
