import { DecodedRule } from './decoded-policy';
import { judgeEntity } from './entity';
import { maskedNet, name, oneOfRequired, range } from './field-rules';
import { judgeHttp } from './http-match';
import { judgeIcmp } from './icmp';
import { protocol } from './protocol';
import { judgeNets } from './rule-nets';
import { judgePorts, ports } from './rule-ports';
import { goPort, goProtocol } from '../go/network-types';
import { judgeAnnotations } from '../metadata/judge-metadata';
import { below, FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

const ENTITY: FieldTable = {
  'nets[]': { rules: [maskedNet('resource/net')] },
  'notNets[]': { rules: [maskedNet('resource/net')] },
  'ports[]': { go: goPort, rules: [ports] },
  'notPorts[]': { go: goPort, rules: [ports] },
  'services.name': { rules: [name('resource/service-match', 'a service')] },
  'services.namespace': { rules: [name('resource/service-match', 'a namespace')] },
};

const RULE: FieldTable = {
  'action': { rules: [oneOfRequired('resource/enum', 'Allow', 'Deny', 'Log', 'Pass')] },
  'ipVersion': { rules: [ipVersion()] },
  'protocol': { go: goProtocol, rules: [protocol] },
  'notProtocol': { go: goProtocol, rules: [protocol] },
  'icmp.type': { rules: [range('resource/icmp', 0, 254)] },
  'icmp.code': { rules: [range('resource/icmp', 0, 255)] },
  'notICMP.type': { rules: [range('resource/icmp', 0, 254)] },
  'notICMP.code': { rules: [range('resource/icmp', 0, 255)] },
  ...below('source.', ENTITY),
  ...below('destination.', ENTITY),
};

/** What Calico adds to the rules of policies and profiles (api/pkg/apis/projectcalico/v3/policy_common.go). */
export const RULE_TABLE: FieldTable = { ...below('spec.ingress[].', RULE), ...below('spec.egress[].', RULE) };

function ipVersion() {
  return {
    judge: (version: number) => version === 4 || version === 6 ? undefined : {
      rule: 'resource/enum',
      what: `${version} is no IP version: allowed are 4 and 6`,
      why: 'there is no other IP version',
      fix: 'give 4 or 6, or leave the field out',
    },
  };
}

/** Judges one rule by itself (`validateRule`). */
export function judgeRule(rule: DecodedRule, walk: Walk): void {
  judgePorts(rule, walk);
  judgeHttp(rule, walk);
  judgeIcmp(rule, walk);
  judgeNets(rule, walk);
  judgeEntity(rule.source, 'source', walk);
  judgeEntity(rule.destination, 'destination', walk);
  if (rule.metadata?.annotations !== undefined) {
    judgeAnnotations(rule.metadata.annotations, walk, ['metadata', 'annotations'], true);
  }
}
