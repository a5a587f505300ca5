import { Finding } from '../../../src/core/findings';

export const OVERLAP: Finding = {
  id: 'cidr/pool-overlaps-network',
  severity: 'error',
  path: 'calico/pods',
  object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'default-ipv4-ippool' },
  field: 'spec.cidr',
  what: 'pool 192.168.0.0/16 overlaps the on-premises range 192.168.100.0/22 of the plan',
  why: 'both hold 192.168.100.0 to 192.168.103.255: pods there can\'t reach on-premises hosts with the same addresses, and replies from those hosts go to pods',
  fix: 'give `cidr` a range outside the plan; free in 172.16.0.0/12: 172.16.0.0/16, 172.17.0.0/16, 172.18.0.0/16',
  docs: 'docs/checks/cidr/pool-overlaps-network.md',
};

export const SYNTAX: Finding = {
  id: 'selector/syntax',
  severity: 'error',
  what: 'expected { after in, found (',
  why: 'this is a Kubernetes label selector; Calico writes sets in braces and quotes every value',
  fix: 'app in {"frontend", "web"}',
  docs: 'docs/checks/selector/syntax.md',
  span: { text: 'app in (frontend, web)', start: 7, end: 8 },
  corrected: 'app in {"frontend", "web"}',
};

export const IN_FILE: Finding = {
  id: 'resource/cidr',
  severity: 'warning',
  place: { file: 'net/pools.yaml', line: 12, column: 9 },
  object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkSet', name: 'vpn', namespace: 'ops' },
  field: 'spec.nets[0]',
  what: '10.0.0.5/16 has host bits',
  why: 'it means 10.0.0.0/16',
  fix: 'write the block',
  docs: 'docs/checks/resource/cidr.md',
  corrected: '10.0.0.0/16',
  layer: 'calico',
  outcome: 'refused',
};

export const ADVICE: Finding = {
  id: 'policy/empty',
  severity: 'advice',
  what: 'nothing is selected',
  why: 'no pod carries the label',
  fix: 'remove the policy',
  docs: 'docs/checks/policy/empty.md',
};

/** Everything in it that comes from a manifest is hostile. */
export const HOSTILE: Finding = {
  id: 'resource/name',
  severity: 'error',
  place: { file: 'a\u001b[2J<b>&".yaml', line: 1, column: 1 },
  object: { kind: 'Pod\u202e', name: 'x\ny\u0000', namespace: '\u200b' },
  field: 'metadata["\u0007"]',
  what: 'name \u001b[31mred\u001b[0m ]]> </failure> \ud800 \uffff',
  why: 'a\r\nb\u2066c',
  fix: '\u009b1m & "quotes" \'too\'',
  docs: 'docs/checks/resource/name.md',
  span: { text: '\u001b]0;title\u0007', start: 0, end: 1 },
};
