import { Finding } from './finding';

/** How many findings there are of each severity. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
}

/** Counts findings by severity. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { errors: 0, warnings: 0, advice: 0 };
  for (const { severity } of findings) {
    if (severity === 'error') {
      counts.errors++;
    } else if (severity === 'warning') {
      counts.warnings++;
    } else {
      counts.advice++;
    }
  }
  return counts;
}

/** The closing line of a report, such as `1 error, 2 warnings, 1 advice. Nothing was written.` */
export function summarise(findings: readonly Finding[], closing?: string): string {
  const { errors, warnings, advice } = countFindings(findings);
  const parts = [counted(errors, 'error'), counted(warnings, 'warning')];
  if (advice > 0) {
    parts.push(`${advice} advice`);
  }
  return `${parts.join(', ')}.${closing ? ` ${closing}` : ''}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
