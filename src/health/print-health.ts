import { HealthResult, HealthStatus } from './health-result';
import { InstallShape } from './install-shape';
import { abbreviateForDisplay } from '../core/findings';

/** Decorates parts of a report. What it gets is safe to print. */
export interface HealthStyle {
  readonly status: (word: string, status: HealthStatus | undefined) => string;
  readonly label: (word: string) => string;
}

/** Without decoration. */
export const PLAIN_STYLE: HealthStyle = { status: (word) => word, label: (word) => word };

const MOST_EVIDENCE = 5;
const LINE_LENGTH = 400;
const STATUS_WIDTH = 9;

/** One numbered line of a report, and the lines that belong to it. */
export interface ReportLine {
  readonly title: string;
  /** @default - nothing was judged: `-` */
  readonly status?: HealthStatus;
  readonly evidence: readonly string[];
  readonly next?: string;
}

/** Numbered lines, with what was seen and what to do. Nothing in it can move the cursor. */
export function printLines(lines: readonly ReportLine[], style: HealthStyle): string {
  const width = Math.max(...lines.map(({ title }) => title.length)) + 2;
  const indent = ' '.repeat(4 + width + STATUS_WIDTH);
  return lines.map(({ title, status, evidence, next }, index) => {
    const word = status ?? '-';
    const [first = '', ...others] = shownEvidence(evidence);
    const head = `${String(index + 1).padEnd(4)}${style.label(title)}${' '.repeat(width - title.length)}`
      + `${style.status(word, status)}${' '.repeat(STATUS_WIDTH - word.length)}${first}`.trimEnd();
    const told = next === undefined ? [] : [`${indent}${style.label('next')}  ${shown(next)}`];
    return `${[head, ...others.map((text) => `${indent}${text}`), ...told].join('\n')}\n`;
  }).join('');
}

function shownEvidence(evidence: readonly string[]): string[] {
  const more = evidence.length - MOST_EVIDENCE;
  return [...evidence.slice(0, MOST_EVIDENCE).map(shown), ...(more > 0 ? [`and ${more} more`] : [])];
}

function shown(text: string): string {
  return abbreviateForDisplay(text, LINE_LENGTH);
}

/** The health of an install as a table. */
export function printHealth(shape: InstallShape, results: readonly HealthResult[], style: HealthStyle = PLAIN_STYLE): string {
  return `${shown(`${titleOf(shape)}, known from ${shape.source}`)}\n\n${printLines(results, style)}\n${summaryOf(results)}\n`;
}

function titleOf({ route, namespace, daemonSet }: InstallShape): string {
  const words = { operator: 'Calico by the operator', manifests: 'Calico by manifests', canal: 'Canal' };
  return `${words[route]}: ${namespace}/${daemonSet}`;
}

function summaryOf(results: readonly HealthResult[]): string {
  const count = (status: HealthStatus) => results.filter((result) => result.status === status).length;
  const words = ([['failure', 'failed'], ['warning', 'with warnings'], ['unknown', 'unknown'], ['ok', 'ok']] as const)
    .flatMap(([status, word]) => count(status) === 0 ? [] : [`${count(status)} ${word}`]);
  return `${results.length} checks: ${words.join(', ')}. Nothing was changed.`;
}

/** The health of an install as data. */
export function healthData({ route, source, namespace, daemonSet, selector }: InstallShape, results: readonly HealthResult[]): object {
  return { install: { route, source, namespace, daemonSet, selector }, results };
}
