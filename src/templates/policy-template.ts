import { Construct } from 'constructs';
import { ProbeResult, ProbeSet } from './probe-set';
import { TemplateInfo } from './template-info';
import { GlobalNetworkPolicy, GlobalNetworkPolicyProps } from '../constructs/global-network-policy';
import { NetworkPolicy, NetworkPolicyProps } from '../constructs/network-policy';
import { ITier, Tier } from '../constructs/tier';
import { ClusterModel } from '../model/cluster-model';
import { Flow } from '../model/flow';
import { collectManifests } from '../rendering/collect-manifests';

/**
 * Options that every template has.
 */
export interface PolicyTemplateProps {
  /**
   * Whether the policies are only staged: they enforce nothing, and `cdk8s-calico diff --enforce-staged` shows what they would change.
   *
   * @default - false; of StagedDefaultDeny true
   */
  readonly staged?: boolean;

  /** The tier of the policies. @default - that of the template; see its page */
  readonly tier?: ITier;

  /** Where the policies stand in their tier: those with a lower order decide first. @default - that of the template; see its page */
  readonly order?: number;
}

/**
 * A policy, or a few that belong together, for reuse: with typed options, and with probes that prove what it promises. Derive your organisation's
 * own templates from it.
 */
export abstract class PolicyTemplate extends Construct {
  /** What the template says of itself. */
  public readonly info: TemplateInfo;

  /** Whether its policies are only staged. */
  public readonly staged: boolean;

  /** The tier of its policies. */
  public readonly tier: ITier;

  private readonly order: number | undefined;

  /**
   * @param info what the template says of itself: its version is the first of its changes
   * @throws where there are no changes
   */
  constructor(scope: Construct, id: string, info: TemplateInfo, props: PolicyTemplateProps = {}) {
    super(scope, id);
    if (info.changes.length === 0) {
      throw new Error(`${this.node.path}: ${info.name} has no version: its changes begin with the newest, and a first version is one too`);
    }
    this.info = info;
    this.staged = props.staged ?? false;
    this.tier = props.tier ?? Tier.DEFAULT;
    this.order = props.order;
  }

  /** The version of the template, such as `1.0.0`. */
  public get version(): string {
    return this.info.changes[0].version;
  }

  /** What the template promises, with the clusters to try it on: made for the options that it was given. */
  public abstract probes(): ProbeSet[];

  /**
   * Runs all probes by the verdict engine, as if the template were enforced: even where it is staged.
   *
   * @throws where a probe names an end that its cluster doesn't have, or a set has no probes: nothing would be proved, and nothing fail
   */
  public prove(): ProbeResult[] {
    const own = enforcedObjects(this);
    return this.probes().flatMap(({ name, cluster, mustAllow = [], mustDeny = [] }) => {
      if (mustAllow.length + mustDeny.length === 0) {
        throw new Error(`${this.node.path}: the set of probes "${name}" tries nothing: give mustAllow or mustDeny; in Python by ProbeSet and Flow, not by a dict`);
      }
      const model = ClusterModel.ofManifests([...cluster.toManifests(), ...own]);
      const prove = (wanted: boolean) => (flow: Flow): ProbeResult => {
        const verdict = model.verdict(flow);
        return { probeSet: name, flow, mustAllow: wanted, holds: verdict.certain && verdict.allowed === wanted, verdict };
      };
      return [...mustAllow.map(prove(true)), ...mustDeny.map(prove(false))];
    });
  }

  /** Adds a policy of one namespace: staged where the template is, in its tier and at its order, unless the properties say otherwise. */
  protected addNetworkPolicy(id: string, props: NetworkPolicyProps): NetworkPolicy {
    const policy = new NetworkPolicy(this, id, { tier: this.tier, order: this.order, ...props });
    if (this.staged) {
      policy.stage();
    }
    return policy;
  }

  /** Adds a policy of the whole cluster: staged where the template is, in its tier and at its order, unless the properties say otherwise. */
  protected addGlobalNetworkPolicy(id: string, props: GlobalNetworkPolicyProps): GlobalNetworkPolicy {
    const policy = new GlobalNetworkPolicy(this, id, { tier: this.tier, order: this.order, ...props });
    if (this.staged) {
      policy.stage();
    }
    return policy;
  }
}

/** What a template renders, with its staged policies enforced. */
function enforcedObjects(template: PolicyTemplate): object[] {
  const { objects, faults } = collectManifests(template);
  if (faults.length > 0) {
    throw new Error(`${faults[0].path}: ${faults[0].what}`);
  }
  return objects.map(({ manifest: { object, kind, spec } }) => {
    const { stagedAction, ...rest } = spec;
    return stagedAction === undefined ? object : { ...object, kind: kind.replace(/^Staged/, ''), spec: rest };
  });
}
