import { addToList } from '../../add-to-list';
import { printFieldPath } from '../../findings';
import { CompiledSelector, EndpointClass, Policy, PolicyModel, policyTitle, Rule } from '../../policy';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { exampleByClass, selections } from '../policy/pods/class-selections';
import { policyModelOf } from '../policy-model-of';

/**
 * A selector of a rule becomes a set of addresses: of a host endpoint its expectedIPs, and nothing else (`extractCIDRsFromHostEndpoint` in
 * felix/labelindex/named_port_index.go). Growth: the classes of endpoints, with the selectors of rules filed under their labels.
 */
export const PEER_WITHOUT_ADDRESSES: ClusterCheck = {
  id: 'host/peer-without-addresses',
  severity: 'warning',
  summary: 'A rule selects a HostEndpoint as its peer, which has no `expectedIPs`, so that the rule never matches it.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (!calicoObjects(cluster, 'HostEndpoint').some(({ spec }) => !Array.isArray(spec.expectedIPs) || spec.expectedIPs.length === 0)) {
      return;
    }
    const model = policyModelOf(cluster);
    const without = model.hostEndpoints.filter(({ addresses }) => addresses.length === 0);
    const ruleOf = firstRules(model);
    const peers = new Map<EndpointClass, PeerRule[]>();
    for (const { class: one, selector, isSure } of selections(exampleByClass(without).keys(), ruleOf.keys())) {
      const rule = ruleOf.get(selector)!;
      if (isSure) {
        addToList(peers, one, rule);
      }
    }
    const others = othersMatched(model, [...peers.values()].flat());
    for (const endpoint of without) {
      const [first] = (peers.get(endpoint.class) ?? []).filter(({ selector }) => !others.has(selector)).sort((a, b) => a.place - b.place);
      if (first) {
        report({
          manifest: endpoint.manifest,
          field: ['spec'],
          what: `${policyTitle(first.policy)} selects this host endpoint as a peer in ${printFieldPath(first.rule.field)}, and it has no \`expectedIPs\``,
          why: 'a rule knows its peers by their addresses, and those of a host endpoint are its `expectedIPs`: without any the rule matches none of its traffic',
          fix: 'list the addresses of the interface in `expectedIPs`; `interfaceName` can stay',
        });
      }
    }
  },
};

/** The first rule whose peer is what a selector matches. */
interface PeerRule {
  readonly policy: Policy;
  readonly rule: Rule;
  readonly selector: CompiledSelector;
  /** Counted over all policies. */
  readonly place: number;
}

/** By selector, of those that ask for labels: `all()` and the like mean no host endpoint in particular. */
function firstRules({ policies }: PolicyModel): ReadonlyMap<CompiledSelector, PeerRule> {
  const rules = new Map<CompiledSelector, PeerRule>();
  const add = (policy: Policy, rule: Rule, selector: CompiledSelector | undefined): void => {
    if (selector && !rules.has(selector) && !selector.matches({})) {
      rules.set(selector, { policy, rule, selector, place: rules.size });
    }
  };
  for (const policy of policies) {
    policy.ingress?.forEach((rule) => add(policy, rule, rule.source.selector));
    policy.egress?.forEach((rule) => add(policy, rule, rule.destination.selector));
  }
  return rules;
}

/** The selectors that something with addresses matches, or may: a pod, a network set, or another host endpoint. */
function othersMatched({ endpoints, sets }: PolicyModel, rules: readonly PeerRule[]): ReadonlySet<CompiledSelector> {
  const addressed = endpoints.filter(({ addresses, class: { kind } }) => kind === 'workload' || addresses.length > 0);
  const classes = rules.length === 0 ? [] : [...exampleByClass(addressed).keys(), ...new Set(sets.map((set) => set.class))];
  return new Set([...selections(classes, new Set(rules.map(({ selector }) => selector)))].map(({ selector }) => selector));
}
