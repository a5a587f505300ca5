import { Bits } from './bits';
import { FALSE, Formula, Formulas, TRUE } from './formula';
import { Scope } from './scope';
import { PortAt, SymbolicEnd, SymbolicPolicy } from './symbolic-end';
import { ICMP, ICMPV6, SCTP, TCP, UDP } from '../protocols';
import { Direction, EntityMatch, IcmpMatch, Rule, RulePorts } from '../rule';
import { Tier } from '../tier';

/*
 * The walk of walk.ts and the rules of match-rule.ts as one formula: that a packet is allowed. It is built from the end: what follows the last
 * policy of a tier, then the policy before it, and so on, so that each rule is part of it once.
 */

/** A packet that isn't known. */
export interface SymbolicTraffic {
  readonly protocol: Bits;
  readonly sourcePort: Bits;
  readonly destinationPort: Bits;
  readonly icmpType: Bits;
  readonly icmpCode: Bits;
}

export function anyTraffic(formulas: Formulas): SymbolicTraffic {
  return {
    protocol: Bits.variable(formulas, 8),
    sourcePort: Bits.variable(formulas, 16),
    destinationPort: Bits.variable(formulas, 16),
    icmpType: Bits.variable(formulas, 8),
    icmpCode: Bits.variable(formulas, 8),
  };
}

/** Whether the protocol has ports. */
export function hasPortsFormula(formulas: Formulas, { protocol }: SymbolicTraffic): Formula {
  return formulas.any([TCP, UDP, SCTP].map((one) => protocol.equals(one)));
}

/** Whether the protocol is ICMP or ICMPv6. */
function isIcmpFormula(formulas: Formulas, { protocol }: SymbolicTraffic): Formula {
  return formulas.any([ICMP, ICMPV6].map((one) => protocol.equals(one)));
}

export class SymbolicWalk {
  private readonly formulas: Formulas;
  private readonly hasPorts: Formula;

  constructor(
    private readonly scope: Scope,
    private readonly traffic: SymbolicTraffic,
    private readonly source: SymbolicEnd,
    private readonly destination: SymbolicEnd,
  ) {
    this.formulas = scope.formulas;
    this.hasPorts = hasPortsFormula(scope.formulas, traffic);
  }

  /** That one end lets it pass. Grows with the rules of the policies that may select it. */
  public passes(direction: Direction): Formula {
    const station = (direction === 'egress' ? this.source : this.destination).station(direction);
    if (!station) {
      return TRUE;
    }
    let next = station.profiles.reduceRight((after, profile) => this.afterRules(profile[direction], after, after), station.end === 'allow' ? TRUE : FALSE);
    for (const { tier, policies } of byTier(station.policies, this.scope.model.tiers).reverse()) {
      next = this.afterTier(tier, policies, direction, next);
    }
    return next;
  }

  /** Two ways lead to the end of a tier: with a policy that selects, or without one. */
  private afterTier({ end }: Tier, policies: readonly SymbolicPolicy[], direction: Direction, next: Formula): Formula {
    let selected = end === 'deny' ? FALSE : next;
    let unselected = next;
    for (let index = policies.length - 1; index >= 0; index--) {
      const { policy, selects } = policies[index];
      const ruled = this.afterRules(policy[direction]!, selected, next);
      selected = this.formulas.choose(selects, ruled, selected);
      unselected = this.formulas.choose(selects, ruled, unselected);
    }
    return unselected;
  }

  private afterRules(rules: readonly Rule[], none: Formula, passed: Formula): Formula {
    let next = none;
    for (let index = rules.length - 1; index >= 0; index--) {
      const { action } = rules[index];
      if (action !== 'log') {
        next = this.formulas.choose(this.matches(rules[index]), action === 'allow' ? TRUE : action === 'deny' ? FALSE : passed, next);
      }
    }
    return next;
  }

  /** `matchRule`. HTTP conditions don't count: the verdict is that of the connection. */
  private matches(rule: Rule): Formula {
    const { protocol } = this.traffic;
    if (!(this.scope.family === 6 ? rule.matchesV6 : rule.matchesV4)) {
      return FALSE;
    }
    const parts: Formula[] = [];
    if (rule.protocol !== undefined) {
      parts.push(protocol.equals(rule.protocol));
    }
    if (rule.notProtocol !== undefined) {
      parts.push(-protocol.equals(rule.notProtocol));
    }
    if (rule.icmp) {
      parts.push(this.isIcmp(rule.icmp));
    }
    if (rule.notIcmp) {
      parts.push(-this.isIcmp(rule.notIcmp));
    }
    this.addEntity(parts, rule.destination, this.destination, { protocol, port: this.traffic.destinationPort });
    this.addEntity(parts, rule.source, this.source, { protocol, port: this.traffic.sourcePort });
    return this.formulas.all(parts);
  }

  /** What a condition on ICMP says of other protocols isn't known: Calico's validation lets nobody ask. */
  private isIcmp({ type, code }: IcmpMatch): Formula {
    const { icmpType, icmpCode } = this.traffic;
    const isIcmp = isIcmpFormula(this.formulas, this.traffic);
    const open = this.formulas.variable();
    this.scope.assumptions.add(this.formulas.all([-isIcmp, open]), 'a rule with an ICMP type is taken to match no other protocol');
    return this.formulas.choose(isIcmp, this.formulas.all([icmpType.equals(type), code === undefined ? TRUE : icmpCode.equals(code)]), open);
  }

  private addEntity(parts: Formula[], entity: EntityMatch, end: SymbolicEnd, at: PortAt): void {
    const { ports, notPorts, nets, notNets, selector, notSelector, service } = entity;
    const family = this.scope.family === 6 ? 'v6' : 'v4';
    if (ports) {
      parts.push(this.isPort(ports, entity, end, at));
    }
    if (notPorts) {
      parts.push(-this.isPort(notPorts, entity, end, at));
    }
    if (nets) {
      parts.push(end.isIn(nets[family]!));
    }
    if (notNets) {
      parts.push(-end.isIn(notNets[family]!));
    }
    if (selector && !(ports && ports.ranges.length === 0)) {
      parts.push(end.matches(selector));
    }
    if (notSelector) {
      parts.push(-end.matches(notSelector));
    }
    if (service) {
      parts.push(end.isBackend(service, at));
    }
  }

  private isPort({ ranges, names }: RulePorts, { selector }: EntityMatch, end: SymbolicEnd, at: PortAt): Formula {
    const named = names.length === 0 ? FALSE : end.hasPort(names, selector, at);
    return this.formulas.both(this.hasPorts, this.formulas.any([named, ...ranges.map(({ first, last }) => at.port.within(first, last))]));
  }
}

function byTier(policies: readonly SymbolicPolicy[], tiers: readonly Tier[]): { tier: Tier; policies: SymbolicPolicy[] }[] {
  const grouped = new Map(tiers.map((tier) => [tier.name, { tier, policies: [] as SymbolicPolicy[] }]));
  policies.forEach((one) => grouped.get(one.policy.tier)!.policies.push(one));
  return [...grouped.values()].filter((group) => group.policies.length > 0);
}
