import { Finding, renderJson, renderText, SEVERITIES } from '../core/findings';

/**
 * A finding that was acknowledged.
 */
export interface AcknowledgedFinding {
  /** The finding. */
  readonly finding: Finding;
  /** The reason that was given. */
  readonly reason: string;
}

/**
 * What the checks found, in a stable order: the order of declaration changes nothing.
 */
export class Report {
  /** All findings that count: the acknowledged ones are not among them. */
  public readonly findings: Finding[];

  /** The findings that were accepted, with the reasons. */
  public readonly acknowledged: AcknowledgedFinding[];

  /** @internal */
  constructor(findings: Finding[], acknowledged: AcknowledgedFinding[] = []) {
    this.findings = findings;
    this.acknowledged = acknowledged;
  }

  /** True where at least one finding is an error: then nothing is written. */
  public get hasErrors(): boolean {
    return this.findings.some((finding) => finding.severity === 'error');
  }

  /** The findings of one severity. */
  public withSeverity(severity: string): Finding[] {
    if (!(SEVERITIES as readonly string[]).includes(severity)) {
      throw new Error(`there is no severity ${JSON.stringify(severity)}: it is one of ${SEVERITIES.join(', ')}`);
    }
    return this.findings.filter((finding) => finding.severity === severity);
  }

  /** The report as people read it. Whatever comes from a manifest is escaped. */
  public toText(): string {
    return renderText(this.findings);
  }

  /** The report as plain data, with a `version` of its form. */
  public toJson(): any {
    return JSON.parse(renderJson(this.findings));
  }
}
