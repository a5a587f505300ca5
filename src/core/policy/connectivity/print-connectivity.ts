import { itemsOf, ListedConnections, ListedEnds } from './list-connectivity';
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
export function connectionsText({ allowed, assumedAllowed, assumedDenied }: ListedConnections): string {
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

function csvCell(text: string): string {
  const safe = escapeForDisplay(text);
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly isCertain: boolean;
}

/** Groups of ends as nodes, rows as edges. */
function graphOf(rows: readonly ListedConnections[]): { readonly nodes: readonly string[][]; readonly edges: readonly Edge[] } {
  const ids = new Map<ListedEnds, number>();
  const nodes: string[][] = [];
  const byText = new Map<string, number>();
  const nodeOf = (ends: ListedEnds): number => {
    let id = ids.get(ends);
    if (id === undefined) {
      const items = itemsOf(ends).map(escapeForDisplay);
      id = byText.get(items.join('\n')) ?? nodes.push(items) - 1;
      byText.set(items.join('\n'), id);
      ids.set(ends, id);
    }
    return id;
  };
  const edges = rows.map((row): Edge => ({
    from: nodeOf(row.sources),
    to: nodeOf(row.destinations),
    label: `IPv${row.ipVersion} ${connectionsText(row)}`,
    isCertain: row.assumedAllowed.length + row.assumedDenied.length === 0,
  }));
  return { nodes, edges };
}

/** A graph for Graphviz: what isn't certain is dashed. */
export function connectivityDot(rows: readonly ListedConnections[]): string {
  const { nodes, edges } = graphOf(rows);
  const quote = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return [
    'digraph connectivity {',
    '  rankdir=LR;',
    '  node [shape=box];',
    ...nodes.map((items, id) => `  n${id} [label="${items.map(quote).join('\\n')}"];`),
    ...edges.map(({ from, to, label, isCertain }) => `  n${from} -> n${to} [label="${quote(label)}"${isCertain ? '' : ' style=dashed'}];`),
    '}',
    '',
  ].join('\n');
}

/** A flowchart for Mermaid: what isn't certain is dotted. Characters that mean something there are written by their numbers. */
export function connectivityMermaid(rows: readonly ListedConnections[]): string {
  const { nodes, edges } = graphOf(rows);
  const quote = (text: string): string => text.replace(/[^\w ./:,-]/gu, (character) => `#${character.codePointAt(0)};`);
  return [
    'flowchart LR',
    ...nodes.map((items, id) => `  n${id}["${items.map(quote).join('<br/>')}"]`),
    ...edges.map(({ from, to, label, isCertain }) => `  n${from} ${isCertain ? '-->' : '-.->'}|"${quote(label)}"| n${to}`),
    '',
  ].join('\n');
}
