import { printRefusal, Refusal } from './ask';

/** How a part of the install is. `unknown` where it can't be read. */
export type HealthStatus = 'ok' | 'warning' | 'failure' | 'unknown';

/** What one check of the install found. */
export interface HealthResult {
  /** Kebab-case: API, never renamed. */
  readonly id: string;
  /** What was looked at, in two or three words. */
  readonly title: string;
  readonly status: HealthStatus;
  /** What was seen, the worst first. Hostile until escaped. */
  readonly evidence: readonly string[];
  /** What to do, or the command to run. */
  readonly next?: string;
  /** True where the answer exists and couldn't be read: no permission, no answer in time. */
  readonly unread?: true;
}

/** The name of a check. */
export interface CheckName {
  readonly id: string;
  readonly title: string;
}

/** One thing that was seen. */
export interface Sign {
  readonly status: HealthStatus;
  readonly text: string;
}

const ORDER: readonly HealthStatus[] = ['failure', 'warning', 'unknown', 'ok'];

/** The worst of some statuses; `ok` of none. */
export function worst(statuses: readonly HealthStatus[]): HealthStatus {
  return ORDER.find((status) => statuses.includes(status)) ?? 'ok';
}

/** A result of what was seen; signs that are fine are told only where nothing else is. */
export function resultOf(name: CheckName, signs: readonly Sign[], next?: string): HealthResult {
  const status = worst(signs.map((sign) => sign.status));
  const bad = signs.filter((sign) => sign.status !== 'ok').sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return {
    ...name,
    status,
    evidence: (bad.length > 0 ? bad : signs).map(({ text }) => text),
    ...(next !== undefined && status !== 'ok' && { next }),
  };
}

/** A result of a question that wasn't answered. */
export function unread(name: CheckName, refusal: Refusal, next?: string): HealthResult {
  return { ...name, status: 'unknown', evidence: [printRefusal(refusal)], ...(next !== undefined && { next }), unread: true };
}

/** 1 where something is broken, 2 where nothing is known to be but something couldn't be read, otherwise 0. */
export function exitStatusOf(results: readonly HealthResult[]): 0 | 1 | 2 {
  if (results.some(({ status }) => status === 'failure')) {
    return 1;
  }
  return results.some((result) => result.unread === true) ? 2 : 0;
}
