import { CheckSeverity } from './check-severity';
import { checkOnly, REPORTED_RULES } from './known-checks';
import { Finding, Severity } from '../core/findings';

const REFUSED = new Set(REPORTED_RULES.filter((rule) => 'refusedByCluster' in rule && rule.refusedByCluster).map(({ id }) => id));

/**
 * Which checks report, and how severely, for a part of an app. A value: the methods give a changed copy.
 *
 * What decides, from first to last: what the cluster would refuse or drop is an error whatever a preset says; then the preset of the
 * closest scope that has one, and in it what is said of the check's id, of its category, and what the preset does with all others. Acknowledgements
 * count before presets, and `strict` after them.
 */
export class CheckPreset {
  /** Each check as the catalogue has it. */
  public static readonly DEFAULT = new CheckPreset('default', new Map());

  /** For working: only what the cluster would refuse stops synth, other errors are warnings, and advice is left out. */
  public static readonly DEVELOPMENT = new CheckPreset('development', new Map());

  /** For what goes live: warnings are errors. */
  public static readonly PRODUCTION = new CheckPreset('production', new Map());

  /**
   * The preset of a name: `default`, `development` or `production`. For names that come from the environment.
   *
   * @throws where there is no such preset
   */
  public static named(name: string): CheckPreset {
    const presets = [CheckPreset.DEFAULT, CheckPreset.DEVELOPMENT, CheckPreset.PRODUCTION];
    const preset = presets.find((one) => one.name === name);
    if (preset === undefined) {
      throw new Error(`there is no preset ${JSON.stringify(name)}: it is one of ${presets.map((one) => one.name).join(', ')}`);
    }
    return preset;
  }

  private constructor(
    /** The name that it was made from, which says what becomes of all checks that nothing else is said of. */
    public readonly name: string,
    private readonly severities: ReadonlyMap<string, CheckSeverity>,
  ) {}

  /**
   * The same, with the findings of a check, or of all checks of a category, as severe as said. What is said of an id counts more than what is said of
   * its category. What the cluster would refuse or drop stays an error.
   *
   * @param check an id such as `policy/dns-cut`, a category such as `policy`, or an id or category of your own checks
   * @throws where the category is one of this library's and has no such check, or the cluster would refuse what the check finds
   */
  public withSeverity(check: string, severity: CheckSeverity): CheckPreset {
    if (isOurs(check)) {
      checkOnly([check]);
    }
    if (REFUSED.has(check)) {
      throw new Error(`${check} stays an error: the cluster would refuse or drop the object, whatever a preset says`);
    }
    return new CheckPreset(this.name, new Map([...this.severities, [check, severity]]));
  }

  /** @internal */
  public _apply(finding: Finding): Finding | undefined {
    if (finding.outcome !== undefined || REFUSED.has(finding.id)) {
      return finding;
    }
    const said = this.severities.get(finding.id) ?? this.severities.get(categoryOf(finding.id)) ?? this.usual(finding.severity as Severity);
    return said === CheckSeverity.OFF ? undefined : said === finding.severity ? finding : { ...finding, severity: said };
  }

  private usual(severity: Severity): Severity | CheckSeverity.OFF {
    if (this.name === CheckPreset.PRODUCTION.name) {
      return severity === 'warning' ? 'error' : severity;
    }
    if (this.name === CheckPreset.DEVELOPMENT.name) {
      return severity === 'error' ? 'warning' : severity === 'advice' ? CheckSeverity.OFF : severity;
    }
    return severity;
  }
}

const CATEGORIES = new Set(REPORTED_RULES.map(({ id }) => categoryOf(id)));

/** Whether an id or category is of this library's checks. */
export function isOurs(check: string): boolean {
  return CATEGORIES.has(categoryOf(check));
}

function categoryOf(check: string): string {
  const slash = check.indexOf('/');
  return slash < 0 ? check : check.slice(0, slash);
}
