import { Finding } from './finding';
import { printJson } from './print-json';
import { countFindings } from './summarise';

/** The version of the JSON report. It changes when a key goes or changes its meaning, not when one is added. */
export const JSON_REPORT_VERSION = 1;

/**
 * The findings as JSON, in the order given:
 * `{ version, summary: { errors, warnings, advice }, findings: [ { id, severity, path, place, … } ] }`, each finding with the keys of
 * `Finding` in their order there, and without those that don't apply. Characters that a terminal wouldn't show are escaped.
 */
export function renderJson(findings: readonly Finding[]): string {
  return printJson({ version: JSON_REPORT_VERSION, summary: countFindings(findings), findings: findings.map(ordered) });
}

/** The keys of a finding in a fixed order, whatever order it was made in. */
function ordered({ object, place, span, ...finding }: Finding): object {
  return {
    id: finding.id,
    severity: finding.severity,
    path: finding.path,
    place: place && { file: place.file, line: place.line, column: place.column },
    object: object && { apiVersion: object.apiVersion, kind: object.kind, namespace: object.namespace, name: object.name },
    field: finding.field,
    what: finding.what,
    why: finding.why,
    fix: finding.fix,
    docs: finding.docs,
    span: span && { text: span.text, start: span.start, end: span.end },
    corrected: finding.corrected,
    layer: finding.layer,
    outcome: finding.outcome,
  };
}
