import { CHECKS } from './catalogue';
import { Check, Fault, Rule } from './check';
import { CHECK_CRASHED } from './gate-rules';
import { Finding, printFieldPath, sortFindings } from '../findings';
import { Cluster } from '../manifests';
import { RESOURCE_RULES, ResourceFault, validateResource } from '../schema';

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
  const findings: Finding[] = [];
  const selected = selection(judgement.only);
  const checks = (judgement.checks ?? CHECKS).filter((check) => selected(check.id, check.sees === 'resource'));
  const wantsResourceRules = RESOURCE_RULES.some((rule) => selected(rule.id, true));

  const runGuarded = (rule: Rule, run: (report: (fault: Fault) => void) => void, subject?: Fault['manifest']) => {
    try {
      run((fault) => findings.push(findingOf(rule, subject === undefined ? fault : { manifest: subject, ...fault })));
    } catch (error) {
      findings.push(findingOf(CHECK_CRASHED, { manifest: subject, ...crash(rule.id, error) }));
    }
  };

  for (const cluster of judgement.clusters) {
    for (const manifest of cluster.manifests) {
      if (wantsResourceRules) {
        try {
          for (const fault of validateResource(manifest)) {
            if (selected(fault.rule, true)) {
              findings.push(findingOf(ruleOf(fault), { manifest, ...fault }));
            }
          }
        } catch (error) {
          findings.push(findingOf(CHECK_CRASHED, { manifest, ...crash('resource', error) }));
        }
      }
      for (const check of checks) {
        if (check.sees === 'resource') {
          runGuarded(check, (report) => check.run(manifest, report), manifest);
        }
      }
    }
    for (const check of checks) {
      if (check.sees === 'cluster') {
        runGuarded(check, (report) => check.run(cluster, report));
      }
    }
  }
  for (const check of checks) {
    if (check.sees === 'app') {
      runGuarded(check, (report) => check.run(judgement.clusters, report));
    }
  }
  return sortFindings(findings);
}

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
    docs: `docs/checks/${rule.id}.md`,
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

const RULES_BY_ID = new Map(RESOURCE_RULES.map((rule) => [rule.id, rule]));

function ruleOf(fault: ResourceFault): Rule {
  return RULES_BY_ID.get(fault.rule)!;
}

function crash(id: string, error: unknown): Pick<Fault, 'what' | 'why' | 'fix'> {
  return {
    what: `the check ${id} failed: ${error instanceof Error ? error.message : String(error)}`,
    why: 'what the check would have said of this is unknown, so nothing may be written',
    fix: 'this is a fault of the check, not of your app: report it with the object, please; until then, acknowledge it with the reason',
  };
}
