import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Cidr } from './cidr';
import { Selector } from './selector';
import { ExpectedEnd } from '../core/manifests';

/**
 * Which pods are meant.
 */
export interface FlowPods {
  /** Those of this namespace. @default - of every namespace */
  readonly namespace?: string;

  /**
   * Those whose labels it matches, as Calico sees them: labels of their namespace begin with `pcns.`, those of their service account with `pcsa.`.
   *
   * @default - whatever their labels
   */
  readonly selector?: Selector;
}

/**
 * One end of a flow, or a group of ends: pods, workloads, host endpoints, addresses. A flow of a verdict takes one end; an `Expectation` also groups.
 */
export class FlowEnd {
  /** A pod of the model, by its name. */
  public static pod(namespace: string, name: string): FlowEnd {
    return new FlowEnd([{ by: 'pod', namespace, name }]);
  }

  /**
   * The pods of a workload of the model (Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob), as its template says. Their addresses
   * aren't known.
   */
  public static workload(namespace: string, name: string): FlowEnd {
    return new FlowEnd([{ by: 'workload', namespace, name }]);
  }

  /** A HostEndpoint of the model, by its name. */
  public static hostEndpoint(name: string): FlowEnd {
    return new FlowEnd([{ by: 'host-endpoint', name }]);
  }

  /** An IPv4 or IPv6 address. If a pod or host endpoint of the model has it, that is what is meant; otherwise something outside. */
  public static address(ip: string): FlowEnd {
    return new FlowEnd([{ by: 'address', address: ip }]);
  }

  /**
   * What a construct renders: a pod, a workload or a host endpoint, of this library, of any version of cdk8s-plus, or an `ApiObject`.
   *
   * @throws where the construct is no API object, and has none as its default child
   */
  public static ofConstruct(construct: IConstruct): FlowEnd {
    const object = ApiObject.isApiObject(construct) ? construct : construct.node.defaultChild;
    if (object === undefined || !ApiObject.isApiObject(object)) {
      throw new Error(`FlowEnd.ofConstruct: ${construct.node.path} is a ${construct.constructor.name}, and renders no API object of its own; `
        + 'give a pod or a workload, or name others with FlowEnd.pods');
    }
    return new FlowEnd([{ by: 'object', path: object.node.path }]);
  }

  /** A group: all pods that the properties say, those of workloads among them. Without properties every pod. */
  public static pods(pods: FlowPods = {}): FlowEnd {
    const { namespace, selector } = pods;
    return new FlowEnd([{ by: 'pods', ...(namespace !== undefined && { namespace }), ...(selector && { selector: selector.toString() }) }]);
  }

  /** A group: all pods of a namespace. */
  public static namespace(name: string): FlowEnd {
    return FlowEnd.pods({ namespace: name });
  }

  /**
   * A group: addresses that nothing in the cluster has.
   *
   * @param cidr only those of this block. @default - all
   */
  public static outside(cidr?: Cidr): FlowEnd {
    return new FlowEnd([{ by: 'outside', ...(cidr && { cidr: cidr.toString() }) }]);
  }

  /** A group: each of several ends. */
  public static each(...ends: FlowEnd[]): FlowEnd {
    return new FlowEnd(ends.flatMap((end) => end._toEnds()));
  }

  private readonly ends: any[];

  private constructor(ends: any[]) {
    this.ends = ends;
  }

  /** The end as people name it, such as `shop/web-1` or `203.0.113.10`. */
  public toString(): string {
    return (this.ends as ExpectedEnd[]).map(endText).join(', ');
  }

  /** @internal */
  public _toEnds(): any[] {
    return this.ends;
  }

  /** @internal */
  public _toQuery(): any {
    const [end, ...others] = this.ends as ExpectedEnd[];
    if (end === undefined || others.length > 0 || end.by === 'pods' || end.by === 'outside') {
      throw new Error(`${this.toString() || 'nothing'} is a group, and a flow has one end at each side: give a pod, a workload, a host endpoint or an address`);
    }
    return end;
  }
}

function endText(end: ExpectedEnd): string {
  switch (end.by) {
    case 'address':
      return end.address;
    case 'host-endpoint':
      return end.name;
    case 'object':
      return end.path;
    case 'pods':
      return `pods${end.namespace === undefined ? '' : ` of namespace ${end.namespace}`}${end.selector === undefined ? '' : ` with ${end.selector}`}`;
    case 'outside':
      return end.cidr === undefined ? 'the outside' : `the outside in ${end.cidr}`;
    default:
      return `${end.namespace}/${end.name}`;
  }
}
