import { CompiledSelector, isUnknown, LabelView, matchLabels } from './label-view';
import { Match, NO } from './match';
import { addToList } from '../add-to-list';
import { SelectorNode } from '../selectors';

/*
 * Finds the selectors that match a label set without trying them all.
 *
 * Most selectors demand something of one label: `a == "x"` can only match where `a` is x. Each selector is filed under one such demand; to
 * select, only what is filed under the labels at hand is evaluated. Of several demands (`a == "x" && b == "y"`) the one is taken that the
 * fewest selectors share. Selectors that demand nothing (`all()`, `a != "x"`) are evaluated always.
 *
 * Growth: building is linear in the terms; selecting costs the labels, and the selectors filed under them.
 */

/** What a selector demands of a label: a value, or that it is there. */
interface Demand {
  readonly name: string;
  readonly value: string | undefined;
  /** Both in one. */
  readonly key: string;
}

/** What is filed under one label. */
interface Filed<T> {
  readonly present: T[];
  readonly byValue: Map<string, T[]>;
}

export interface Selected<T> {
  readonly entry: T;
  readonly match: Match;
}

export class SelectionIndex<T> {
  private readonly filed = new Map<string, Filed<T>>();
  private readonly always: T[] = [];

  constructor(entries: readonly T[], private readonly selectorOf: (entry: T) => CompiledSelector) {
    const demands = new Map<CompiledSelector, readonly (readonly Demand[])[]>();
    const frequency = new Map<string, number>();
    for (const entry of entries) {
      const selector = selectorOf(entry);
      const alternatives = demands.get(selector) ?? demandsOf(selector.ast);
      demands.set(selector, alternatives);
      for (const alternative of alternatives) {
        alternative.forEach(({ key }) => frequency.set(key, (frequency.get(key) ?? 0) + 1));
      }
    }
    for (const entry of entries) {
      const rarest = rarestOf(demands.get(selectorOf(entry))!, frequency);
      if (rarest) {
        rarest.forEach((demand) => this.file(demand, entry));
      } else {
        this.always.push(entry);
      }
    }
  }

  private file({ name, value }: Demand, entry: T): void {
    let filed = this.filed.get(name);
    if (!filed) {
      filed = { present: [], byValue: new Map() };
      this.filed.set(name, filed);
    }
    if (value === undefined) {
      filed.present.push(entry);
      return;
    }
    addToList(filed.byValue, value, entry);
  }

  /** The entries whose selectors match, or would if more were known, in no order. */
  public select(view: LabelView): Selected<T>[] {
    const met = new Set(this.always);
    for (const name in view.labels) {
      const filed = this.filed.get(name);
      filed?.present.forEach((entry) => met.add(entry));
      filed?.byValue.get(view.labels[name])?.forEach((entry) => met.add(entry));
    }
    if (view.unknownPrefixes.length > 0 || view.unknownNames.length > 0) {
      for (const [name, filed] of this.filed) {
        if (isUnknown(view, name)) {
          [filed.present, ...filed.byValue.values()].forEach((list) => list.forEach((entry) => met.add(entry)));
        }
      }
    }
    const selected: Selected<T>[] = [];
    for (const entry of met) {
      const match = matchLabels(this.selectorOf(entry), view);
      if (match !== NO) {
        selected.push({ entry, match });
      }
    }
    return selected;
  }
}

function demandOf(name: string, value?: string): Demand {
  return { name, value, key: value === undefined ? name : `${name}=${value}` };
}

function rarestOf(alternatives: readonly (readonly Demand[])[], frequency: ReadonlyMap<string, number>): readonly Demand[] | undefined {
  let best: readonly Demand[] | undefined;
  let bestCount = Infinity;
  for (const demands of alternatives) {
    const count = demands.reduce((sum, demand) => sum + frequency.get(demand.key)!, 0);
    if (count < bestCount) {
      best = demands;
      bestCount = count;
    }
  }
  return best;
}

/**
 * Every list such that a match meets one of its demands. Looks through `&&`, and at the alternatives of one `||`; what stands deeper
 * demands nothing here, which costs time but never an answer.
 */
function demandsOf(ast: SelectorNode): (readonly Demand[])[] {
  const lists: (readonly Demand[])[] = [];
  const pending: SelectorNode[] = [ast];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'and') {
      pending.push(...node.operands);
    } else {
      const demands = node.kind === 'or' ? node.operands.map(termDemands) : [termDemands(node)];
      if (demands.every((list) => list !== undefined)) {
        lists.push(demands.flat());
      }
    }
  }
  return lists;
}

function termDemands(node: SelectorNode): Demand[] | undefined {
  switch (node.kind) {
    case 'equals':
      return [demandOf(node.label, node.value)];
    case 'in':
      return node.values.map((value) => demandOf(node.label, value));
    case 'has':
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return [demandOf(node.label)];
    default:
      return undefined;
  }
}
