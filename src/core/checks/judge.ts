import { CHECKS } from './catalogue';
import { Check, Fault, Report, Rule } from './check';
import { CHECK_CRASHED } from './gate-rules';
import { Finding, printFieldPath, Severity, sortFindings } from '../findings';
import { Cluster, Manifest } from '../manifests';
import { RESOURCE_RULES, validateResource } from '../schema';

/** What to judge, and by which checks. */
export interface Judgement {
  readonly clusters: readonly Cluster[];
  /** Check ids, categories, or `resource`. @default - every check */
  readonly only?: readonly string[];
  /** @default - the catalogue */
  readonly checks?: readonly Check[];
}

/**
 * Runs every check over every cluster, and gives the findings in their stable order.
 *
 * Each resource is looked at once by each check that sees resources; the other checks state their own growth.
 * A check that throws becomes a finding, and the other checks go on.
 */
export function judge(judgement: Judgement): Finding[] {
  const trial = new Trial(judgement);
  for (const cluster of judgement.clusters) {
    trial.judgeResources(cluster.manifests);
    trial.judgeCluster(cluster);
  }
  trial.judgeApp(judgement.clusters);
  return sortFindings(trial.findings);
}

/**
 * Judges in parts, for whoever doesn't hold everything at once: resources as they come, then their cluster, then all clusters.
 * Every check is called for every resource, so nothing is made anew for a call: each check has one reporter, which knows whose turn it is.
 */
export class Trial {
  /** What was found so far, in no order. */
  public readonly findings: Finding[] = [];
  private readonly selected: (id: string, seesOneResource: boolean) => boolean;
  private readonly checks: readonly (Check & { readonly report: Report })[];
  private readonly wantsResourceRules: boolean;
  private subject?: Manifest;

  /** @param wants asked for each fault whether it is to become a finding: a hostile input can have millions. @default - each */
  constructor({ only, checks = CHECKS }: Omit<Judgement, 'clusters'>, private readonly wants?: (severity: Severity) => boolean) {
    this.selected = selection(only);
    this.checks = checks
      .filter((check) => this.selected(check.id, check.sees === 'resource'))
      .map((check) => ({ ...check, report: (fault) => this.report(check, fault) }));
    this.wantsResourceRules = RESOURCE_RULES.some((rule) => this.selected(rule.id, true));
  }

  public judgeResources(manifests: readonly Manifest[]): void {
    for (const manifest of manifests) {
      this.subject = manifest;
      this.applyResourceRules(manifest);
      for (const check of this.checks) {
        if (check.sees === 'resource') {
          this.attempt(check, manifest);
        }
      }
    }
    this.subject = undefined;
  }

  public judgeCluster(cluster: Cluster): void {
    for (const check of this.checks) {
      if (check.sees === 'cluster') {
        this.attempt(check, cluster);
      }
    }
  }

  public judgeApp(clusters: readonly Cluster[]): void {
    for (const check of this.checks) {
      if (check.sees === 'app') {
        this.attempt(check, clusters);
      }
    }
  }

  private applyResourceRules(manifest: Manifest): void {
    if (!this.wantsResourceRules) {
      return;
    }
    try {
      for (const fault of validateResource(manifest)) {
        if (this.selected(fault.rule, true)) {
          this.report(RULES_BY_ID.get(fault.rule)!, fault);
        }
      }
    } catch (error) {
      this.reportCrash('resource', error);
    }
  }

  private attempt<T>(check: { readonly id: string; readonly run: (target: T, report: Report) => void; readonly report: Report }, target: T): void {
    try {
      check.run(target, check.report);
    } catch (error) {
      this.reportCrash(check.id, error);
    }
  }

  private report(rule: Rule, fault: Fault): void {
    if (this.wants?.(fault.severity ?? rule.severity) === false) {
      return;
    }
    this.findings.push(findingOf(rule, this.subject === undefined ? fault : { manifest: this.subject, ...fault }));
  }

  private reportCrash(id: string, error: unknown): void {
    this.report(CHECK_CRASHED, {
      what: `the check ${id} failed: ${error instanceof Error ? error.message : String(error)}`,
      why: 'what the check would have said of this is unknown, so nothing may be written',
      fix: 'this is a fault of the check, not of your app: report it with the object, please; until then, acknowledge it with the reason',
    });
  }
}

const RULES_BY_ID = new Map(RESOURCE_RULES.map((rule) => [rule.id, rule]));

/** The same findings with each warning an error. */
export function strictly(findings: readonly Finding[]): Finding[] {
  return sortFindings(findings.map((finding) => finding.severity === 'warning' ? { ...finding, severity: 'error' } : finding));
}

/** Completes a fault to a finding of the rule. */
export function findingOf(rule: Rule, fault: Fault): Finding {
  const { manifest } = fault;
  const place = manifest?.origin.locate?.(fault.field ?? []);
  const path = manifest ? manifest.origin.path : fault.path;
  return {
    id: rule.id,
    severity: fault.severity ?? rule.severity,
    ...(path !== undefined && { path }),
    ...(place && { place }),
    ...(manifest && { object: manifest.ref }),
    ...(fault.field && fault.field.length > 0 && { field: printFieldPath(fault.field) }),
    what: fault.what,
    why: fault.why,
    fix: fault.fix,
    docs: rule.docs ?? `docs/checks/${rule.id}.md`,
    ...(fault.span && { span: fault.span }),
    ...(fault.corrected !== undefined && { corrected: fault.corrected }),
    ...(fault.layer && { layer: fault.layer }),
    ...(fault.outcome && { outcome: fault.outcome }),
  };
}

function selection(only: readonly string[] | undefined): (id: string, seesOneResource: boolean) => boolean {
  if (only === undefined) {
    return () => true;
  }
  const wanted = new Set(only);
  return (id, seesOneResource) => wanted.has(id) || wanted.has(id.slice(0, id.indexOf('/'))) || (seesOneResource && wanted.has('resource'));
}
