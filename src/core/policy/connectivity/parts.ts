import { Family, Prefix, PrefixIndex } from '../../cidr';
import { End } from '../end';
import { EndpointClass } from '../endpoint';
import { CompiledSelector, matchLabels } from '../label-view';
import { ASSUMED_NO, either, Match, NO, YES } from '../match';
import { NetSet } from '../net-set';
import { TCP } from '../protocols';
import { EntityMatch, Rule } from '../rule';
import { SelectionIndex } from '../selection-index';
import { Services } from '../services';

/*
 * What rules ask of an end, taken apart: selectors, nets, services, and ports by their names. Each part answers for every end, and is kept as
 * one base answer and the ends that differ. Ends that all parts answer alike can't be told apart by any rule.
 */

/** One question that rules ask of an end. Answers are numbers that only their equality counts of. */
export interface Part {
  readonly id: number;
  base: number;
  /** Indexes of the ends that differ from the base, in order, and their answers. */
  ends: number[];
  answers: number[];
}

/** The answer for an end. */
export function answerOf({ base, ends, answers }: Part, end: number): number {
  const at = indexOfEnd(ends, end);
  return at < 0 ? base : answers[at];
}

/** Where an end is among others, in order; -1 if it isn't. */
export function indexOfEnd(ends: ArrayLike<number>, end: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (ends[middle] < end) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return ends[low] === end ? low : -1;
}

interface NamedPart {
  readonly part: Part;
  readonly names: readonly string[];
  readonly selector: CompiledSelector | undefined;
}

/** Answers above the four of `Match`: an end that has one has no equal. */
const UNLIKE_ANY = 16;

/** The parts of all rules, for one family. */
export class Parts {
  public readonly all: Part[] = [];
  private readonly bySelector = new Map<CompiledSelector, Part>();
  private readonly byNets = new Map<string, { readonly part: Part; readonly nets: NetSet }>();
  private readonly netsOf = new Map<NetSet, Part>();
  private readonly byService = new Map<string, Part>();
  private readonly byNames = new Map<string, NamedPart>();
  private readonly entities = new Map<EntityMatch, readonly Part[]>();

  constructor(rules: Iterable<Rule>, private readonly family: Family) {
    for (const { source, destination } of rules) {
      this.of(source);
      this.of(destination);
    }
  }

  /** The parts of what a rule asks of one end. */
  public of(entity: EntityMatch): readonly Part[] {
    let parts = this.entities.get(entity);
    if (!parts) {
      parts = this.take(entity);
      this.entities.set(entity, parts);
    }
    return parts;
  }

  private take({ selector, notSelector, nets, notNets, service, ports, notPorts }: EntityMatch): readonly Part[] {
    const parts: Part[] = [];
    for (const one of [selector, notSelector]) {
      if (one) {
        parts.push(this.once(this.bySelector, one, (part) => part));
      }
    }
    for (const one of [nets, notNets]) {
      const own = this.family === 4 ? one?.v4 : one?.v6;
      if (own) {
        parts.push(this.ofNets(own));
      }
    }
    if (service) {
      parts.push(this.once(this.byService, service.key, (part) => part));
    }
    for (const one of [ports, notPorts]) {
      if (one && one.names.length > 0) {
        const { names } = one;
        parts.push(this.once(this.byNames, `${selector?.id} ${names.join()}`, (part) => ({ part, names, selector })).part);
      }
    }
    return parts;
  }

  private ofNets(nets: NetSet): Part {
    let part = this.netsOf.get(nets);
    if (!part) {
      part = this.once(this.byNets, nets.blocks.join(), (made) => ({ part: made, nets })).part;
      this.netsOf.set(nets, part);
    }
    return part;
  }

  private once<K, V>(known: Map<K, V>, key: K, make: (part: Part) => V): V {
    let found = known.get(key);
    if (!found) {
      const part: Part = { id: this.all.length, base: NO, ends: [], answers: [] };
      this.all.push(part);
      found = make(part);
      known.set(key, found);
    }
    return found;
  }

  /** Every block and every backend of a service that a rule names. */
  public blocks(services: Services): Prefix[] {
    const backends = [...this.byService.keys()].flatMap((key) => services.addressesOf(key));
    return [...[...this.byNets.values()].flatMap(({ nets }) => nets.blocks), ...backends];
  }

