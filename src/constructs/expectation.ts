import { Construct } from 'constructs';
import { ExpectedSide } from '../core/manifests';
import { Gate } from '../gate/gate';
import { FlowEnd } from '../values/flow-end';
import { Port } from '../values/port';
import { Protocol } from '../values/protocol';
import { Reach } from '../values/reach';

/**
 * Properties of an `Expectation`. It says one thing: give `expect`, or `onlyFrom`, or `onlyTo`.
 */
export interface ExpectationProps {
  /** Where connections come from. @default - everything: all pods, host endpoints and the outside */
  readonly from?: FlowEnd;

  /** Where they go to. @default - everything */
  readonly to?: FlowEnd;

  /** Ports at the destination. A name means the ports that the destination's containers declare under it. @default - every port */
  readonly ports?: Port[];

  /** Their protocol. @default - TCP where there are ports, otherwise every protocol */
  readonly protocol?: Protocol;

  /**
   * What is to become of every flow from one of `from` to one of `to`: all are allowed, or none is.
   *
   * @default - nothing but these reaches it: see `onlyFrom` and `onlyTo`
   */
  readonly expect?: Reach;

  /**
   * Of `from`, nothing but these reaches `to`. Whether these do is another expectation.
   *
   * @default - `expect` or `onlyTo` says what is expected
   */
  readonly onlyFrom?: FlowEnd[];

  /**
   * Of `to`, nothing but these is reached by `from`. Whether these are is another expectation.
   *
   * @default - `expect` or `onlyFrom` says what is expected
   */
  readonly onlyTo?: FlowEnd[];

  /**
   * Whether only pods that the app declares are asked for. Otherwise what is to be denied is denied to every pod that somebody may create, whatever
   * its labels, as far as `from` and `to` are groups of pods or left out. In `onlyFrom` and `onlyTo` a workload stands for all pods that its own
   * selector takes. What is to be allowed, is allowed to pods that the app declares.
   *
   * @default false
   */
  readonly declaredOnly?: boolean;
}

/**
 * What an app expects its policies to do. Each synth asks the policies that it would write, as Calico decides: where they don't do it, nothing is
 * written, and the report shows a flow that proves it with the rules that decided (`policy/expectation-broken`). Where the manifests don't say
 * enough, the report says what isn't known (`policy/expectation-unproved`).
 *
 * The construct's id is what the report calls the expectation. It is asked of the cluster that its scope belongs to.
 *
 * @example
 *
 * new Expectation(chart, 'only the frontend reaches the api', {
 *   to: FlowEnd.workload('app', 'web-api'),
 *   ports: [Port.of(8080)],
 *   onlyFrom: [FlowEnd.workload('app', 'frontend')],
 * });
 */
export class Expectation extends Construct {
  /** @throws where it says nothing or several things, or the protocol has no ports */
  constructor(scope: Construct, id: string, props: ExpectationProps) {
    super(scope, id);
    checkProps(this.node.path, props);
    const { from, to, ports = [], protocol, expect, onlyFrom = [], onlyTo = [], declaredOnly = false } = props;
    const gate = Gate.of(this);
    gate.addExpectation(this, {
      path: this.node.path,
      name: id,
      from: sideOf(from, onlyFrom),
      to: sideOf(to, onlyTo),
      protocol: protocol?.toString(),
      ports: ports.map((port) => port._toManifest()),
      allowed: expect === Reach.ALLOWED,
      declaredOnly: declaredOnly || expect === Reach.ALLOWED,
    });
    gate.arm();
  }
}

function sideOf(end: FlowEnd | undefined, except: readonly FlowEnd[]): ExpectedSide {
  return { ends: end?._toEnds(), except: except.flatMap((one) => one._toEnds()) };
}

const WITH_PORTS: readonly unknown[] = ['TCP', 'UDP', 'SCTP', '6', '17', '132'];

function checkProps(path: string, { from, to, expect, onlyFrom, onlyTo, ports = [], protocol }: ExpectationProps): void {
  const given = Object.entries({ expect, onlyFrom, onlyTo }).filter(([, value]) => value !== undefined).map(([name]) => name);
  if (given.length !== 1) {
    throw new Error(`${path}: an expectation says one thing: give one of expect, onlyFrom and onlyTo${given.length > 0 ? `, not ${given.join(' and ')}` : ''}`);
  }
  if (from === undefined && to === undefined) {
    throw new Error(`${path}: give from or to, or both: what everything does to everything is no expectation`);
  }
  if (ports.length > 0 && protocol !== undefined && !WITH_PORTS.includes(protocol.toString())) {
    throw new Error(`${path}: ${protocol} has no ports in Calico; leave ports out, or give TCP, UDP or SCTP`);
  }
}
