import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fence, fencesOf } from './fences';
import { ROOT } from './files';

/** The headings of every page, in this order. */
export const HEADINGS = ['Why', 'Incorrect', 'Correct', 'Fix', 'Source'] as const;

type Heading = (typeof HEADINGS)[number];

/** A page of docs/checks, taken apart. */
export interface CheckPage {
  /** The heading of the page: the id. */
  readonly title: string;
  /** What stands between the title and the first section. */
  readonly intro: string;
  readonly headings: readonly string[];
  /** Each section's text, without fences. */
  readonly prose: (heading: Heading) => string;
  /** Samples of a section. */
  readonly samples: (heading: 'Incorrect' | 'Correct') => Sample[];
}

/** A fence of a page, with the plan, and the manifests of the cluster, that stand before it. */
export interface Sample extends Fence {
  /** The YAML of the plan. */
  readonly plan?: string;
  /** The YAML of what is in the cluster. */
  readonly before?: string;
}

/** Reads the page of an id. */
export function readPage(id: string): CheckPage {
  const lines = readFileSync(join(ROOT, 'docs', 'checks', `${id}.md`), 'utf8').split('\n');
  const starts = headingLines(lines);
  const section = (heading: string): { text: string; firstLine: number } => {
    const index = starts.findIndex((start) => lines[start] === `## ${heading}`);
    return index < 0 ? { text: '', firstLine: 1 } : { text: lines.slice(starts[index] + 1, starts[index + 1]).join('\n'), firstLine: starts[index] + 2 };
  };
  return {
    title: lines[0].replace(/^# /, ''),
    intro: lines.slice(1, starts[0]).join('\n').trim(),
    headings: starts.map((start) => lines[start].replace(/^## /, '')),
    prose: (heading) => section(heading).text.replace(/^```\S+[^]*?^```$/gm, '').trim(),
    samples: (heading) => {
      const { text, firstLine } = section(heading);
      return samplesOf(fencesOf(text).map((fence) => ({ ...fence, line: fence.line + firstLine - 1 })));
    },
  };
}

/** Headings of the second level; a comment in a fence is none. */
function headingLines(lines: readonly string[]): number[] {
  const starts: number[] = [];
  let inFence = false;
  lines.forEach((line, index) => {
    inFence = line.startsWith('```') ? !inFence : inFence;
    if (!inFence && line.startsWith('## ')) {
      starts.push(index);
    }
  });
  return starts;
}

function samplesOf(fences: readonly Fence[]): Sample[] {
  let plan: string | undefined;
  let before: string | undefined;
  return fences.flatMap((fence) => {
    if (fence.info === 'plan') {
      plan = fence.text;
      return [];
    }
    if (fence.info === 'before') {
      before = fence.text;
      return [];
    }
    return [{ ...fence, plan, before }];
  });
}
