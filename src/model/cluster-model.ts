import { IConstruct } from 'constructs';
import { Connectivity } from './connectivity';
import { Flow } from './flow';
import { ModelDifference } from './model-difference';
import { ModelNote } from './model-note';
import { PolicyReach } from './policy-reach';
import { ReachProof } from './reach-proof';
import { ReachQuestion } from './reach-question';
import { toPolicyReach } from './to-policy-reach';
import { Verdict } from './verdict';
import { policyModelOf } from '../core/checks';
import { readCidr } from '../core/cidr';
import { ExpectedEnd, expandLists, isObject, Manifest } from '../core/manifests';
import { buildModel, decide, FlowFault, FlowQuery, PolicyModel, resolveFlow } from '../core/policy';
import { enforceStaged } from '../core/policy/difference';
import { findExcess, findFlow, ProofEnd, proofEndOf, ProofFault, trafficOf } from '../core/policy/proof';
import { reachOfPolicies } from '../core/policy/reach';
import { collectManifests } from '../rendering/collect-manifests';
import { FlowEnd } from '../values/flow-end';
import { Reach } from '../values/reach';

const HIGHEST_PORT = 65535;
const HIGHEST_ICMP = 255;

/**
 * A cluster as its network policies see it: what they mean, as Calico 3.32 decides. Made from manifests: pods (or the templates of workloads),
 * namespaces, service accounts, services and endpoint slices, nodes, host endpoints, network sets, tiers, profiles, and policies of every kind, with
 * the FelixConfiguration `default`, IP pools and the Installation for what Felix does beside policies. It doesn't change once it is made.
 */
export class ClusterModel {
  /**
   * The model of manifests, each a plain object. `List`s are expanded; kinds that have nothing to do with policies are passed over.
   *
   * @throws where an item is no object
   */
  public static ofManifests(objects: any[]): ClusterModel {
    return new ClusterModel(buildModel(objects.flatMap((object: unknown, index) => {
      if (!isObject(object)) {
        throw new Error(`ClusterModel.ofManifests: item ${index} is ${object === null ? 'null' : typeof object}, not an object`);
      }
      return expandLists(new Manifest(object));
    })));
  }

  /**
   * The model of everything that an app, or the part of it below a construct, renders.
   *
   * @throws where an object can't be rendered
   */
  public static ofApp(app: IConstruct): ClusterModel {
    const { objects, faults } = collectManifests(app);
    if (faults.length > 0) {
      throw new Error(`ClusterModel.ofApp: ${faults[0].path}: ${faults[0].what}`);
    }
    const manifests: Manifest[] = [];
    objects.forEach((object) => object.addManifestsTo(manifests));
    return new ClusterModel(buildModel(manifests));
  }

  /** @internal */
  public static _ofCluster(cluster: any): ClusterModel {
    return new ClusterModel(policyModelOf(cluster));
  }

  /** What the model doesn't know, or took for granted: read it before trusting a verdict. */
  public readonly notes: ModelNote[];

  private constructor(private readonly model: any) {
    this.notes = [...(model as PolicyModel).notes];
  }

  /**
   * Whether a flow is allowed, and why.
   *
   * @throws where an end isn't in the model, is a group, or has no address of the version, or a number is out of its range
   */
  public verdict(flow: Flow): Verdict {
    const model = this.model as PolicyModel;
    try {
      const packet = resolveFlow(model, queryOf(flow));
      const { allowed, certain } = decide(model, packet);
      return new Verdict(model, packet, allowed, certain);
    } catch (error) {
      throw error instanceof FlowFault ? new Error(`ClusterModel.verdict: ${error.message}`) : error;
    }
  }

  /** Who reaches whom on what, in the whole cluster and to and from the outside: computed anew at each call. */
  public connectivity(): Connectivity {
    return new Connectivity(this.model);
  }

  /**
   * What each policy selects, staged ones too, in the order in which Calico asks them: namespaces, workloads, host endpoints, and whether pods that
   * nobody declares yet are among them. Computed anew at each call.
   */
  public policyReach(): PolicyReach[] {
    return reachOfPolicies(this.model as PolicyModel).map(toPolicyReach);
  }

