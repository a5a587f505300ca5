import { PolicyType } from '../../values/policy-type';
import { Rule } from '../../values/rule';
import { Selector } from '../../values/selector';
import { ClusterDns, dnsRules } from '../cluster-dns';
import { PodScope, PodScopeProps } from '../pod-scope';
import { DnsWish } from '../scoped-scene';

/**
 * Options of templates that deny what no other policy allows.
 */
export interface DefaultDenyProps extends PodScopeProps {
  /** Directions in which nothing passes. @default - both */
  readonly types?: PolicyType[];

  /** Whether pods may ask the cluster's DNS. @default true */
  readonly allowDns?: boolean;

  /** The pods that answer. @default - kube-dns or CoreDNS in kube-system */
  readonly dns?: ClusterDns;
}

/** What a default deny comes to. */
export interface DefaultDeny {
  readonly types: PolicyType[];
  readonly dns: DnsWish;
  /** Fields of the policy. */
  readonly fields: { readonly namespaceSelector: Selector; readonly selector?: Selector; readonly types: PolicyType[]; readonly egress: Rule[] };
}

export function defaultDeny(props: DefaultDenyProps): DefaultDeny {
  const types = props.types ?? [PolicyType.INGRESS, PolicyType.EGRESS];
  const dns = { allowed: types.includes(PolicyType.EGRESS) && (props.allowDns ?? true), dns: props.dns };
  return { types, dns, fields: { ...PodScope.fieldsOf(props), types, egress: dns.allowed ? dnsRules(props.dns) : [] } };
}
