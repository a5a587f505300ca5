import { printFieldPath } from '../../findings';
import { Endpoint, Policy, PolicyModel, policyTitle, Rule } from '../../policy';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { policyModelOf } from '../policy-model-of';

/**
 * A selector of a rule becomes a set of addresses: of a host endpoint its expectedIPs, and nothing else (`extractCIDRsFromHostEndpoint` in
 * felix/labelindex/named_port_index.go). Growth: the classes of host endpoints without addresses times the selectors of rules.
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
    const peers = peerRules(model);
    const firstOf = new Map<number, PeerRule | undefined>();
    for (const endpoint of model.hostEndpoints.filter(({ addresses }) => addresses.length === 0)) {
      const { id, view } = endpoint.class;
      if (!firstOf.has(id)) {
        firstOf.set(id, peers.find(({ selector }) => selector.matches(view.labels)));
      }
      const first = firstOf.get(id);
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

interface PeerRule {
  readonly policy: Policy;
  readonly rule: Rule;
  readonly selector: NonNullable<Rule['source']['selector']>;
}

/** Rules whose peer is selected by labels that it has to have, and that nothing else among the manifests has. */
function peerRules(model: PolicyModel): PeerRule[] {
  const addressed = model.endpoints.filter(({ addresses, class: { kind } }) => kind === 'workload' || addresses.length > 0);
  const others: readonly Pick<Endpoint, 'class'>[] = [...addressed, ...model.sets];
  const seen = new Map<number, boolean>();
  const isForHosts = (selector: PeerRule['selector']): boolean => {
    const known = seen.get(selector.id) ?? (!selector.matches({}) && !others.some((other) => selector.matches(other.class.view.labels)));
    seen.set(selector.id, known);
    return known;
  };
  return model.policies.flatMap((policy) => [
    ...(policy.ingress ?? []).map((rule) => ({ policy, rule, selector: rule.source.selector })),
    ...(policy.egress ?? []).map((rule) => ({ policy, rule, selector: rule.destination.selector })),
  ]).filter((peer): peer is PeerRule => peer.selector !== undefined && isForHosts(peer.selector));
}
