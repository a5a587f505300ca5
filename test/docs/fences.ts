/** A fenced block of a Markdown text. */
export interface Fence {
  /** The first word after the backticks, such as `ts`. */
  readonly language: string;
  /** What follows it, such as `fragment`. */
  readonly info: string;
  readonly text: string;
  /** Line of the file that the text starts on, from 1. */
  readonly line: number;
}

/** The fenced blocks of a Markdown text. They may be indented, as in lists. */
export function fencesOf(markdown: string): Fence[] {
  const fences: Fence[] = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const opening = /^( *)```(\S+) *(.*)$/.exec(lines[at]);
    if (opening === null) {
      continue;
    }
    const [, indent, language, info] = opening;
    const body: string[] = [];
    const line = at + 2;
    for (at++; at < lines.length && lines[at].trimEnd() !== `${indent}\`\`\``; at++) {
      body.push(lines[at].startsWith(indent) ? lines[at].slice(indent.length) : lines[at]);
    }
    fences.push({ language, info: info.trim(), text: `${body.join('\n')}\n`, line });
  }
  return fences;
}
