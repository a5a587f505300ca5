import { detached } from './detached';
import { Finding } from '../core/findings';

/** Takes findings as they come, and no more of each severity than it was told: a hostile input can have a million. */
export class FindingStore {
  private readonly bySeverity = new Map<string, Finding[]>();
  private surplus = 0;

  /** @param most how many to keep of each severity: the first ones */
  constructor(private readonly most: number) {}

  /** Adds findings; `lasting` where they shall not keep the text alive that they quote. */
  public add(findings: readonly Finding[], lasting: boolean): void {
    for (const finding of findings) {
      const kept = this.bySeverity.get(finding.severity) ?? [];
      if (kept.length === 0) {
        this.bySeverity.set(finding.severity, kept);
      }
      if (kept.length < this.most) {
        kept.push(lasting ? detached(finding) : finding);
      } else {
        this.surplus++;
      }
    }
  }

  /** Those that were kept, in no order. */
  public get findings(): Finding[] {
    return [...this.bySeverity.values()].flat();
  }

  /** How many were not kept. */
  public get leftOut(): number {
    return this.surplus;
  }
}
