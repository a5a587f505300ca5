import { GoType, Misread } from './go-type';
import { printValue } from '../printed-value';

const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };
const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y;
const MOST_NANOSECONDS = 2 ** 63;

/**
 * Nanoseconds of a duration as Go's `time.ParseDuration` reads it: a sign, then numbers that each have a unit, or `0`.
 * Undefined where Go refuses it. Linear.
 */
export function parseGoDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const start = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
  if (text.slice(start) === '0') {
    return 0;
  }
  let total = 0;
  let at = start;
  while (at < text.length) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    if (part === null) {
      return undefined;
    }
    total += Number(part[1]) * UNITS[part[2]];
    at = PART.lastIndex;
  }
  return at === start || total > MOST_NANOSECONDS ? undefined : sign * total;
}

/** `metav1.Duration`: text only, since the type reads its JSON itself. */
export const goDuration: GoType = {
  read: (value) => {
    if (typeof value === 'string' && parseGoDuration(value) !== undefined) {
      return value;
    }
    const digits = typeof value === 'number' ? String(value) : value;
    const corrected = typeof digits === 'string' && /^\d{1,15}$/.test(digits) ? `${digits}s` : undefined;
    return new Misread({
      rule: 'resource/duration',
      what: `${printValue(value)} is no duration`,
      why: 'a duration is numbers, each with a unit: ns, us, ms, s, m or h; the object can\'t be read otherwise',
      fix: corrected === undefined ? 'write the duration with its unit, such as "90s" or "1m30s"' : `add the unit: "${corrected}"`,
      ...(corrected !== undefined && { corrected }),
    });
  },
};

const RFC3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** `metav1.Time`. */
export const goTime: GoType = {
  read: (value) => typeof value === 'string' && RFC3339.test(value) ? value : new Misread({
    rule: 'resource/format',
    what: `${printValue(value)} is no point in time`,
    why: 'times are RFC 3339 text; the object can\'t be read otherwise',
    fix: 'write the time as in "2026-01-31T12:00:00Z", or leave the field out: the cluster fills it in',
  }),
};
