import { detached } from './detached';
import { Finding } from '../core/findings';

/** Takes findings as they come, and no more of each severity than it was told: a hostile input can have a million. */
export class FindingStore {
  private readonly bySeverity = new Map<string, Finding[]>();
  private surplus = 0;

  /** @param most how many to keep of each severity: the first ones */
  constructor(private readonly most: number) {}

  /** Whether there is room for another of a severity; where there is none, it counts as left out. */
  public wants(severity: string): boolean {
    const hasRoom = (this.bySeverity.get(severity)?.length ?? 0) < this.most;
    this.surplus += hasRoom ? 0 : 1;
    return hasRoom;
  }

  /** Adds findings; `lasting` where they shall not keep the text alive that they quote. */
  public add(findings: readonly Finding[], lasting: boolean): void {
    for (const finding of findings) {
      const kept = this.bySeverity.get(finding.severity);
      if (kept === undefined) {
        this.bySeverity.set(finding.severity, [lasting ? detached(finding) : finding]);
      } else if (this.wants(finding.severity)) {
        kept.push(lasting ? detached(finding) : finding);
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
