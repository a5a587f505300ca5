import { packageVersion } from './version';
import { Finding, renderFinding, renderJson, renderJUnit, renderSarif, summarise, TextOptions } from '../core/findings';
import { REPORTED_RULES } from '../gate/known-checks';

/** The forms that a report can be written in. */
export const FORMATS = ['text', 'json', 'sarif', 'junit'] as const;

/** One of `FORMATS`. */
export type Format = (typeof FORMATS)[number];

/** A report, in parts that are written one after the other. `options` are for text. */
export function* formatReport(findings: readonly Finding[], format: Format, options: TextOptions): Generator<string> {
  switch (format) {
    case 'text':
      for (const finding of findings) {
        yield `${renderFinding(finding, options)}\n\n`;
      }
      yield `${summarise(findings, options.closing)}\n`;
      break;
    case 'json':
      yield renderJson(findings);
      break;
    case 'sarif':
      yield renderSarif(findings, { toolVersion: packageVersion(), checks: REPORTED_RULES });
      break;
    case 'junit':
      yield renderJUnit(findings);
      break;
  }
}
