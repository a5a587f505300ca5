import { Prefix } from '../../../cidr';
import { Manifest } from '../../../manifests';
import {
  Chain, Direction, End, Endpoint, EndpointClass, everywhere, LabelView, NamedPort, Policy, PolicyModel, PolicyStack,
  Profile, Rule, SelectionIndex, Station, Tier,
} from '../../../policy';
import { METADATA_NAME_LABEL, NAME_LABEL, NAMESPACE_LABEL, NAMESPACE_PREFIX, ORCHESTRATOR_LABEL } from '../../../policy/reserved-labels';

/*
 * Endpoints that no manifest holds, but that are surely there or may be made: kube-dns, the nodes' host endpoints, a pod that a policy selects.
 * What isn't known of their labels stays unknown, so that a walk says for sure only what holds whatever they are.
 */

/** The rule of a namespace's profile (`NamespaceToProfile` in libcalico-go/lib/backend/k8s/conversion). */
const ANYTHING: Rule = { action: 'allow', field: [], matchesV4: true, matchesV6: true, source: {}, destination: {} };
const ALLOWS_ALL: Profile = { name: 'projectcalico-default-allow', ingress: [ANYTHING], egress: [ANYTHING], labels: [], unknownPrefix: undefined, exists: true };

/** The policies of a model, found by the labels of endpoints that aren't in it. */
export class Imagination {
  private index: SelectionIndex<Policy> | undefined;
  private readonly ranks = new Map<Policy, number>();
  private readonly tiers: ReadonlyMap<string, Tier>;
  private readonly sets: readonly EndpointClass[];

  constructor(private readonly model: PolicyModel) {
    model.policies.forEach((policy, rank) => this.ranks.set(policy, rank));
    this.tiers = new Map(model.tiers.map((tier) => [tier.name, tier]));
    this.sets = [...new Set(model.sets.map((set) => set.class))];
  }

  public stackOf({ view }: EndpointClass): PolicyStack {
    this.index ??= new SelectionIndex(this.model.policies, ({ selector }) => selector);
    const applied = this.index.select(view).map(({ entry, match }) => ({ policy: entry, match }));
    applied.sort((a, b) => this.ranks.get(a.policy)! - this.ranks.get(b.policy)!);
    return new PolicyStack(0, applied, this.tiers);
  }

  /** A chain of an imagined endpoint that has a profile which allows everything. */
  public stationOf(endpoint: Endpoint, direction: Direction, chain: Chain = 'normal'): Station {
    const { failsafe } = this.model.hosts;
    return {
      endpoint,
      direction,
      chain,
      tiers: this.stackOf(endpoint.class).tiersOf(chain, direction),
      failsafe: endpoint.class.kind === 'workload' ? [] : failsafe[direction === 'ingress' ? 'inbound' : 'outbound'],
      profiles: chain === 'normal' ? [ALLOWS_ALL] : [],
      end: chain === 'normal' ? 'deny' : 'continue',
    };
  }

  /** An imagined endpoint at the far end of a flow: it may have any address, and be in any network set. */
  public endOf(endpoint: Endpoint): End {
    return { endpoint, block: everywhere(4), classes: [endpoint.class], possible: this.sets, egress: undefined, ingress: undefined };
  }

  /** Something at an address of a block, all addresses unless it is given, which may be that of one of these classes. */
  public somewhere(possible: readonly EndpointClass[], block: Prefix = everywhere(4)): End {
    return { endpoint: undefined, block, classes: [], possible: [...possible, ...this.sets], egress: undefined, ingress: undefined };
  }
}

const IMAGINATIONS = new WeakMap<PolicyModel, Imagination>();

/** What to imagine over a model, indexed once for all checks. */
export function imagine(model: PolicyModel): Imagination {
  const known = IMAGINATIONS.get(model) ?? new Imagination(model);
  IMAGINATIONS.set(model, known);
  return known;
}

type LabelEntries = readonly (readonly [string, string])[];

/** An imagined endpoint of these labels. */
export function imaginedEndpoint(
  kind: 'workload' | 'host', title: { readonly namespace?: string; readonly name: string }, view: LabelView, ports: readonly NamedPort[], manifest: Manifest,
): Endpoint {
  return {
    id: -1,
    kind: kind === 'workload' ? 'Pod' : 'HostEndpoint',
    namespace: title.namespace,
    name: title.name,
    class: { id: -1, kind, view, ports, profiles: [] },
    addresses: [],
    node: undefined,
    manifest,
  };
}

/** Labels that are known of a pod, and those that every pod of its namespace has. */
export function podLabels(namespace: string, known: LabelEntries): LabelEntries {
  return [
    ...known, [NAMESPACE_LABEL, namespace], [ORCHESTRATOR_LABEL, 'k8s'],
    [NAMESPACE_PREFIX + NAME_LABEL, namespace], [NAMESPACE_PREFIX + METADATA_NAME_LABEL, namespace],
  ];
}
