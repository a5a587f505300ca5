import { everywhere } from './end';
import { isImplied } from './implied-selector';
import { NO, YES } from './match';
import { NetSet, RuleNets } from './net-set';
import { portSet, PortSet, possiblePorts, sharedPorts, surePorts, withoutPorts } from './port-set';
import { hasPorts } from './protocols';
import { EntityMatch, IcmpMatch, Rule } from './rule';
import { addToList } from '../add-to-list';
import { Family, minimalBlocks, Prefix, subtractBlocks } from '../cidr';

/*
 * Whether one rule matches every packet that another one matches.
 *
 * A rule is a conjunction of parts: family, protocol, ICMP, HTTP, and of each end its selector, nets, ports and Service. `a` covers `b` if every part
 * of `a` follows from the parts of `b`. Several rules cover `b` together if all of them cover it but for one and the same part, and that part of `b`
 * lies in the union of theirs: two halves of a net, two ranges of ports, two values of a label. Families are looked at one by one, so that a rule
 * for IPv4 and one for IPv6 cover one for both.
 *
 * Sound, not complete: an answer of yes is proved, whatever labels, addresses and Services there are; no means "not proved". What rules say of
 * packets is `matchRule`, and the tests hold the two against each other.
 */

type Side = 'source' | 'destination';
type PartName = 'selector' | 'nets' | 'ports';
/** A part in which rules can add up. */
type Dimension = `${Side} ${PartName}`;
/** What keeps a rule from covering another: nothing, one part, or more than can be made up for. */
type Gap = Dimension | 'none' | 'more';

const FAMILIES: readonly Family[] = [4, 6];
const SIDES: readonly Side[] = ['source', 'destination'];

/** Whether it is proved that `a` matches every packet that `b` matches. */
export function covers(a: Rule, b: Rule): boolean {
  return coverOf([a], b) !== undefined;
}

/**
 * The rules that cover `b`, alone or together, as indexes in order; undefined where that isn't proved. A rule that matches nothing for sure isn't
 * looked for here: it is covered by none. Compares `b` with each of the rules once for each family.
 */
export function coverOf(rules: readonly Rule[], b: Rule): number[] | undefined {
  const found = new Set<number>();
  let isCovered = false;
  for (const family of FAMILIES) {
    if (matches(b, family)) {
      const cover = coverIn(family, rules, b);
      if (!cover) {
        return undefined;
      }
      cover.forEach((index) => found.add(index));
      isCovered = true;
    }
  }
  return isCovered ? [...found].sort((x, y) => x - y) : undefined;
}

/** Whether a rule matches every packet of both families. */
export function isCatchAll(rule: Rule): boolean {
  return rule.matchesV4 && rule.matchesV6 && rule.protocol === undefined && rule.notProtocol === undefined
    && !rule.icmp && !rule.notIcmp && !rule.http
    && SIDES.every((side) => !Object.values(rule[side]).some((part) => part !== undefined));
}

function matches(rule: Rule, family: Family): boolean {
  return family === 4 ? rule.matchesV4 : rule.matchesV6;
}

function coverIn(family: Family, rules: readonly Rule[], b: Rule): number[] | undefined {
  const partly = new Map<Dimension, number[]>();
  for (let index = 0; index < rules.length; index++) {
    const gap = gapOf(rules[index], b, family);
    if (gap === 'none') {
      return [index];
    }
    if (gap !== 'more') {
      addToList(partly, gap, index);
    }
  }
  for (const [dimension, indexes] of partly) {
    if (indexes.length > 1 && addUp(dimension, indexes.map((index) => rules[index]), b, family)) {
      return indexes;
    }
  }
  return undefined;
}

/** What of `a` doesn't follow from `b`, for packets of a family. What costs least is asked first. */
function gapOf(a: Rule, b: Rule, family: Family): Gap {
  if (!matches(a, family) || !coversProtocol(a, b) || !coversIcmp(a, b) || !coversHttp(a, b)) {
    return 'more';
  }
  let gap: Gap = 'none';
  for (const side of SIDES) {
    if (!coversService(a[side], b[side]) || !coversNotSelector(a[side], b[side])) {
      return 'more';
    }
    for (const part of ['ports', 'nets', 'selector'] as const) {
      const one = PARTS[part](a[side], b[side], b, family);
      if (one === 'missing' || (one === 'partly' && gap !== 'none')) {
        return 'more';
      }
      if (one === 'partly') {
        gap = `${side} ${part}`;
      }
    }
  }
  return gap;
}

/** Whether a part of `a` follows from `b`; where not, whether it may do so together with others. */
type PartCover = 'covered' | 'partly' | 'missing';

const PARTS: Readonly<Record<PartName, (a: EntityMatch, b: EntityMatch, rule: Rule, family: Family) => PartCover>> = {
  ports: (a, b, rule) => {
    if (!a.ports && (!a.notPorts || (rule.protocol !== undefined && !hasPorts(rule.protocol)))) {
      return 'covered';
    }
    if (a.ports && !b.ports && (rule.protocol === undefined || !hasPorts(rule.protocol))) {
      return 'missing';
    }
    if (matchesPorts(a, b) && sparesPorts(a, b)) {
      return 'covered';
    }
    return sharedPorts(surePorts(a.ports, a.notPorts), possiblePorts(b.ports, b.notPorts)).length > 0 ? 'partly' : 'missing';
  },
  nets: (a, b, _, family) => {
    if (!a.nets && !a.notNets) {
      return 'covered';
    }
    const own = blocksOf(a, family);
    const { blocks } = blocksOf(b, family);
    return blocks.every((block) => own.holds(block) === YES) ? 'covered' : blocks.some((block) => own.holds(block) !== NO) ? 'partly' : 'missing';
  },
  selector: (a, b) => {
    if (!a.selector || isWithinNamedPorts(a)) {
      return 'covered';
    }
    return b.selector === undefined ? 'missing' : isImplied(b.selector, a.selector) ? 'covered' : 'partly';
  },
};

