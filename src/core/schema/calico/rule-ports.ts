import { DecodedRule } from './decoded-policy';
import { hasPorts } from './protocol';
import { dashedRange, isNamedPort, portRange, portWords } from '../go/network-types';
import { printValue } from '../printed-value';
import { FieldRule } from '../structural/field-rule';
import { Walk } from '../structural/walk';

const PORT_NAME = /^[a-z0-9-]{1,15}$/;

/** What is wrong with the name of a port (apimachinery, `IsValidPortName`); undefined where nothing is. */
export function portNameFault(name: string): string | undefined {
  if (!PORT_NAME.test(name)) {
    return 'a name has at most 15 lower-case letters, digits and "-"';
  }
  if (!/[a-z]/.test(name)) {
    return 'a name has at least one letter';
  }
  return name.includes('--') || name.startsWith('-') || name.endsWith('-') ? 'a name doesn\'t start or end with "-", nor hold "--"' : undefined;
}

/** A port of a rule, read before (`validatePort`, and the tag `portName`). */
export const ports: FieldRule<string | number> = {
  judge: (port) => {
    const range = portRange(port);
    if (range === undefined) {
      const fault = portNameFault(port as string);
      return fault === undefined ? undefined : dashedRange(port as string) ?? portWords(
        `${printValue(port)} is no name of a port: ${fault}`, 'give the name as the pod declares it, a number, or a range such as "8000:9000"');
    }
    return range.min >= 1 ? undefined : portWords(range.max === 0 ? 'port 0 is no port' : `${printValue(port)} holds port 0, which is no port`, 'start from 1');
  },
};

const PORT_FIELDS = [
  ['source', 'ports'], ['source', 'notPorts'], ['destination', 'ports'], ['destination', 'notPorts'],
] as const;

/** Ports need a protocol that has them (`validateRule`): without a protocol, only ports by name are taken. */
export function judgePorts(rule: DecodedRule, walk: Walk): void {
  const protocol = rule.protocol ?? undefined;
  if (protocol !== undefined && hasPorts(protocol)) {
    return;
  }
  for (const [side, field] of PORT_FIELDS) {
    const given = rule[side]?.[field] ?? [];
    if (protocol !== undefined && given.length > 0) {
      walk.refuse(undefined, {
        rule: 'resource/port',
        what: `protocol ${printValue(protocol)} has no ports for Calico, and the rule names some`,
        why: 'only TCP, UDP and SCTP have ports here; Calico refuses the whole policy',
        fix: `remove ${field}, or set protocol to TCP, UDP or SCTP`,
      }, [side, field]);
    } else if (protocol === undefined && !given.every(isNamedPort)) {
      walk.refuse(undefined, {
        rule: 'resource/port',
        what: 'the rule names ports by number and no protocol',
        why: 'a port number means nothing without a protocol that has ports; Calico refuses the whole policy',
        fix: 'add protocol: TCP, UDP or SCTP',
      }, [side, field]);
    }
  }
}
