import { Severity } from '../findings';

/** What the catalogue says of one kind of finding about a resource. */
export interface ResourceRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  /** True where the cluster would refuse or drop the object. */
  readonly refusedByCluster: boolean;
}

function refused(id: string, summary: string): ResourceRule {
  return { id, severity: 'error', summary, refusedByCluster: true };
}

/** Every id that `validateResource` and `validateKubernetesNetworkPolicy` report. Ids are API. */
export const RESOURCE_RULES: readonly ResourceRule[] = [
  refused('resource/annotation', 'An annotation has a key or a size that Kubernetes or Calico doesn\'t take.'),
  refused('resource/api-version', 'A kind of Calico\'s has no apiVersion, or one that doesn\'t exist.'),
  refused('resource/as-number', 'A value is no AS number.'),
  refused('resource/bgp-configuration', 'A BGPConfiguration holds values that Calico refuses, or that exclude each other.'),
  refused('resource/bgp-filter', 'A BGPFilter holds values that Calico refuses, or that exclude each other.'),
  refused('resource/bgp-peer', 'A BGPPeer holds values that Calico refuses, or that exclude each other.'),
  refused('resource/duplicate', 'A list of unique items holds one twice.'),
  refused('resource/duration', 'A value is no duration.'),
  refused('resource/enum', 'A value is none of those that the field knows.'),
  refused('resource/felix', 'A FelixConfiguration holds values that Calico refuses, or that exclude each other.'),
  refused('resource/finalizer', 'A finalizer has a name that Kubernetes doesn\'t take.'),
  refused('resource/format', 'A value doesn\'t have the format of the field, such as CIDR or time.'),
  refused('resource/host-endpoint', 'A HostEndpoint lacks what it needs, or holds values that Calico refuses.'),
  refused('resource/host-policy', 'doNotTrack, preDNAT and applyOnForward contradict each other or the rules.'),
  refused('resource/http-match', 'A rule matches HTTP where that can\'t be, or in a way that can\'t be.'),
  refused('resource/icmp', 'ICMP types, codes, protocol and IP version of a rule don\'t go together.'),
  refused('resource/kind', 'There is no such kind in the API group projectcalico.org/v3.'),
  refused('resource/kube-controllers', 'A KubeControllersConfiguration holds values that Calico refuses.'),
  refused('resource/kubernetes-policy', 'A NetworkPolicy of Kubernetes holds values that the API server refuses.'),
  refused('resource/kubernetes-syntax', 'A policy of Calico\'s is written with fields or selectors of Kubernetes\' NetworkPolicy.'),
  refused('resource/label', 'A label has a key or a value that Kubernetes or Calico doesn\'t take.'),
  refused('resource/name', 'An object has no name, or one that Kubernetes or Calico doesn\'t take.'),
  refused('resource/namespace', 'An object has a namespace where there is none, or one that can\'t exist.'),
  refused('resource/net', 'A value is no network, or networks of a rule don\'t go together.'),
  refused('resource/node-status', 'A CalicoNodeStatus lacks what it needs, or holds values that Calico refuses.'),
  refused('resource/pattern', 'A value doesn\'t have the form that the field takes.'),
  refused('resource/policy-name', 'The name of a policy has more than one dot.'),
  refused('resource/pool', 'An IPPool holds values that Calico refuses, or that exclude each other.'),
  refused('resource/port', 'A value is no port, or ports are matched without a protocol that has them.'),
  refused('resource/protocol', 'A value is no protocol that Calico knows.'),
  refused('resource/range', 'A number, a length or a count is out of range.'),
  refused('resource/required', 'A required field is missing.'),
  refused('resource/reserved', 'An object is one that only Calico or Kubernetes writes.'),
  refused('resource/selector-scope', 'global() stands where it has no meaning.'),
  refused('resource/service-match', 'A service is matched where that can\'t be, or with something else beside it.'),
  refused('resource/staged', 'A staged deletion holds more than what to delete.'),
  refused('resource/tier', 'A tier, or the tier of a policy, has values that Calico refuses.'),
  refused('resource/type', 'A value has another type than the field.'),
  {
    id: 'resource/unchecked',
    severity: 'warning',
    refusedByCluster: false,
    summary: 'A value that Calico takes without a look can\'t work.',
  },
  refused('resource/unknown-field', 'The kind has no such field.'),
  refused('selector/syntax', 'A selector can\'t be read.'),
];

const IDS: ReadonlySet<string> = new Set(RESOURCE_RULES.map((rule) => rule.id));

/** True for the id of a rule about one resource by itself. */
export function isResourceRule(id: string): boolean {
  return IDS.has(id);
}
