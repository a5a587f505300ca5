import { itemsOf, ListedConnections, ListedEnds } from './list-connectivity';
import { connectionsText } from './print-connectivity';
import { addToList } from '../../add-to-list';
import { escapeForDisplay } from '../../findings';

/** A box of a graph. */
export interface GraphNode {
  /** A line each. */
  readonly items: readonly string[];
  /** The title of the frame that it stands in. */
  readonly frame?: string;
}

export interface GraphEdge {
  /** Indexes of nodes. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly isCertain: boolean;
}

/** What is drawn. Its texts are as they come from manifests. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Groups of ends as nodes, rows as edges: what is in several groups is drawn several times. */
export function graphOf(rows: readonly ListedConnections[]): Graph {
  const ids = new Map<ListedEnds, number>();
  const nodes: GraphNode[] = [];
  const byText = new Map<string, number>();
  const nodeOf = (ends: ListedEnds): number => {
    let id = ids.get(ends);
    if (id === undefined) {
      const items = itemsOf(ends);
      id = byText.get(items.join('\n')) ?? nodes.push({ items }) - 1;
      byText.set(items.join('\n'), id);
      ids.set(ends, id);
    }
    return id;
  };
  const edges = rows.map((row): GraphEdge => ({
    from: nodeOf(row.sources),
    to: nodeOf(row.destinations),
    label: `IPv${row.ipVersion} ${connectionsText(row)}`,
    isCertain: row.assumedAllowed.length + row.assumedDenied.length === 0,
  }));
  return { nodes, edges };
}

/** For Graphviz: what isn't certain is dashed. */
export function printDot({ nodes, edges }: Graph): string {
  const quote = (text: string): string => escapeForDisplay(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return [
    'digraph connectivity {',
    '  rankdir=LR;',
    '  node [shape=box];',
    ...framed(nodes, ({ items }, id) => `n${id} [label="${items.map(quote).join('\\n')}"];`, (frame, index) =>
      [`subgraph cluster${index} {`, `  label="${quote(frame)}";`], '}'),
    ...edges.map(({ from, to, label, isCertain }) => `  n${from} -> n${to} [label="${quote(label)}"${isCertain ? '' : ' style=dashed'}];`),
    '}',
    '',
  ].join('\n');
}

/** For Mermaid: what isn't certain is dotted. Characters that mean something there are written by their numbers. */
export function printMermaid({ nodes, edges }: Graph): string {
  const quote = (text: string): string => escapeForDisplay(text).replace(/[^\w ./:,-]/gu, (character) => `#${character.codePointAt(0)};`);
  return [
    'flowchart LR',
    ...framed(nodes, ({ items }, id) => `n${id}["${items.map(quote).join('<br/>')}"]`, (frame, index) => [`subgraph g${index}["${quote(frame)}"]`], 'end'),
    ...edges.map(({ from, to, label, isCertain }) => `  n${from} ${isCertain ? '-->' : '-.->'}|"${quote(label)}"| n${to}`),
    '',
  ].join('\n');
}

/** The lines of all nodes, those of a frame within it. */
function framed(
  nodes: readonly GraphNode[], line: (node: GraphNode, id: number) => string, open: (frame: string, index: number) => string[], close: string,
): string[] {
  const frames = new Map<string, string[]>();
  const lines: string[] = [];
  nodes.forEach((node, id) => {
    if (node.frame === undefined) {
      lines.push(`  ${line(node, id)}`);
    } else {
      addToList(frames, node.frame, `    ${line(node, id)}`);
    }
  });
  return [...lines, ...[...frames].flatMap(([frame, inner], index) => [...open(frame, index).map((text) => `  ${text}`), ...inner, `  ${close}`])];
}
