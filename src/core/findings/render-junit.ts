import { escapeForDisplay } from './caret';
import { Finding } from './finding';
import { objectText, placeText, whereabouts } from './render-text';
import { addToList } from '../add-to-list';

/**
 * The findings as JUnit XML: a suite for each file or construct, in the order given, and a case for each finding. An error is a failed case; a
 * warning or advice is a passed one with the text in its output. Nothing found is one passed case, so that a run is never empty.
 */
export function renderJUnit(findings: readonly Finding[]): string {
  const suites = new Map<string, Finding[]>();
  for (const finding of findings) {
    addToList(suites, finding.path ?? finding.place?.file ?? 'cdk8s-calico', finding);
  }
  const failures = findings.filter(isFailure).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cdk8s-calico" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0">`,
    ...(suites.size === 0 ? EMPTY_SUITE : [...suites].flatMap(([origin, members]) => renderSuite(origin, members))),
    '</testsuites>',
    '',
  ].join('\n');
}

const EMPTY_SUITE = [
  '  <testsuite name="cdk8s-calico" tests="1" failures="0" errors="0">',
  '    <testcase classname="cdk8s-calico" name="no findings"/>',
  '  </testsuite>',
];

function renderSuite(origin: string, findings: readonly Finding[]): string[] {
  return [
    `  <testsuite name="${xml(origin)}" tests="${findings.length}" failures="${findings.filter(isFailure).length}" errors="0">`,
    ...findings.flatMap(renderCase),
    '  </testsuite>',
  ];
}

function renderCase(finding: Finding): string[] {
  const subject = [objectText(finding.object), finding.field ?? ''].filter((part) => part !== '').join(' ') || whereabouts(finding) || finding.id;
  const place = finding.place === undefined ? '' : ` file="${xml(finding.place.file ?? '')}" line="${finding.place.line}"`;
  const body = [
    ...(finding.place === undefined ? [] : [`at: ${placeText(finding.place)}`]),
    `what: ${finding.what}`, `why: ${finding.why}`, `fix: ${finding.fix}`,
    ...(finding.docs === '' ? [] : [`more: ${finding.docs}`]),
  ].map(xml).join('\n');
  const tag = isFailure(finding)
    ? [`      <failure type="${xml(finding.id)}" message="${xml(finding.what)}">${body}</failure>`]
    : [`      <system-out>${xml(finding.severity)}\n${body}</system-out>`];
  return [`    <testcase classname="${xml(finding.id)}" name="${xml(subject)}"${place}>`, ...tag, '    </testcase>'];
}

function isFailure(finding: Finding): boolean {
  return finding.severity === 'error';
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;' };

/** Text for XML. What XML 1.0 can't hold, and whatever hides itself, is written as an escape. */
function xml(text: string): string {
  return escapeForDisplay(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
