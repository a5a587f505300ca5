import { HttpMatch } from './rule';

/*
 * HTTP rules as Dikastes evaluates them (app-policy/checker/match.go). Felix itself ignores them: at its level a rule with HTTP conditions is a
 * rule without.
 */

/** What is known of a request. */
export interface HttpRequest {
  readonly method?: string;
  readonly path?: string;
}

/** An escape that is left after decoding once: somebody may decode twice and see another path. */
const STILL_ENCODED = /%(?:2e|2f|5c)/i;

export function matchHttp(rule: HttpMatch, { method, path }: HttpRequest): boolean {
  const methodMatches = method === undefined || rule.methods.length === 0 || rule.methods.some((one) => one === '*' || one === method);
  return methodMatches && (path === undefined || rule.paths.length === 0 || matchPath(rule, path));
}

function matchPath({ paths }: HttpMatch, path: string): boolean {
  const asked = normalisePath(path);
  return asked !== undefined && paths.some((one) => {
    const wanted = normalisePath(one.path);
    return wanted !== undefined && (asked === wanted || (one.kind === 'prefix' && asked.startsWith(wanted === '/' ? '/' : `${wanted}/`)));
  });
}

/**
 * The path that a server would act on: decoded once, without query and path parameters, `.` and `..` resolved. Undefined for what different
 * servers would read differently; such a path matches no rule.
 */
export function normalisePath(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (STILL_ENCODED.test(decoded) || decoded.includes('\0')) {
    return undefined;
  }
  const slashed = decoded.replaceAll('\\', '/');
  if (!slashed.startsWith('/')) {
    return undefined;
  }
  const kept: string[] = [];
  for (const segment of slashed.split('/').map((one) => one.split(';', 1)[0])) {
    if (segment === '..') {
      kept.pop();
    } else if (segment !== '' && segment !== '.') {
      kept.push(segment);
    }
  }
  return `/${kept.join('/')}`;
}