  /**
   * Asks all parts of all ends. Costs the labels and addresses of the ends, and the answers that differ from their base: a part that most ends
   * answer with yes is turned round.
   */
  public askAll(ends: readonly End[], services: Services): void {
    this.askSelectors(ends);
    this.askNets(ends);
    this.askNames(ends);
    for (const [key, part] of this.byService) {
      ends.forEach((end, index) => {
        const match = services.match({ key, withPorts: false }, end, TCP, undefined);
        note(part, index, match === YES ? UNLIKE_ANY + index : match);
      });
    }
    this.all.forEach((part) => turnRound(part, ends.length));
  }

  private askSelectors(ends: readonly End[]): void {
    const index = new SelectionIndex([...this.bySelector.keys()], (selector) => selector);
    const selected = new Map<EndpointClass, readonly { readonly entry: CompiledSelector; readonly match: Match }[]>();
    const select = (one: EndpointClass) => {
      const found = selected.get(one) ?? index.select(one.view);
      selected.set(one, found);
      return found;
    };
    ends.forEach(({ classes, possible }, at) => {
      const matches = new Map<CompiledSelector, Match>();
      classes.forEach((one) => select(one).forEach(({ entry, match }) => matches.set(entry, either(matches.get(entry) ?? NO, match))));
      possible.forEach((one) => select(one).forEach(({ entry }) => matches.set(entry, either(matches.get(entry) ?? NO, ASSUMED_NO))));
      matches.forEach((match, selector) => note(this.bySelector.get(selector)!, at, match));
    });
  }

  private askNets(ends: readonly End[]): void {
    const entries = [...this.byNets.values()].flatMap(({ part, nets }) => nets.blocks.map((block) => ({ block, part })));
    const index = PrefixIndex.of(entries, ({ block }) => block);
    const nowhere = ends.filter(({ block }) => !block.isHost).length;
    for (const { part, nets } of this.byNets.values()) {
      if (nowhere > ends.length / 2) {
        part.base = nets.holds(ends.find(({ block }) => !block.isHost)!.block);
        ends.forEach(({ block }, at) => block.isHost && note(part, at, nets.holds(block)));
      } else {
        ends.forEach(({ block }, at) => !block.isHost && note(part, at, nets.holds(block)));
      }
    }
    if (nowhere <= ends.length / 2) {
      ends.forEach(({ block }, at) => block.isHost && index.containing(block).forEach(({ part }) => note(part, at, YES)));
      for (const { part } of this.byNets.values()) {
        sortEnds(part);
      }
    }
  }

  private askNames(ends: readonly End[]): void {
    const byName = new Map<string, NamedPart[]>();
    for (const named of this.byNames.values()) {
      named.names.forEach((name) => byName.set(name, [...byName.get(name) ?? [], named]));
    }
    const answers = new Map<string, number>();
    ends.forEach(({ classes }, at) => {
      const met = new Map<NamedPart, string[]>();
      for (const { ports, view } of classes) {
        for (const { name, protocol, port } of ports) {
          for (const named of byName.get(name) ?? []) {
            const match = named.selector ? matchLabels(named.selector, view) : YES;
            met.set(named, [...met.get(named) ?? [], `${protocol}:${port}:${match}`]);
          }
        }
      }
      met.forEach((texts, { part }) => {
        const text = texts.sort().join();
        answers.set(text, answers.get(text) ?? UNLIKE_ANY + answers.size);
        note(part, at, answers.get(text)!);
      });
    });
  }
}

function note(part: Part, end: number, answer: number): void {
  if (answer !== part.base) {
    part.ends.push(end);
    part.answers.push(answer);
  }
}

function sortEnds(part: Part): void {
  const order = part.ends.map((_, index) => index).sort((a, b) => part.ends[a] - part.ends[b]);
  part.answers = order.map((index) => part.answers[index]);
  part.ends = order.map((index) => part.ends[index]);
}

/** Where more than half of the ends differ, the answer of most of them becomes the base. */
function turnRound(part: Part, count: number): void {
  if (part.ends.length * 2 <= count) {
    return;
  }
  const counts = new Map([[part.base, count - part.ends.length]]);
  part.answers.forEach((answer) => counts.set(answer, (counts.get(answer) ?? 0) + 1));
  const base = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
  const ends: number[] = [];
  const answers: number[] = [];
  for (let end = 0; end < count; end++) {
    const answer = answerOf(part, end);
    if (answer !== base) {
      ends.push(end);
      answers.push(answer);
    }
  }
  Object.assign(part, { base, ends, answers });
}
