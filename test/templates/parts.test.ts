import { ApiObject, JsonPatch } from 'cdk8s';
import { makeSample, readSamples, TemplateSample } from '../../scripts/generate/template-page';
import { ROOT } from '../docs/files';

/** What can be left out, as it says what is so without it, or nothing that a verdict shows. */
const NO_DIFFERENCE: readonly RegExp[] = [
  / \/spec\/types(\/\d)?$/,
  / \/spec\/(selector|tier)$/,
  / \/spec\/(order|priority)$/,
  / \/spec\/[a-z]+\/\d+\/name$/,
  // Refused without it, where a policy is untracked or before translation.
  / \/spec\/applyOnForward$/,
];

/**
 * Policies in a tier of the template's own, with the indexes of their last rules: these pass on what isn't decided, and so does the tier. The rule is
 * there for tiers that are given.
 */
const PASSING: readonly string[] = [
  'external/block-metadata-address block-metadata-address.block-metadata-address egress/2',
  'external/deny-list deny-list.deny-list egress/1',
  'external/deny-list deny-list.deny-list ingress/1',
  'hosts/failsafe-replacement failsafe-replacement.failsafe-replacement egress/5',
  'hosts/failsafe-replacement failsafe-replacement.failsafe-replacement ingress/6',
  'protocols/allow-ping allow-ping.allow-ping egress/2',
  'protocols/allow-ping allow-ping.allow-ping ingress/4',
  'protocols/block-icmp block-icmp.block-icmp egress/2',
  'protocols/block-icmp block-icmp.block-icmp ingress/2',
  'protocols/icmp-errors-and-neighbour-discovery icmp-errors.icmp-errors-of-hosts egress/15',
  'protocols/icmp-errors-and-neighbour-discovery icmp-errors.icmp-errors-of-hosts ingress/15',
  'protocols/icmp-errors-and-neighbour-discovery icmp-errors.icmp-errors-of-pods ingress/7',
  'securing-calico/bgp-password bgp-password.bgp-password ingress/3',
  'securing-calico/metrics-allow-list metrics-allow-list.metrics-allow-list-kube-controllers ingress/1',
  'securing-calico/metrics-allow-list metrics-allow-list.metrics-allow-list-nodes ingress/1',
  'securing-calico/metrics-deny-list metrics-deny-list.metrics-deny-list-kube-controllers ingress/2',
  'securing-calico/metrics-deny-list metrics-deny-list.metrics-deny-list-nodes ingress/2',
  'securing-calico/typha-placement typha-placement.typha-placement-closed ingress/1',
];

/** Parts that no probe misses, with the reason. */
const UNPROVED: readonly string[] = [
  // A log line is no part of a verdict.
  'baseline/log-then-deny zz-log-then-deny /spec/ingress/0',
  'baseline/policy-baseline security.shop-quarantine /spec/egress/0',
  'baseline/policy-baseline security.shop-quarantine /spec/ingress/1',
  'baseline/quarantine quarantine.quarantine /spec/egress/0',
  'baseline/quarantine quarantine.quarantine /spec/ingress/1',
  // Its rules end with Deny, so that nothing comes to the end of its tier.
  'baseline/quarantine quarantine /spec/defaultAction',
  // Calico's own default.
  'baseline/tier-skeleton app /spec/defaultAction',
  // The Service's endpoints have protocols of their own.
  'baseline/policy-baseline platform.shop-allow-kube-apiserver /spec/egress/0/protocol',
  'dns/allow-dns-by-service allow-dns-by-service.allow-dns-by-service /spec/egress/0/protocol',
  'dns/allow-dns-by-service allow-dns-by-service.allow-dns-by-service /spec/egress/1/protocol',
  'dns/allow-kube-apiserver allow-kube-apiserver.allow-kube-apiserver /spec/egress/0/protocol',
  // So has a port that has a name.
  'apps/only-one-port only-one-port /spec/ingress/0/protocol',
  // The nets are of one version of IP, so that ICMP of the other is none of theirs.
  'protocols/allow-ping allow-ping.allow-ping /spec/ingress/2/protocol',
  'protocols/allow-ping allow-ping.allow-ping /spec/ingress/3/protocol',
  // There is a rule for each protocol that has ports.
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((rule) => `hosts/node-ports node-ports-cluster-only /spec/ingress/${rule}/protocol`),
  // They pass on what the policy decides nothing of: only in a tier that is given, other policies might.
  'securing-calico/metrics-deny-list metrics-deny-list.metrics-deny-list-kube-controllers /spec/ingress/0/destination',
  'securing-calico/metrics-deny-list metrics-deny-list.metrics-deny-list-kube-controllers /spec/ingress/0/destination/ports',
  'securing-calico/metrics-deny-list metrics-deny-list.metrics-deny-list-kube-controllers /spec/ingress/0/destination/ports/0',
  'securing-calico/metrics-deny-list metrics-deny-list.metrics-deny-list-kube-controllers /spec/ingress/0/protocol',
  'securing-calico/metrics-deny-list metrics-deny-list.metrics-deny-list-nodes /spec/ingress/0/destination',
  'securing-calico/metrics-deny-list metrics-deny-list.metrics-deny-list-nodes /spec/ingress/0/destination/ports',
  'securing-calico/metrics-deny-list metrics-deny-list.metrics-deny-list-nodes /spec/ingress/0/protocol',
];

function objectsOf(sample: TemplateSample): { readonly objects: ApiObject[]; readonly holds: () => boolean } {
  const { template } = makeSample(sample);
  return {
    objects: template.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct)),
    holds: () => template.prove().every(({ holds }) => holds),
  };
}

/** Every field and entry of a value, as pointers. */
function partsOf(value: unknown, pointer: string): string[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [pointer, ...inner.flatMap(([key, part]) => partsOf(part, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`))];
}

/** What can be taken out of what a template renders without a probe that fails. */
function unprovedParts(sample: TemplateSample): string[] {
  return objectsOf(sample).objects.flatMap((object, index) => {
    const { kind, metadata, spec } = object.toJson();
    const parts = /NetworkPolicy|Tier/.test(kind) ? partsOf(spec, '/spec').slice(1) : [];
    return parts.map((part) => ({ part, title: `${sample.name} ${metadata.name} ${part}` }))
      .filter(({ title }) => !NO_DIFFERENCE.some((pattern) => pattern.test(title)))
      .filter(({ part }) => {
        const { objects, holds } = objectsOf(sample);
        objects[index].addJsonPatch(JsonPatch.remove(part));
        return holds();
      })
      .map(({ title }) => title);
  });
}

test('no part of a policy can be left out unnoticed: a probe fails, but for parts that change nothing', () => {
  const passing = PASSING.map((rule) => rule.split(' ')).flatMap(([sample, policy, rule]) => {
    const tier = policy.slice(0, policy.indexOf('.'));
    return [`${sample} ${policy} /spec/${rule}`, `${sample} ${tier} /spec/defaultAction`];
  });
  expect(readSamples(ROOT).flatMap(unprovedParts).sort()).toEqual([...new Set([...UNPROVED, ...passing])].sort());
});
