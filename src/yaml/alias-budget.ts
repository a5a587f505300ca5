import { Unreadable } from './read-fault';

/** Thresholds of go-yaml, in values read (go.yaml.in/yaml/v2, decode.go, allowedAliasRatio): what kubectl refuses is refused here. */
const SMALL = 400_000;
const LARGE = 4_000_000;

/**
 * Counts the values of a document, and how many of them exist only because an alias stands for them.
 * Aliases may make up 99 % of a small document and 10 % of a large one.
 */
export class AliasBudget {
  /** Values so far, with what aliases stand for. */
  public total = 0;
  private aliased = 0;

  /** Counts a value that the text holds. */
  public read(): void {
    this.total++;
  }

  /** Counts an alias for something of a given size; throws `Unreadable` when too much comes from aliases. */
  public alias(size: number, offset: number): void {
    this.total += size + 1;
    this.aliased += size;
    if (this.aliased > 100 && this.total > 1000 && this.aliased / this.total > allowedShare(this.total)) {
      throw new Unreadable({
        rule: 'yaml/alias-bomb',
        offset,
        what: `aliases make this document grow to ${this.total.toLocaleString('en-US')} values or more`,
        why: 'almost all of it is repetition: kubectl and calicoctl refuse such a document as excessive aliasing',
        fix: 'write the repeated parts out, or use fewer aliases of aliases',
      });
    }
  }
}

function allowedShare(total: number): number {
  return Math.min(0.99, Math.max(0.1, 0.99 - 0.89 * ((total - SMALL) / (LARGE - SMALL))));
}
