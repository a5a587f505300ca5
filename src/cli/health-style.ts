import { createColors } from 'picocolors';
import { wantsColour } from './colours';
import { Terminal } from './terminal';
import { HealthStyle } from '../health';

/** The colours of a report about a cluster. */
export function healthStyle({ output, environment }: Terminal): HealthStyle {
  const { bold, cyan, dim, green, red, yellow } = createColors(wantsColour(output, environment));
  const byStatus: { readonly [status: string]: (text: string) => string } = { failure: red, warning: yellow, ok: green, unknown: cyan };
  return {
    status: (word, status) => bold((byStatus[status ?? ''] ?? dim)(word)),
    label: (word) => word === 'next' ? dim(word) : word,
  };
}
