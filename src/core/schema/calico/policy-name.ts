import { isSubdomainForm } from '../metadata/kubernetes-names';
import { printValue } from '../printed-value';
import { Walk } from '../structural/walk';

const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const AT_MOST_ONE_DOT = new RegExp(`^${LABEL}(?:\\.${LABEL})?$`);
const FROM_ELSEWHERE = /^(?:knp|ossg)\.default\./;

/**
 * Names of policies (`networkPolicyNameRegex`, `globalNetworkPolicyNameRegex`): a DNS label, or two with a dot between, the first being
 * the tier by convention. Namespaced policies may carry the prefixes by which policies of Kubernetes and OpenStack are stored.
 * Seen from the object, for a name that is a DNS subdomain.
 */
export function judgePolicyName(name: unknown, namespaced: boolean, walk: Walk): void {
  if (typeof name !== 'string' || !isSubdomainForm(name) || AT_MOST_ONE_DOT.test(name)
    || (namespaced && FROM_ELSEWHERE.test(name))) {
    return;
  }
  const corrected = name.replace('.', '\n').replaceAll('.', '-').replace('\n', '.');
  walk.refuse(undefined, {
    rule: 'resource/policy-name',
    what: `${printValue(name)} has more than one dot`,
    why: 'the name of a policy has at most one dot, after the name of its tier; Calico refuses it, or drops it once an API server took it',
    fix: `name it ${corrected}`,
    corrected,
  }, ['metadata', 'name']);
}

/** The prefix of Kubernetes policies in Calico's datastore (resourcemgr/networkpolicy.go): such a name can't be created. */
export function judgeReservedPolicyName(name: unknown, walk: Walk): void {
  if (typeof name === 'string' && name.startsWith('knp.default.')) {
    walk.refuseCreation({
      rule: 'resource/reserved',
      what: `${printValue(name)} starts with "knp.default."`,
      why: 'policies of Kubernetes are stored under that prefix, and calicoctl creates none of them',
      fix: 'choose another name, or write a NetworkPolicy of networking.k8s.io/v1',
    }, ['metadata', 'name']);
  }
}
