import { createColors } from 'picocolors';
import { Output, Terminal } from './terminal';
import { ReportStyle } from '../core/findings';

/** Whether to colour: on a terminal, unless `NO_COLOR` is set; elsewhere only if `FORCE_COLOR` asks for it. */
export function wantsColour(output: Output, { NO_COLOR, FORCE_COLOR, TERM }: Terminal['environment']): boolean {
  if (NO_COLOR) {
    return false;
  }
  if (FORCE_COLOR !== undefined) {
    return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  }
  return output.isTTY === true && TERM !== 'dumb';
}

/** The colours of a report. */
export function reportStyle(coloured: boolean): ReportStyle {
  const { bold, cyan, dim, red, yellow } = createColors(coloured);
  const bySeverity: { readonly [severity: string]: (text: string) => string } = { error: red, warning: yellow };
  return {
    severity: (word, severity) => bold((bySeverity[severity] ?? cyan)(word)),
    label: (word) => word.includes('/') ? bold(word) : dim(word),
    carets: red,
  };
}
