import { governedPods, GovernedPod, isForWholeNamespace } from './pods/governed-pods';
import { imagine } from './pods/imagined';
import { printFieldPath } from '../../findings';
import { AppliedTier, Direction, isAssumed, matchRule, Packet, Policy, PolicyModel, policyTitle, Rule, walk, YES } from '../../policy';
import { labelObject } from '../../policy/label-view';
import { labelWords, SamplePacket, samplePacket } from '../../policy/sample-packet';
import { ClusterCheck, Report } from '../check';
import { policyModelOf } from '../policy-model-of';

const DEFAULT = 'default';

/**
 * A tier that ends with Deny, and whose policies for an endpoint pass nothing on, has the last word for it: no later tier is ever asked. That is
 * found where a later tier allows something, with a packet for which it matters. Growth: pods' classes times the rules of their tiers, up to the
 * first such packet.
 */
export const TIER_ENDS: ClusterCheck = {
  id: 'policy/tier-ends',
  severity: 'warning',
  summary: 'A tier passes nothing on, and its end drops what later tiers allow.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (cluster.manifests.some(({ isCalico, spec }) => isCalico && typeof spec.tier === 'string' && spec.tier !== DEFAULT)) {
      const model = policyModelOf(cluster);
      (['ingress', 'egress'] as const).forEach((direction) => judge(model, direction, report));
    }
  },
};

interface Dropped {
  readonly later: Policy;
  readonly rule: Rule;
  readonly words: string;
}

function judge(model: PolicyModel, direction: Direction, report: Report): void {
  const told = new Set<Policy>();
  const samples = new Map<Rule, SamplePacket | undefined>();
  for (const pod of governedPods(model, direction)) {
    const { tiers } = pod.station;
    const index = tiers.findIndex((one, place) => place < tiers.length - 1 && isLast(one, direction));
    const last = tiers[index]?.policies.at(-1)?.policy;
    if (!last || told.has(last) || isLockedDown(tiers[index], pod, direction)) {
      continue;
    }
    const dropped = findDropped(model, pod, index, direction, samples);
    if (dropped) {
      told.add(last);
      const { later, rule, words } = dropped;
      report({
        manifest: last.manifest,
        field: last.manifest.spec[direction] === undefined ? ['spec'] : ['spec', direction],
        what: `tier ${last.tier} decides all ${direction} of ${pod.title}: ${words} is dropped, which ${policyTitle(later)} of tier ${later.tier} allows`,
        why: `policies of tier ${last.tier} select it and pass nothing on, and the tier ends with Deny: no later tier is asked, so ${printFieldPath(rule.field)} of `
          + `${policyTitle(later)} never acts`,
        fix: `end \`${direction}\` with a rule of action Pass, or give tier ${last.tier} the defaultAction Pass`,
      });
    }
  }
}

/** Whether nothing gets past a tier, and it surely is asked. */
function isLast({ tier, end, policies }: AppliedTier, direction: Direction): boolean {
  return tier.exists && tier.name !== DEFAULT && end === 'deny' && policies.every(({ policy, match }) => !isAssumed(match) && !policy[direction]!.some(({ action }) => action === 'pass'));
}

/** Chosen pods that a tier has no rule for at all are cut off on purpose, as in a quarantine. */
function isLockedDown({ policies }: AppliedTier, { endpoint: { namespace } }: GovernedPod, direction: Direction): boolean {
  return policies.every(({ policy }) => policy[direction]!.length === 0 && !isForWholeNamespace(policy, namespace!));
}

/** `samples` keeps the packets that were made, as many pods have the same later rules. */
function findDropped(
  model: PolicyModel, pod: GovernedPod, index: number, direction: Direction, samples: Map<Rule, SamplePacket | undefined>,
): Dropped | undefined {
  const { tiers } = pod.station;
  const own = direction === 'ingress' ? 'destination' : 'source';
  for (const { policies } of tiers.slice(index + 1)) {
    for (const { policy, match } of policies) {
      for (const rule of match === YES ? policy[direction]! : []) {
        if (rule.action === 'allow' && !samples.has(rule)) {
          samples.set(rule, samplePacket({ direction, selectors: [policy.selector] }, [rule]));
        }
        const sample = samples.get(rule);
        const packet: Packet | undefined = sample && { ...sample.packet, [own]: ownEnd(model, pod, sample.packet) };
        if (packet && matchRule(rule, packet, model.services) === YES && isDroppedAtEnd(model, pod, tiers[index], packet)) {
          return { later: policy, rule, words: packetWords(packet, direction) };
        }
      }
    }
  }
  return undefined;
}

function ownEnd(model: PolicyModel, { endpoint }: GovernedPod, { isV6 }: Packet): Packet['source'] {
  const known = endpoint.id < 0 ? undefined : model.endOf(endpoint, isV6 ? 6 : 4);
  return known ?? imagine(model).endOf(endpoint);
}

function isDroppedAtEnd(model: PolicyModel, { station }: GovernedPod, { tier }: AppliedTier, packet: Packet): boolean {
  const { decider, possible } = walk(station, packet, model.services);
  return decider.by === 'tier-end' && decider.tier === tier && !possible.allow;
}

/** Such as `TCP 80 from a pod of namespace shop with app=web`. */
function packetWords({ protocol, destinationPort, source, destination }: Packet, direction: Direction): string {
  const peer = direction === 'ingress' ? source : destination;
  const labels = labelObject(...peer.classes.map(({ view }) => Object.entries(view.labels)));
  const name = { 6: 'TCP', 17: 'UDP' }[protocol] ?? `IP protocol ${protocol}`;
  const who = peer.classes.length === 0 ? peer.block.toAddress() : labelWords(labels);
  return `${name}${destinationPort === undefined ? '' : ` ${destinationPort}`} ${direction === 'ingress' ? 'from' : 'to'} ${who}`;
}
