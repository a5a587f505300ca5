import { DecodedPolicySpec } from './decoded-policy';
import { Words } from '../resource-fault';
import { Walk } from '../structural/walk';

function hostWords(what: string, why: string, fix: string): Words {
  return { rule: 'resource/host-policy', what, why, fix };
}

/** At `preDNAT`. */
export const BOTH_EARLY = hostWords(
  'preDNAT and doNotTrack are both true', 'the two act at different points before connection tracking, and a policy acts at one',
  'keep one of the two; make it two policies if both are meant');

/** At `egress`. */
export const PRE_DNAT_WITH_EGRESS = hostWords(
  'a preDNAT policy has egress rules', 'preDNAT policies act on what comes in, before its destination is translated: there is no such point on the way out',
  'remove egress, or move the rules to a policy without preDNAT');

/** At `types`. */
export const PRE_DNAT_WITH_EGRESS_TYPE = hostWords(
  'a preDNAT policy is of type Egress', 'preDNAT policies act on what comes in, before its destination is translated: there is no such point on the way out',
  'leave Ingress alone in types');

/** At `applyOnForward`. */
export const NOT_ON_FORWARD = hostWords(
  'applyOnForward is not true in a preDNAT or doNotTrack policy', 'such a policy acts before it is known whether traffic is for the host or forwarded, so it acts on both',
  'set applyOnForward to true');

/** `doNotTrack`, `preDNAT` and `applyOnForward` against each other and the rules (`validateGlobalNetworkPolicySpec`). */
export function judgeHostPolicy(spec: DecodedPolicySpec, walk: Walk): void {
  const { doNotTrack, preDNAT, applyOnForward } = spec;
  if (!doNotTrack && !preDNAT) {
    return;
  }
  if (doNotTrack && preDNAT) {
    walk.refuse(undefined, BOTH_EARLY, ['preDNAT']);
  }
  if (preDNAT && (spec.egress ?? []).length > 0) {
    walk.refuse(undefined, PRE_DNAT_WITH_EGRESS, ['egress']);
  }
  if (preDNAT && (spec.types ?? []).includes('Egress')) {
    walk.refuse(undefined, PRE_DNAT_WITH_EGRESS_TYPE, ['types']);
  }
  if (!applyOnForward) {
    walk.refuse(undefined, NOT_ON_FORWARD, ['applyOnForward']);
  }
}
