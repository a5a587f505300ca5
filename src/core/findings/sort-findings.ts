import { Finding, SEVERITIES } from './finding';

/**
 * Puts findings in their one order: the most severe first, then by origin (path of the construct, or file, line and column), object,
 * field, id and text. It is total, so neither the order of declaration nor that of the checks shows. Grows with n log n.
 */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, key: keyOf(finding) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ finding }) => finding);
}

type Key = readonly (string | number)[];

function keyOf(finding: Finding): Key {
  const { place, object, span } = finding;
  const rank = (SEVERITIES as readonly string[]).indexOf(finding.severity);
  return [
    rank < 0 ? SEVERITIES.length : rank,
    finding.path ?? place?.file ?? '',
    place?.line ?? 0,
    place?.column ?? 0,
    object?.apiVersion ?? '',
    object?.kind ?? '',
    object?.namespace ?? '',
    object?.name ?? '',
    // The tenth rule comes after the second.
    (finding.field ?? '').replace(/\d{1,15}/g, (digits) => digits.padStart(15, '0')),
    finding.id,
    finding.what,
    finding.why,
    finding.fix,
    finding.docs,
    span?.start ?? 0,
    span?.end ?? 0,
    span?.text ?? '',
    finding.corrected ?? '',
    finding.layer ?? '',
    finding.outcome ?? '',
    finding.severity,
  ];
}

/** By code units, which no locale changes. */
function compareKeys(a: Key, b: Key): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) {
      return a[index] < b[index] ? -1 : 1;
    }
  }
  return 0;
}
