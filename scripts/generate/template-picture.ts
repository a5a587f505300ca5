/**
 * The picture of a set of probes: ends that are treated alike are one box, so that a hundred probes stay readable.
 */
import { trafficOf } from './template-traffic';
import { ProbeSet } from 'cdk8s-calico';

/** What is drawn at the most: the table below the picture has everything. */
const MOST_NAMES = 4;
const MOST_TRAFFIC = 3;
const MOST_ARROWS = 12;

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly arrow: '-->' | '--x';
  readonly traffic: string;
}

/** A Mermaid flowchart: an arrow for what passes, a crossed one for what doesn't. */
export function printPicture(set: ProbeSet): string {
  const arrows = arrowsOf(set);
  const boxOf = alikeEnds(arrows);
  const boxes = new Map<string, string[]>();
  for (const [end, box] of boxOf) {
    boxes.set(box, [...boxes.get(box) ?? [], end]);
  }
  const linesOf = (wanted: Arrow['arrow']): string[] => [...new Set(arrows.filter(({ arrow }) => arrow === wanted)
    .map(({ from, to, arrow, traffic }) => `  ${boxOf.get(from)} ${arrow}|"${traffic}"| ${boxOf.get(to)}\n`))];
  const [allowed, denied] = [linesOf('-->'), linesOf('--x')];
  const roomBeside = (others: readonly string[]): number => Math.max(MOST_ARROWS / 2, MOST_ARROWS - others.length);
  const drawn = [...allowed.slice(0, roomBeside(denied)), ...denied.slice(0, roomBeside(allowed))];
  const isDrawn = (box: string): boolean => drawn.some((line) => line.split(/[ \n]/).includes(box));
  const titles = [...boxes].filter(([box]) => isDrawn(box)).map(([box, ends]) => `  ${box}["${shorten(ends, MOST_NAMES).join('<br/>')}"]\n`);
  return `flowchart LR\n${titles.join('')}${drawn.join('')}`;
}

/** One for each pair of ends and outcome, with all that was tried between them. */
function arrowsOf({ mustAllow = [], mustDeny = [] }: ProbeSet): Arrow[] {
  const found = new Map<string, { readonly from: string; readonly to: string; readonly arrow: Arrow['arrow']; readonly traffic: Set<string> }>();
  for (const [flows, arrow] of [[mustAllow, '-->'], [mustDeny, '--x']] as const) {
    for (const flow of flows) {
      const [from, to] = [flow.source.toString(), flow.destination.toString()];
      const key = `${from} ${arrow} ${to}`;
      const one = found.get(key) ?? { from, to, arrow, traffic: new Set() };
      // The versions of IP are told apart by the table.
      one.traffic.add(trafficOf({ ...flow, ipVersion: undefined }));
      found.set(key, one);
    }
  }
  return [...found.values()].map((one) => ({ ...one, traffic: shorten([...one.traffic].sort(), MOST_TRAFFIC).join(', ') }));
}

/** The box of each end. Ends share one where the same passes and doesn't between them and the same others: boxes are split until that is so. */
function alikeEnds(arrows: readonly Arrow[]): Map<string, string> {
  const ends = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))];
  const boxOf = new Map(ends.map((end) => [end, 'n0']));
  for (let count = 0, next = 1; next > count;) {
    count = next;
    const sides = new Map<string, Set<string>>(ends.map((end) => [end, new Set([boxOf.get(end) as string])]));
    for (const { from, to, arrow, traffic } of arrows) {
      sides.get(from)?.add(`to ${boxOf.get(to)} ${arrow} ${traffic}`);
      sides.get(to)?.add(`from ${boxOf.get(from)} ${arrow} ${traffic}`);
    }
    const ids = new Map<string, string>();
    for (const end of ends) {
      const key = [...sides.get(end) ?? []].sort().join('\n');
      ids.set(key, ids.get(key) ?? `n${ids.size}`);
      boxOf.set(end, ids.get(key) as string);
    }
    next = ids.size;
  }
  return boxOf;
}

function shorten(texts: readonly string[], most: number): string[] {
  return texts.length <= most + 1 ? [...texts] : [...texts.slice(0, most), `and ${texts.length - most} more`];
}
