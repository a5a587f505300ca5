import { Checks } from '../../src';
import { renderJson, renderJUnit, renderSarif } from '../../src/core/findings';
import { REPORTED_RULES } from '../../src/gate/known-checks';

const IDS: ReadonlySet<string> = new Set(REPORTED_RULES.map(({ id }) => id));

/** What no report may hold: what moves a cursor, turns the line around or hides itself. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Judges a text by the public API, and holds the report to what every report promises.
 *
 * @throws where something crashes, a check failed inside, or the report breaks a promise
 */
export function judgeCase(text: string): void {
  const report = Checks.ofYaml(text);
  for (const { id, what, why, fix, place, severity } of report.findings) {
    demand(IDS.has(id), `there is no rule ${id}`);
    demand(id !== 'gate/check-crashed', what);
    demand(what !== '' && why !== '' && fix !== '', `${id} says nothing`);
    demand(['error', 'warning', 'advice'].includes(severity), `${id} has the severity ${severity}`);
    demand(place !== undefined && place.line >= 1 && place.column >= 1, `${id} has no place`);
  }
  const { findings } = report;
  for (const printed of [report.toText(), renderJson(findings), renderJUnit(findings), renderSarif(findings, { toolVersion: '0.0.0', checks: [] })]) {
    demand(!UNSAFE.test(printed), 'a report holds what a terminal would obey or hide');
  }
  JSON.stringify(report.toJson());
}

function demand(holds: boolean, message: string): void {
  if (!holds) {
    throw new Error(message);
  }
}