function addUp(dimension: Dimension, rules: readonly Rule[], b: Rule, family: Family): boolean {
  const [side, part] = dimension.split(' ') as [Side, PartName];
  const entities = rules.map((rule) => rule[side]);
  const other = b[side];
  switch (part) {
    case 'ports': {
      const sure = portSet(entities.flatMap(({ ports, notPorts }) => surePorts(ports, notPorts)));
      return isWithin(possiblePorts(other.ports, other.notPorts), sure);
    }
    case 'nets': {
      const all = NetSet.of(entities.flatMap((entity) => blocksOf(entity, family).blocks));
      return blocksOf(other, family).blocks.every((block) => all.holds(block) === YES);
    }
    case 'selector':
      return isImplied(other.selector!, ...entities.map(({ selector }) => selector!));
  }
}

function coversProtocol(a: Rule, b: Rule): boolean {
  return (a.protocol === undefined || a.protocol === b.protocol)
    && (a.notProtocol === undefined || a.notProtocol === b.notProtocol || (b.protocol !== undefined && b.protocol !== a.notProtocol));
}

function coversIcmp(a: Rule, b: Rule): boolean {
  return (!a.icmp || (b.icmp !== undefined && isIcmpWithin(b.icmp, a.icmp)))
    && (!a.notIcmp || (b.notIcmp !== undefined && isIcmpWithin(a.notIcmp, b.notIcmp))
      || (b.icmp !== undefined && areIcmpDisjoint(a.notIcmp, b.icmp)));
}

/** Whether all that the first matches is matched by the second. */
export function isIcmpWithin(inner: IcmpMatch, outer: IcmpMatch): boolean {
  return inner.type === outer.type && (outer.code === undefined || inner.code === outer.code);
}

function areIcmpDisjoint(a: IcmpMatch, b: IcmpMatch): boolean {
  return a.type !== b.type || (a.code !== undefined && b.code !== undefined && a.code !== b.code);
}

function coversHttp(a: Rule, b: Rule): boolean {
  return !a.http || JSON.stringify(a.http) === JSON.stringify(b.http);
}

function coversService({ service: a }: EntityMatch, { service: b }: EntityMatch): boolean {
  return !a || (b !== undefined && a.key === b.key && (!a.withPorts || b.withPorts));
}

/** What `a` rules out, `b` has to rule out too. That something at an end matches `b.selector` doesn't save what else is there. */
function coversNotSelector({ notSelector: a }: EntityMatch, { notSelector: b }: EntityMatch): boolean {
  return !a || (b !== undefined && isImplied(a, b));
}

/** Whether each port that `b` asks for is one of `a`, by number or by a name that means the same ends. */
function matchesPorts(a: EntityMatch, b: EntityMatch): boolean {
  if (!a.ports) {
    return true;
  }
  const ranges = portSet(a.ports.ranges);
  if (isWithin(possiblePorts(b.ports, b.notPorts), ranges)) {
    return true;
  }
  return b.ports !== undefined
    && isWithin(withoutPorts(portSet(b.ports.ranges), portSet(b.notPorts?.ranges ?? [])), ranges)
    && b.ports.names.every((name) => a.ports!.names.includes(name))
    && (!a.selector || (b.selector ? isImplied(b.selector, a.selector) : a.selector.ast.kind === 'all'));
}

/** Whether no port that `b` may match is ruled out by `a`. */
function sparesPorts(a: EntityMatch, b: EntityMatch): boolean {
  if (!a.notPorts) {
    return true;
  }
  return sharedPorts(possiblePorts(b.ports, b.notPorts), portSet(a.notPorts.ranges)).length === 0
    && a.notPorts.names.every((name) => b.notPorts?.names.includes(name))
    && (a.notPorts.names.length === 0 || !b.selector || (a.selector !== undefined && isImplied(a.selector, b.selector)));
}

function isWithin(inner: PortSet, outer: PortSet): boolean {
  return withoutPorts(inner, outer).length === 0;
}

/** Where all ports have names, the selector narrows them and nothing else (`matchEntity` in match-rule.ts says why). */
function isWithinNamedPorts({ ports }: EntityMatch): boolean {
  return ports !== undefined && ports.ranges.length === 0;
}

const BLOCKS: Readonly<Record<Family, WeakMap<EntityMatch, NetSet>>> = { 4: new WeakMap(), 6: new WeakMap() };

/** The addresses of an end that its nets and notNets leave, worked out once. Only for a family that the rule matches. */
export function blocksOf(entity: EntityMatch, family: Family): NetSet {
  let blocks = BLOCKS[family].get(entity);
  if (!blocks) {
    const nets = ofFamily(entity.nets, family) ?? [everywhere(family)];
    const notNets = ofFamily(entity.notNets, family);
    blocks = NetSet.of(notNets ? subtractBlocks(nets, notNets) : minimalBlocks(nets));
    BLOCKS[family].set(entity, blocks);
  }
  return blocks;
}

function ofFamily(nets: RuleNets | undefined, family: Family): readonly Prefix[] | undefined {
  return (family === 4 ? nets?.v4 : nets?.v6)?.blocks;
}
