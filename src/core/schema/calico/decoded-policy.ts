import { JsonObject } from '../../manifests';

/**
 * Policies as Go's decoder leaves them. Only what was read without a fault gets here, so the types hold;
 * null stands for an absent field as everywhere in decoded objects.
 */
export interface DecodedEntity {
  readonly nets?: readonly string[];
  readonly notNets?: readonly string[];
  readonly selector?: string;
  readonly notSelector?: string;
  readonly namespaceSelector?: string;
  readonly services?: { readonly name?: string; readonly namespace?: string } | null;
  readonly serviceAccounts?: JsonObject | null;
  readonly ports?: readonly (string | number)[];
  readonly notPorts?: readonly (string | number)[];
}

export interface DecodedIcmp {
  readonly type?: number | null;
  readonly code?: number | null;
}

export interface DecodedRule {
  readonly action?: string;
  readonly ipVersion?: number | null;
  readonly protocol?: string | number | null;
  readonly notProtocol?: string | number | null;
  readonly icmp?: DecodedIcmp | null;
  readonly notICMP?: DecodedIcmp | null;
  readonly http?: { readonly methods?: readonly string[]; readonly paths?: readonly { readonly exact?: string; readonly prefix?: string }[] } | null;
  readonly source?: DecodedEntity;
  readonly destination?: DecodedEntity;
  readonly metadata?: { readonly annotations?: JsonObject } | null;
}

export interface DecodedPolicySpec {
  readonly tier?: string;
  readonly types?: readonly string[];
  readonly selector?: string;
  readonly namespaceSelector?: string;
  readonly serviceAccountSelector?: string;
  readonly ingress?: readonly DecodedRule[];
  readonly egress?: readonly DecodedRule[];
  readonly doNotTrack?: boolean;
  readonly preDNAT?: boolean;
  readonly applyOnForward?: boolean;
  readonly stagedAction?: string;
}
