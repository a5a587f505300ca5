import { FieldPath } from '../findings';
import { JsonObject } from '../manifests';
import { numberAt, objectAt, objectsAt, optionalObject, textAt, textsAt } from './json-fields';
import { RuleNets, readNets, splitFamilies } from './net-set';
import { peerSelector } from './peer-selector';
import { ICMP, ICMPV6, protocolNumber } from './protocols';
import { Action, EntityMatch, HttpMatch, HttpPath, IcmpMatch, PortRange, Rule, RulePorts, RuleService } from './rule';
import { SelectorPool, Unreadable } from './selector-pool';

const ACTIONS: Readonly<Record<string, Action>> = { allow: 'allow', deny: 'deny', pass: 'pass', log: 'log' };

/**
 * Reads a rule of `projectcalico.org/v3`: `RuleAPIV3ToBackend` (updateprocessors/rules.go), `ruleToParsedRule` (felix/calc/rule_scanner.go)
 * and `FilterRuleToIPVersion` (felix/rules/policy.go) in one.
 *
 * @throws Unreadable where Calico would drop the whole policy
 */
export function readRule(rule: JsonObject, field: FieldPath, policyNamespace: string | undefined, selectors: SelectorPool): Rule {
  const action = ACTIONS[String(rule.action).toLowerCase()];
  if (action === undefined) {
    throw new Unreadable(`the action ${JSON.stringify(rule.action)} is none of Allow, Deny, Pass and Log`);
  }
  const source = readEntity(objectAt(rule, 'source'), policyNamespace, selectors, false);
  const destination = readEntity(objectAt(rule, 'destination'), policyNamespace, selectors, true);
  const version = numberAt(rule, 'ipVersion') ?? versionOfProtocol(rule.protocol);
  return {
    action,
    field,
    matchesV4: version !== 6 && isRendered('v4', source, destination),
    matchesV6: version !== 4 && isRendered('v6', source, destination),
    protocol: readProtocol(rule.protocol),
    notProtocol: readProtocol(rule.notProtocol),
    icmp: readIcmp(optionalObject(rule, 'icmp')),
    notIcmp: readIcmp(optionalObject(rule, 'notICMP')),
    source,
    destination,
    http: readHttp(optionalObject(rule, 'http')),
  };
}

function readProtocol(value: unknown): number | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  const protocol = protocolNumber(value);
  if (protocol === undefined) {
    throw new Unreadable(`there is no protocol ${JSON.stringify(value)}`);
  }
  return protocol;
}

/** ICMP and ICMPv6 by name settle the version, by number they don't (`ipVersionToProtoIPVersion` in felix/calc/rule_convert.go). */
function versionOfProtocol(protocol: unknown): number | undefined {
  const named = typeof protocol === 'string' && !/^[0-9]/.test(protocol) ? protocolNumber(protocol) : undefined;
  return named === ICMP ? 4 : named === ICMPV6 ? 6 : undefined;
}

/**
 * A rule is left out for a family if one of its lists of nets has none of that family, `notNets` included, or rules out the whole family
 * (`filterNets` in felix/rules/policy.go).
 */
function isRendered(family: keyof RuleNets, ...ends: EntityMatch[]): boolean {
  return ends.every(({ nets, notNets }) => (!nets || nets[family]) && (!notNets || (notNets[family] && notNets[family].blocks[0].length > 0)));
}

/** Asks for nothing, as at least one end of most rules does. */
const ANYTHING: EntityMatch = {};

function readEntity(entity: JsonObject, policyNamespace: string | undefined, selectors: SelectorPool, withPorts: boolean): EntityMatch {
  if (isEmpty(entity)) {
    return ANYTHING;
  }
  const positive = peerSelector(entity, policyNamespace);
  const negative = textAt(entity, 'notSelector');
  const service = optionalObject(entity, 'services');
  // A negative selector beside a positive one narrows it (`combineMatchesIfPossible` in felix/calc/rule_scanner.go).
  const selector = positive === '' || negative === undefined ? positive : `(${positive}) && (!(${negative}))`;
  return {
    selector: selector === '' ? undefined : selectors.compile(selector),
    notSelector: selector === '' && negative !== undefined ? selectors.compile(negative) : undefined,
    nets: readRuleNets(entity, 'nets'),
    notNets: readRuleNets(entity, 'notNets'),
    ports: readPorts(entity.ports),
    notPorts: readPorts(entity.notPorts),
    service: service && readService(service, withPorts),
  };
}

function isEmpty(object: JsonObject): boolean {
  for (const _ in object) {
    return false;
  }
  return true;
}

function readRuleNets(entity: JsonObject, key: 'nets' | 'notNets'): RuleNets | undefined {
  return entity[key] === undefined ? undefined : splitFamilies(readNets(textsAt(entity, key)));
}

/**
 * Without a namespace the key names no service, and the rule matches nothing: Calico's documentation says that the policy's own namespace is
 * meant, but nothing fills it in (`RuleAPIV3ToBackend` passes it on as it is).
 */
function readService(service: JsonObject, withPorts: boolean): RuleService {
  return { key: `${textAt(service, 'namespace') ?? ''}/${textAt(service, 'name') ?? ''}`, withPorts };
}

/** A list of ports as manifests have it; undefined where there is none. */
export function readPorts(value: unknown): RulePorts | undefined {
  if (!Array.isArray(value) || value.length === 0) {
    return undefined;
  }
  const ranges: PortRange[] = [];
  const names: string[] = [];
  for (const item of value) {
    const range = readPortRange(item);
    if (range) {
      ranges.push(range);
    } else {
      names.push(String(item));
    }
  }
  return { ranges, names };
}

/** `PortFromString` in api/pkg/lib/numorstring/port.go: digits, digits:digits, anything else is a name. */
function readPortRange(port: unknown): PortRange | undefined {
  const parts = /^([0-9]+)(?::([0-9]+))?$/.exec(String(port));
  if (!parts) {
    return undefined;
  }
  const first = Number(parts[1]);
  const last = Number(parts[2] ?? parts[1]);
  if (last > 65535 || first > last) {
    throw new Unreadable(`${JSON.stringify(port)} is no port or range of ports`);
  }
  return { first, last };
}

/** A code without a type matches everything (`parsedRuleToProtoRule` in felix/calc/rule_convert.go). */
function readIcmp(icmp: JsonObject | undefined): IcmpMatch | undefined {
  const type = icmp && numberAt(icmp, 'type');
  return type === undefined ? undefined : { type, code: numberAt(icmp!, 'code') };
}

function readHttp(http: JsonObject | undefined): HttpMatch | undefined {
  return http && {
    methods: textsAt(http, 'methods'),
    paths: objectsAt(http, 'paths').flatMap((path): HttpPath[] => {
      const exact = textAt(path, 'exact');
      const prefix = textAt(path, 'prefix');
      return exact !== undefined ? [{ kind: 'exact', path: exact }] : prefix !== undefined ? [{ kind: 'prefix', path: prefix }] : [];
    }),
  };
}
