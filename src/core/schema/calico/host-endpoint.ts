import { address, form, name } from './field-rules';
import { protocol, hasPorts } from './protocol';
import { portNameFault } from './rule-ports';
import { isObject, JsonObject } from '../../manifests';
import { goUint16, rangeWords } from '../go/go-type';
import { goProtocol } from '../go/network-types';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

const RULE = 'resource/host-endpoint';

/** What Calico adds to host endpoints (api/pkg/apis/projectcalico/v3/hostendpoint.go). */
export const HOST_ENDPOINT_TABLE: FieldTable = {
  'spec.node': { rules: [name(RULE, 'a node')] },
  'spec.interfaceName': { rules: [form(RULE, /^(?:\*|[a-zA-Z0-9_.-]{1,15})$/, '"*" or the name of an interface: at most 15 letters, digits, "_", "." and "-"')] },
  'spec.expectedIPs[]': { rules: [address(RULE)] },
  'spec.profiles[]': { rules: [profileName()] },
  'spec.ports[].name': { rules: [{ zero: '', judge: portName }] },
  'spec.ports[].protocol': { go: goProtocol, rules: [protocol, { zero: '', judge: protocolWithPorts }] },
  'spec.ports[].port': { go: goUint16, rules: [{ zero: 0, judge: (port: number) => port > 0 ? undefined : rangeWords(port, 1, 65535, RULE) }] },
};

function profileName() {
  const rule = name(RULE, 'a profile');
  return { judge: (text: string) => text === '' ? { ...rule.judge('-')!, what: 'the name of a profile is empty' } : rule.judge(text) };
}

function portName(text: string): Words | undefined {
  const fault = portNameFault(text);
  return fault === undefined ? undefined : {
    rule: RULE,
    what: text === '' ? 'the port has no name' : `${printValue(text)} is no name of a port: ${fault}`,
    why: 'rules match the port by this name',
    fix: 'give a name such as http',
  };
}

function protocolWithPorts(value: string | number): Words | undefined {
  return hasPorts(value) ? undefined : {
    rule: RULE,
    what: value === '' ? 'the port has no protocol' : `protocol ${printValue(value)} has no ports for Calico`,
    why: 'only TCP, UDP and SCTP have ports here',
    fix: 'set protocol to TCP, UDP or SCTP',
  };
}

/** At `interfaceName`. */
export const NO_INTERFACE: Words = {
  rule: RULE,
  what: 'neither interfaceName nor expectedIPs is given',
  why: 'Felix finds the interface by its name or by its addresses',
  fix: 'give interfaceName ("*" stands for all interfaces), expectedIPs, or both',
};

/** At `node`. */
export const NO_NODE: Words = {
  rule: RULE, what: 'no node is given', why: 'a host endpoint is an interface of one node', fix: 'give the name of the node',
};

/** `validateHostEndpointSpec`. */
export function judgeHostEndpoint(object: JsonObject, walk: Walk): void {
  const spec = isObject(object.spec) ? object.spec : {};
  if (!spec.interfaceName && !(Array.isArray(spec.expectedIPs) && spec.expectedIPs.length > 0)) {
    walk.refuse(undefined, NO_INTERFACE, ['spec', 'interfaceName']);
  }
  if (!spec.node) {
    walk.refuse(undefined, NO_NODE, ['spec', 'node']);
  }
}
