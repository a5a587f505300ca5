import { End, matchEnd, matchNamedPort } from './end';
import { HttpRequest, matchHttp } from './http-path';
import { ASSUMED_NO, both, either, Match, matchOf, negate, NO, YES } from './match';
import { RuleNets } from './net-set';
import { hasPorts } from './protocols';
import { EntityMatch, IcmpMatch, Rule, RulePorts } from './rule';
import { Services } from './services';

/** One packet that opens a connection. What is undefined isn't known. */
export interface Packet {
  readonly isV6: boolean;
  readonly protocol: number;
  readonly source: End;
  readonly destination: End;
  readonly sourcePort: number | undefined;
  readonly destinationPort: number | undefined;
  readonly icmpType: number | undefined;
  readonly icmpCode: number | undefined;
  /** Undefined: the verdict is that of the connection, whatever is asked on it. */
  readonly http: HttpRequest | undefined;
}

/** Whether a rule matches a packet (`CalculateRuleMatch` in felix/rules/policy.go, with IP sets looked up instead of rendered). */
export function matchRule(rule: Rule, packet: Packet, services: Services): Match {
  const { protocol } = packet;
  if (!(packet.isV6 ? rule.matchesV6 : rule.matchesV4)
    || (rule.protocol !== undefined && rule.protocol !== protocol)
    || rule.notProtocol === protocol
    || (rule.http && packet.http && !matchHttp(rule.http, packet.http))) {
    return NO;
  }
  let match: Match = rule.icmp ? matchIcmp(rule.icmp, packet) : YES;
  if (rule.notIcmp) {
    match = both(match, negate(matchIcmp(rule.notIcmp, packet)));
  }
  match = both(match, matchEntity(rule.destination, packet.destination, packet.destinationPort, packet, services));
  return match === NO ? NO : both(match, matchEntity(rule.source, packet.source, packet.sourcePort, packet, services));
}

/** Parts that cost least come first; assumptions are kept only if everything else matches. */
function matchEntity(entity: EntityMatch, end: End, port: number | undefined, packet: Packet, services: Services): Match {
  const { protocol } = packet;
  let match: Match = YES;
  if (entity.ports) {
    match = matchPorts(entity.ports, entity, end, port, protocol);
  }
  if (match !== NO && entity.notPorts) {
    match = both(match, negate(matchPorts(entity.notPorts, entity, end, port, protocol)));
  }
  if (match !== NO && entity.nets) {
    match = both(match, matchNets(entity.nets, end, packet.isV6));
  }
  if (match !== NO && entity.notNets) {
    match = both(match, negate(matchNets(entity.notNets, end, packet.isV6)));
  }
  if (match !== NO && entity.selector && !isWithinNamedPorts(entity)) {
    match = both(match, matchEnd(entity.selector, end));
  }
  if (match !== NO && entity.notSelector) {
    match = both(match, negate(matchEnd(entity.notSelector, end)));
  }
  if (match !== NO && entity.service) {
    match = both(match, services.match(entity.service, end, protocol, port));
  }
  return match;
}

/** Where all ports have names, the selector is part of their IP sets, and of nothing else (`ruleToParsedRule` in felix/calc/rule_scanner.go). */
function isWithinNamedPorts({ ports }: EntityMatch): boolean {
  return ports !== undefined && ports.ranges.length === 0;
}

function matchNets(nets: RuleNets, end: End, isV6: boolean): Match {
  return (isV6 ? nets.v6 : nets.v4)!.holds(end.block);
}

function matchPorts(ports: RulePorts, entity: EntityMatch, end: End, port: number | undefined, protocol: number): Match {
  if (!hasPorts(protocol)) {
    return NO;
  }
  const named = ports.names.length === 0 ? NO : matchNamedPort(ports.names, entity.selector, end, protocol, port);
  if (ports.ranges.length === 0) {
    return named;
  }
  return either(named, port === undefined ? unknownPort(ports) : matchOf(ports.ranges.some(({ first, last }) => first <= port && port <= last)));
}

/** A port that isn't known is taken for none of those named, unless all are. */
function unknownPort({ ranges }: RulePorts): Match {
  return ranges.some(({ first, last }) => first <= 1 && last === 65535) ? YES : ASSUMED_NO;
}

function matchIcmp({ type, code }: IcmpMatch, packet: Packet): Match {
  const byType = packet.icmpType === undefined ? ASSUMED_NO : matchOf(packet.icmpType === type);
  if (code === undefined) {
    return byType;
  }
  return both(byType, packet.icmpCode === undefined ? ASSUMED_NO : matchOf(packet.icmpCode === code));
}

