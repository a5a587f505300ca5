import { escapeForDisplay } from './caret';
import { Finding, TextPlace } from './finding';
import { printJson } from './print-json';
import { objectText } from './render-text';

/** A rule, as far as a report describes it. */
export interface ReportedRule {
  readonly id: string;
  readonly severity: string;
  /** What the rule finds, in one sentence. */
  readonly summary: string;
}

/** What a SARIF report says of the tool. */
export interface SarifOptions {
  readonly toolVersion: string;
  /** Every rule that was applied, in any order. */
  readonly checks: readonly ReportedRule[];
}

const LEVELS: { readonly [severity: string]: string } = { error: 'error', warning: 'warning' };

/** The findings as a SARIF 2.1.0 log with one run, in the order given. */
export function renderSarif(findings: readonly Finding[], options: SarifOptions): string {
  const rules = rulesOf(findings, options.checks);
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  return printJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'cdk8s-calico',
          version: options.toolVersion,
          informationUri: 'https://github.com/cdk8s-calico/cdk8s-calico',
          rules: rules.map((rule) => ({
            id: rule.id,
            shortDescription: { text: rule.summary },
            help: { text: `docs/checks/${rule.id}.md` },
            defaultConfiguration: { level: levelOf(rule.severity) },
          })),
        },
      },
      columnKind: 'utf16CodeUnits',
      invocations: [{ executionSuccessful: true }],
      results: findings.map((finding) => ({
        ruleId: finding.id,
        ruleIndex: indexes.get(finding.id),
        level: levelOf(finding.severity),
        message: { text: escapeForDisplay(`${finding.what}; ${finding.why}. Fix: ${finding.fix}`) },
        ...locationsOf(finding),
        partialFingerprints: { 'cdk8sCalico/v1': fingerprintOf(finding) },
        properties: propertiesOf(finding),
      })),
    }],
  });
}

/** The rules that were applied, and those of findings that come from elsewhere, by id. */
function rulesOf(findings: readonly Finding[], checks: readonly ReportedRule[]): ReportedRule[] {
  const rules = new Map(checks.map((check) => [check.id, check]));
  for (const { id, severity } of findings) {
    if (!rules.has(id)) {
      rules.set(id, { id, severity, summary: id });
    }
  }
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function levelOf(severity: string): string {
  return LEVELS[severity] ?? 'note';
}

function locationsOf(finding: Finding): object {
  const { path, place, field } = finding;
  const logical = [path, objectText(finding.object), field].filter((part) => part !== undefined && part !== '').map((part) => escapeForDisplay(part!));
  const location = {
    ...(place?.file !== undefined && { physicalLocation: physicalLocation(place.file, place) }),
    ...(logical.length > 0 && {
      logicalLocations: [{ fullyQualifiedName: logical.join(' '), ...(finding.object?.kind !== undefined && { kind: 'resource' }) }],
    }),
  };
  return Object.keys(location).length === 0 ? {} : { locations: [location] };
}

function physicalLocation(file: string, place: TextPlace): object {
  return { artifactLocation: { uri: uriOf(file) }, region: { startLine: place.line, startColumn: place.column } };
}

/** The URI of a file: relative for a relative path, with every character escaped that a URI may not hold. */
function uriOf(file: string): string {
  const segments = file.replace(/\\/g, '/').split('/').map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD')));
  const path = segments.join('/');
  if (/^[A-Za-z]%3A\//.test(path)) {
    return `file:///${path.replace('%3A', ':')}`;
  }
  return path.startsWith('/') ? `file://${path}` : path;
}

/** What stays the same while lines move, so that a finding is known again after an edit elsewhere. */
function fingerprintOf({ id, object, field, path, place }: Finding): string {
  const parts = [id, path ?? place?.file ?? '', object?.apiVersion ?? '', object?.kind ?? '', object?.namespace ?? '', object?.name ?? '', field ?? ''];
  return parts.map((part) => escapeForDisplay(part)).join('|');
}

function propertiesOf(finding: Finding): object {
  return {
    fix: escapeForDisplay(finding.fix),
    docs: finding.docs,
    ...(finding.field !== undefined && { field: finding.field }),
    ...(finding.corrected !== undefined && { corrected: finding.corrected }),
    ...(finding.layer !== undefined && { layer: finding.layer }),
    ...(finding.outcome !== undefined && { outcome: finding.outcome }),
  };
}
