import { exampleByClass } from './pods/class-selections';
import { imagine, imaginedEndpoint } from './pods/imagined';
import { Cluster } from '../../manifests';
import { Direction, Endpoint, Policy, PolicyModel, policyTitle, Rule, walk } from '../../policy';
import { SamplePacket, samplePacket } from '../../policy/sample-packet';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck, Report } from '../check';
import { installObjects } from '../install/install-objects';
import { readNode } from '../install/read-node';
import { usesEbpf } from '../install/uses-ebpf';
import { policyModelOf } from '../policy-model-of';
import { felixSettings } from '../underlay/felix-setting';

const TCP = 6;
const OPPOSITE: Readonly<Record<Direction, Direction>> = { ingress: 'egress', egress: 'ingress' };

/**
 * Nothing remembers an untracked connection, so its answers need a rule of their own. One that no untracked rule allows goes on to the normal chain
 * without a connection that it belongs to, and for TCP Felix drops it there as invalid (`appendConntrackRules` in felix/rules/endpoints.go). Silent
 * where Felix is told not to, or uses eBPF, which keeps connections by itself. Growth: for each untracked policy the host endpoints, and for each of
 * its rules an answer at each kind of those that it selects.
 */
export const UNTRACKED_ONE_WAY: ClusterCheck = {
  id: 'policy/untracked-one-way',
  severity: 'warning',
  summary: 'A policy with `doNotTrack` allows a connection, and no such policy allows its answers.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (calicoObjects(cluster, 'GlobalNetworkPolicy').some(({ spec }) => spec.doNotTrack === true) && dropsInvalid(cluster)) {
      const model = policyModelOf(cluster);
      model.policies.filter(({ stage }) => stage === 'untracked').forEach((policy) => judge(policy, model, report));
    }
  },
};

function dropsInvalid(cluster: Cluster): boolean {
  const objects = installObjects(cluster);
  const felix = felixSettings(cluster, objects.nodes.map((node) => readNode(node, objects)));
  return felix('disableConntrackInvalidCheck')?.value !== 'true' && !usesEbpf(cluster);
}

function judge(policy: Policy, model: PolicyModel, report: Report): void {
  const hosts = [...exampleByClass(model.hostEndpoints.filter(({ class: { view } }) => policy.selector.matches(view.labels))).values()];
  for (const direction of ['ingress', 'egress'] as const) {
    for (const rule of policy[direction] ?? []) {
      const sample = rule.action === 'allow' && (rule.protocol ?? TCP) === TCP && !opensFailsafe(rule, model) ? sampleOf(policy, direction, rule) : undefined;
      if (sample && !isAnswered(policy, direction, sample, hosts, model)) {
        const { source, sourcePort, destination, destinationPort } = sample.packet;
        const [client, server] = [`${source.block.toAddress()} port ${sourcePort}`, `${destination.block.toAddress()} port ${destinationPort}`];
        const back = OPPOSITE[direction];
        report({
          manifest: policy.manifest,
          field: rule.field,
          what: `TCP from ${client} to ${server} is allowed untracked, and no untracked rule for ${back} allows the answer, from ${server} to ${client}`,
          why: `nothing remembers connections of ${policyTitle(policy)}: what no untracked rule allows on the way back is dropped as part of no connection, so none comes about`,
          fix: `add the mirrored rule to \`${back}\`: protocol TCP, with \`source\` and \`destination\` of this one changed round`,
        });
      }
    }
  }
}

function sampleOf(policy: Policy, direction: Direction, rule: Rule): SamplePacket | undefined {
  const sample = samplePacket({ direction, selectors: [policy.selector] }, [rule]);
  return sample?.packet.protocol === TCP ? sample : undefined;
}

/** Felix keeps failsafe ports open both ways, in the raw table too. */
function opensFailsafe({ destination: { ports } }: Rule, { hosts: { failsafe } }: PolicyModel): boolean {
  return [...failsafe.inbound, ...failsafe.outbound].some(({ port }) => ports?.ranges.some(({ first, last }) => first <= port && port <= last));
}

function isAnswered(policy: Policy, direction: Direction, { packet, labels }: SamplePacket, hosts: readonly Endpoint[], model: PolicyModel): boolean {
  const answer = {
    ...packet, source: packet.destination, destination: packet.source, sourcePort: packet.destinationPort, destinationPort: packet.sourcePort,
  };
  const stations = hosts.length > 0
    ? hosts.map((endpoint) => model.stationOf(endpoint, OPPOSITE[direction], 'untracked'))
    : [imagine(model).stationOf(
      imaginedEndpoint('host', { name: 'any' }, { labels, unknownPrefixes: [], unknownNames: [] }, [], policy.manifest), OPPOSITE[direction], 'untracked')];
  return stations.some((station) => walk(station, answer, model.services).possible.allow);
}
