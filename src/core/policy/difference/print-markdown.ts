import { ListedChange } from './list-difference';
import { PrintedDifference, summaryOf } from './print-difference';
import { escapeForDisplay } from '../../findings';
import { itemsOf, ListedEnds } from '../connectivity';

/** Rows that are read at a glance; the others are folded. */
const SHOWN = 20;
/** Ends that a cell names. */
const MOST_ITEMS = 8;
/** GitHub takes comments of 65,536 characters. */
const LONGEST = 56_000;
const ROOM_FOR_NOTES = 4_000;

const HEADER = '| change | from | to | what | who decides |\n|---|---|---|---|---|';

/**
 * For a comment on a pull request: a summary, then tables. What comes from a manifest stands in code spans, where no mention, link, image or HTML
 * is read, and without the characters that would end a span or a cell. Rows that a comment has no room for are counted.
 */
export function differenceMarkdown(difference: PrintedDifference): string {
  const { changes, added, removed, leftOut, open } = difference;
  const rows = fitting(changes.map(rowText), LONGEST);
  const [shown, folded] = [rows.slice(0, SHOWN), rows.slice(SHOWN)];
  const isOpen = changes.some(({ isCertain }) => !isCertain) && open.length > 0;
  const sections = [
    `**Network policies: ${summaryOf(difference)}.**`,
    ...(shown.length > 0 ? [`${HEADER}\n${shown.join('\n')}`] : []),
    ...(folded.length > 0 ? [details(`${folded.length} more`, `${HEADER}\n${folded.join('\n')}`)] : []),
    ...(rows.length < changes.length ? [`${changes.length - rows.length} further changes have no room here: \`cdk8s-calico diff\` lists them.`] : []),
    ...(added.length > 0 ? [`Added: ${items(added)}.`] : []),
    ...(removed.length > 0 ? [`Removed: ${items(removed)}.`] : []),
    ...leftOut.map((what) => `Note: ${what}.`),
    ...(isOpen ? [details('What isn\'t known, and may be why', fitting(open.map((what) => `- ${code(what)}`), ROOM_FOR_NOTES).join('\n'))] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

function rowText({ change, isCertain, ipVersions, sources, destinations, connections, causes }: ListedChange): string {
  const version = ipVersions.length === 1 && ipVersions[0] === 6 ? ['IPv6'] : [];
  const what = items([...version, ...connections]);
  const cells = [isCertain ? `**${change}**` : `may be ${change}`, endsText(sources), endsText(destinations), what, causes.map(code).join('<br>')];
  return `| ${cells.join(' | ')} |`;
}

function endsText(ends: ListedEnds): string {
  return items(itemsOf(ends));
}

function items(texts: readonly string[]): string {
  const more = texts.length - MOST_ITEMS;
  return `${texts.slice(0, MOST_ITEMS).map(code).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** As many lines as there is room for. */
function fitting(lines: readonly string[], room: number): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > room;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** A code span. Nothing in it is read as Markdown; a backtick would end it, and a bar the cell. */
function code(text: string): string {
  return `\`${escapeForDisplay(text).replaceAll('`', '\\u0060').replaceAll('|', '\\u007c')}\``;
}
