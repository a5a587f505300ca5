import { JsonObject } from '../../../../src/core/manifests';
import { CEL_RULES, TRANSITION_RULES } from '../../../../src/core/schema/cel';
import { calicoKinds } from '../../../../src/core/schema/kinds.generated';
import { StructuralSchema } from '../../../../src/core/schema/structural-schema';

function rulesOf(schema: StructuralSchema, found: Set<string>): Set<string> {
  for (const { rule } of schema.validations ?? []) {
    found.add(rule);
  }
  for (const part of [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties]) {
    if (part !== undefined) {
      rulesOf(part, found);
    }
  }
  return found;
}

/** One rule, one object that keeps it, one that breaks it and the field at fault. */
const ROWS: readonly (readonly [string, JsonObject, JsonObject, string])[] = [
  ['doNotTrack) && self.doNotTrack) && (has', { doNotTrack: true }, { doNotTrack: true, preDNAT: true }, 'preDNAT'],
  ['size(self.egress)', { preDNAT: true, egress: [] }, { preDNAT: true, egress: [{}] }, 'egress'],
  ["t == 'Egress'", { preDNAT: true, types: ['Ingress'] }, { preDNAT: true, types: ['Egress'] }, 'types'],
  ['self.applyOnForward)', { preDNAT: true, applyOnForward: true }, { doNotTrack: true }, 'applyOnForward'],
  ["self.protocol == 'TCP'", { http: {}, protocol: 6 }, { http: {}, protocol: 'UDP' }, 'protocol'],
  ["self.action == 'Allow'", { http: {}, action: 'Allow' }, { http: {}, action: 'Deny' }, 'http'],
  ['self.destination.services', { destination: { services: {} } }, { destination: { services: {}, notPorts: [1] } }, 'destination.notPorts'],
  ['has(self.code)', { code: 1, type: 2 }, { code: 1 }, 'code'],
  ["'kube-admin'", { metadata: { name: 'kube-admin' }, spec: { defaultAction: 'Pass' } }, { metadata: { name: 'kube-admin' }, spec: { defaultAction: 'Deny' } }, 'spec.defaultAction'],
  ["'kube-baseline'", { metadata: { name: 'a' }, spec: {} }, { metadata: { name: 'kube-baseline' }, spec: { defaultAction: 'Deny' } }, 'spec.defaultAction'],
  ["spec.defaultAction == 'Deny'", { spec: {} }, { metadata: { name: 'default' }, spec: { defaultAction: 'Pass' } }, 'spec.defaultAction'],
  ['has(self.nodeMeshPassword)', { nodeMeshPassword: {} }, { nodeMeshPassword: {}, nodeToNodeMeshEnabled: false }, 'nodeMeshPassword'],
  ['has(self.nodeMeshMaxRestartTime)', { nodeMeshMaxRestartTime: '1s', nodeToNodeMeshEnabled: true }, { nodeMeshMaxRestartTime: '1s', nodeToNodeMeshEnabled: false }, 'nodeMeshMaxRestartTime'],
  ['(has(self.cidr) && size(self.cidr) > 0) ==', { cidr: 'a', matchOperator: 'b' }, { cidr: 'a' }, 'matchOperator'],
  ['has(self.prefixLength)', { cidr: 'a', prefixLength: {} }, { prefixLength: {} }, 'prefixLength'],
  ['has(self.operations)', { operations: [{}], action: 'Accept' }, { operations: [{}], action: 'Reject' }, 'operations'],
  ['size(self.node) == 0) ||', { node: 'a', nodeSelector: '' }, { node: 'a', nodeSelector: 'b' }, 'node'],
  ['size(self.peerIP) == 0) || (!has(self.peerSelector)', { peerIP: 'a' }, { peerIP: 'a', peerSelector: 'b' }, 'peerIP'],
  ['self.asNumber == 0', { peerSelector: 'a', asNumber: 0 }, { peerSelector: 'a', asNumber: 1 }, 'asNumber'],
  ['(!has(self.localWorkloadSelector) || size(self.localWorkloadSelector) == 0) || (!has(self.peerIP)', {}, { localWorkloadSelector: 'a', peerIP: 'b' }, 'peerIP'],
  ['(!has(self.localWorkloadSelector) || size(self.localWorkloadSelector) == 0) || (!has(self.peerSelector)', {}, { localWorkloadSelector: 'a', peerSelector: 'b' }, 'peerSelector'],
  ['self.asNumber != 0', { localWorkloadSelector: 'a', asNumber: 1 }, { localWorkloadSelector: 'a', asNumber: 0 }, 'asNumber'],
  ["startsWith('node.')", { metadata: { name: 'a' }, spec: { nodeSelector: 'b' } }, { metadata: { name: 'node.a' }, spec: { nodeSelector: 'b' } }, 'spec.nodeSelector'],
  ['has(self.routeTableRange)', { routeTableRange: {} }, { routeTableRange: {}, routeTableRanges: [] }, 'routeTableRange'],
  ['has(self.interfaceName)', { expectedIPs: ['a'] }, { interfaceName: '', expectedIPs: [] }, 'interfaceName'],
  ['has(self.node) && size(self.node) > 0', { node: 'a' }, { node: '' }, 'node'],
  ["!has(self.ipipMode) || !has(self.vxlanMode) || self.ipipMode == 'Never'", { ipipMode: 'Always', vxlanMode: '' }, { ipipMode: 'Always', vxlanMode: 'Always' }, 'vxlanMode'],
  ["u == 'LoadBalancer') || (!has(self.ipipMode)", { allowedUses: ['LoadBalancer'], ipipMode: 'Never' }, { allowedUses: ['LoadBalancer'], vxlanMode: 'Always' }, 'vxlanMode'],
  ["u == 'Workload' || u == 'Tunnel'", { allowedUses: ['Workload', 'Tunnel'] }, { allowedUses: ['LoadBalancer', 'Tunnel'] }, 'allowedUses'],
  ["self.cidr.contains(':')", { cidr: '10.0.0.0/8', ipipMode: 'Always' }, { cidr: 'fd00::/8', ipipMode: 'Always' }, 'ipipMode'],
];

function ruleWith(part: string): string {
  const found = Object.keys(CEL_RULES).filter((rule) => rule.includes(part));
  expect(found).toHaveLength(1);
  return found[0];
}

describe('the CEL rules of the CRDs', () => {
  test('each has its function, and each function its rule', () => {
    const rules = calicoKinds().reduce((found, kind) => rulesOf(kind.schema, found), new Set<string>());
    expect([...rules].sort()).toEqual([...Object.keys(CEL_RULES), ...TRANSITION_RULES].sort());
  });

  test.each(ROWS)('%s', (part, keeps, breaks, field) => {
    const rule = CEL_RULES[ruleWith(part)];
    expect(rule.holds(keeps)).toBe(true);
    expect(rule.holds(breaks)).toBe(false);
    expect(rule.below(breaks).join('.')).toBe(field);
    expect(rule.words(breaks).rule).toMatch(/^resource\//);
  });

  test('each is shown by a row', () => {
    expect(new Set(ROWS.map(([part]) => ruleWith(part))).size).toBe(Object.keys(CEL_RULES).length);
  });
});
