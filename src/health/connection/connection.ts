import { JsonObject } from '../../core/manifests';

/** One end as its user names it. */
export interface NamedEnd {
  readonly namespace: string;
  /** Of a pod, a workload or a Service. */
  readonly name: string;
}

/** A connection to look at. */
export interface Connection {
  readonly from: NamedEnd;
  readonly to: NamedEnd;
  readonly port: number;
  readonly protocol: string;
}

/** The pods that an end stands for. */
export interface ResolvedEnd extends NamedEnd {
  /** The pods, without those that are over. */
  readonly pods: readonly JsonObject[];
  /** How the name was understood, such as `Service`; undefined where nothing has it. */
  readonly as?: string;
  /** The Service, where the name is one's. */
  readonly service?: JsonObject;
}

export function printEnd({ namespace, name }: NamedEnd): string {
  return `${namespace}/${name}`;
}
