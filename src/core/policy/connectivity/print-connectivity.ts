import { ConnectionsText, itemsOf, ListedConnections } from './list-connectivity';
import { escapeForDisplay } from '../../findings';

/** As people read it, by source. Whatever comes from a manifest is escaped. */
export function connectivityText(rows: readonly ListedConnections[], open: readonly string[]): string {
  const lines: string[] = [];
  let before: ListedConnections | undefined;
  for (const row of rows) {
    if (row.ipVersion !== before?.ipVersion || row.sources !== before.sources) {
      lines.push(...(before ? [''] : []), `IPv${row.ipVersion} from ${itemsOf(row.sources).join(', ')}`);
    }
    lines.push(`  to ${itemsOf(row.destinations).join(', ')}: ${connectionsText(row)}`);
    before = row;
  }
  if (rows.length === 0) {
    lines.push('Nothing passes.');
  }
  if (rows.some(({ assumedAllowed, assumedDenied }) => assumedAllowed.length + assumedDenied.length > 0) && open.length > 0) {
    lines.push('', 'What isn\'t known, and may be why:', ...open.map((what) => `  ${what}`));
  }
  return `${lines.map(escapeForDisplay).join('\n')}\n`;
}

/** What passes, and what may, on one line. */
export function connectionsText({ allowed, assumedAllowed, assumedDenied }: ConnectionsText): string {
  return [
    ...(allowed.length > 0 ? [allowed.join('; ')] : []),
    ...(assumedAllowed.length > 0 ? [`not certain, but as far as is known: ${assumedAllowed.join('; ')}`] : []),
    ...(assumedDenied.length > 0 ? [`not certain, and as far as is known denied: ${assumedDenied.join('; ')}`] : []),
  ].join(' | ');
}

/** A row a line. No cell begins with what comes from a manifest, so that none is a formula. */
export function connectivityCsv(rows: readonly ListedConnections[]): string {
  const header = ['ip_version', 'sources', 'destinations', 'allowed', 'assumed_allowed', 'assumed_denied'];
  return [header, ...rows.map(({ ipVersion, sources, destinations, allowed, assumedAllowed, assumedDenied }) =>
    [String(ipVersion), ...[itemsOf(sources), itemsOf(destinations), allowed, assumedAllowed, assumedDenied].map((texts) => texts.join('; '))])]
    .map((cells) => `${cells.map(csvCell).join()}\r\n`).join('');
}

/** Quoted where it has to be. */
export function csvCell(text: string): string {
  const safe = escapeForDisplay(text);
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
