import { escapeForDisplay, Finding, placeText } from '../core/findings';

/** A violation as cdk8s-cli takes it: one recommendation and fix, and every resource that they are for. */
export interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: ViolatingResource[];
}

/** One of its resources. cdk8s-cli finds the path of the construct by the name. */
export interface ViolatingResource {
  readonly resourceName: string;
  readonly manifestPath: string;
  readonly locations: readonly string[];
}

/** The findings as violations, in their order; those that say the same of several resources are one. */
export function violationsOf(findings: readonly Finding[]): Violation[] {
  const violations = new Map<string, Violation>();
  for (const finding of findings) {
    const { id, severity, what, why, fix, docs } = finding;
    const words = { ruleName: id, recommendation: escapeForDisplay(`${severity}: ${what}; ${why}`), fix: escapeForDisplay(`${fix} (${docs})`) };
    const key = JSON.stringify(words);
    const violation = violations.get(key) ?? { ...words, violatingResources: [] };
    violations.set(key, violation);
    violation.violatingResources.push(resourceOf(finding));
  }
  return [...violations.values()];
}

function resourceOf({ object, place, field, path }: Finding): ViolatingResource {
  const where = place && placeText({ line: place.line, column: place.column });
  const location = field === undefined ? where : `${escapeForDisplay(field)}${where === undefined ? '' : ` (${where})`}`;
  return {
    resourceName: escapeForDisplay(object?.name ?? path ?? 'N/A'),
    manifestPath: place?.file ?? path ?? 'N/A',
    locations: location === undefined ? [] : [location],
  };
}