  /**
   * What another cluster lets pass that this one doesn't, and the other way round, by whom. Computed anew at each call. Whether there is anything at
   * all, for all pods, is what `allowsMoreThan` answers.
   *
   * @param other the later one
   */
  public compare(other: ClusterModel): ModelDifference {
    return new ModelDifference(this.model, other.model);
  }

  /**
   * Whether a flow of some kind is allowed (or denied), whatever labels pods have: those of the model, and any that somebody may create. `yes` comes
   * with a flow that a verdict confirms, `no` is proved. HTTP conditions don't count, as in the verdict of a connection.
   *
   * @throws where an end isn't in the model, is a host endpoint, has no address of the version, or a number is out of its range
   */
  public mayReach(question: ReachQuestion): ReachProof {
    const model = this.model as PolicyModel;
    const { source, destination, protocol, destinationPort, ipVersion, podCidrs, reach } = question;
    try {
      inRange('destinationPort', destinationPort, HIGHEST_PORT);
      const blocks = podCidrs?.map((cidr) => readCidr(cidr.toString())!.network);
      const endsOf = (end: FlowEnd): ProofEnd[] => (end._toEnds() as ExpectedEnd[]).map((one) => proofEndOf(model, one, blocks));
      return new ReachProof(model, findFlow(model, {
        from: endsOf(source),
        to: endsOf(destination),
        traffic: trafficOf(protocol, destinationPort),
        wanted: reach === Reach.DENIED ? 'denied' : 'allowed',
        ...(ipVersion !== undefined && { families: [ipVersion] }),
      }));
    } catch (error) {
      throw error instanceof FlowFault || error instanceof ProofFault ? new Error(`ClusterModel.mayReach: ${error.message}`) : error;
    }
  }

  /**
   * Whether it allows any flow that another cluster doesn't, from any pod that somebody may create to any other, or between such a pod and the
   * outside: `no` proves that its policies never open more than those of the other. Two clusters mean the same where neither allows more. The verdict
   * of the flow is that of this cluster.
   *
   * @param other the cluster that it is compared with
   */
  public allowsMoreThan(other: ClusterModel): ReachProof {
    return new ReachProof(this.model, findExcess(this.model as PolicyModel, other.model as PolicyModel));
  }

  /**
   * The cluster in which staged policies are enforced, as their `stagedAction` asks: `Set` makes or replaces the policy of the same kind, namespace
   * and name, `Delete` removes it, `Learn` and `Ignore` change nothing. `compare` shows what that would change; this model stays as it is.
   */
  public enforceStaged(): ClusterModel {
    return new ClusterModel(enforceStaged(this.model as PolicyModel));
  }
}

function queryOf(flow: Flow): FlowQuery {
  inRange('destinationPort', flow.destinationPort, HIGHEST_PORT);
  inRange('sourcePort', flow.sourcePort, HIGHEST_PORT);
  inRange('icmpType', flow.icmpType, HIGHEST_ICMP);
  inRange('icmpCode', flow.icmpCode, HIGHEST_ICMP);
  const { httpMethod, httpPath, ipVersion } = flow;
  return {
    source: flow.source._toQuery(),
    destination: flow.destination._toQuery(),
    protocol: flow.protocol ?? 'TCP',
    destinationPort: flow.destinationPort,
    sourcePort: flow.sourcePort,
    icmpType: flow.icmpType,
    icmpCode: flow.icmpCode,
    ipVersion,
    ...((httpMethod !== undefined || httpPath !== undefined) && { http: { method: httpMethod, path: httpPath } }),
  };
}

function inRange(name: string, value: number | undefined, highest: number): void {
  if (value !== undefined && (!Number.isInteger(value) || value < 0 || value > highest)) {
    throw new FlowFault(`${name} is ${value}: it is a whole number from 0 to ${highest}`);
  }
}
