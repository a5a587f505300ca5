import { Labels, LeafNode } from '../ast';
import { AtomTable, Literal } from './atoms';
import { Budget, withinBudget } from './budget';
import { Clause } from './clauses';
import { Search } from './search';

/** What makes every clause true: `labels` for the terms, and the truth of what isn't a term. */
export type Solution =
  | { readonly answer: 'yes'; readonly labels: Labels; readonly isTrue: (literal: Literal) => boolean }
  | { readonly answer: 'no' | 'unknown' };

/**
 * A question that isn't made of selectors alone: clauses, each with one true literal at least, over terms about labels and over propositions that
 * have no meaning here. Answered by the search behind `findLabels`, as exactly.
 */
export class Problem {
  private readonly table = new AtomTable();
  private readonly clauses: Clause[] = [];
  private readonly guarded = new Map<Literal, Clause[]>();

  /** A term as a literal, or as the constant that it is. */
  public literalOf(term: LeafNode): Literal | boolean {
    return this.table.literalOf(term, false);
  }

  /** A new proposition. */
  public proposition(): Literal {
    return this.table.reserve();
  }

  public add(clause: readonly Literal[]): void {
    this.clauses.push([...clause]);
  }

  /** Says what follows from a proposition that stands for a formula: one that is true exactly where the formula is could take its place. */
  public define(proposition: Literal, ...following: readonly (readonly Literal[])[]): void {
    this.guarded.set(proposition, following.map((clause) => [-proposition, ...clause]));
  }

  /** Can be asked again. `assumed` are literals that have to be true this once; `budget` is in steps, as that of `findLabels`. */
  public solve(budget: number, assumed: readonly Literal[] = []): Solution {
    const clauses = [...assumed.map((literal) => [literal]), ...this.clauses.map((clause) => [...clause])];
    const search = withinBudget(() => {
      const guarded = new Map([...this.guarded].map(([literal, list]) => [literal, list.map((clause) => [...clause])] as const));
      const made = new Search(clauses, this.table, new Budget(budget), guarded);
      const labels = made.run();
      return labels && { labels: Object.fromEntries(labels), isTrue: (literal: Literal) => made.isTrue(literal) };
    });
    return search === 'unknown' ? { answer: search } : search ? { answer: 'yes', ...search } : { answer: 'no' };
  }
}
