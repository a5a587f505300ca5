/**
 * What the checks find in manifests that are known to be sound: policies of a cloud that run in production, Calico's own install, and the
 * examples of this project. Each kind of finding there was looked at; the reviews say why it is right.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Checks, Finding } from 'cdk8s-calico';

/** Manifests that are one cluster. */
interface Source {
  readonly name: string;
  readonly text: string;
}

/** A group of sources; the folder may lie elsewhere than in the project. */
export interface SourceGroup {
  /** The name of its report in test/expected-findings, without `.txt`. */
  readonly report: string;
  /** Undefined where its folder isn't there. */
  readonly sources: readonly Source[] | undefined;
}

/** Findings of placeholders such as `<node>`: the objects are forms to fill in. */
const PLACEHOLDER = '<';

export function sourceGroups(root: string): SourceGroup[] {
  const shared = join(root, '..', 'shared');
  return [
    { report: 'corpus', sources: foldersOf(join(shared, 'corpus'), 2) },
    { report: 'reference', sources: filesOf(join(shared, 'reference', 'manifests')) },
    { report: 'examples', sources: examplesOf(join(root, 'examples')) },
  ];
}

/** A line for each kind of finding in each source, with the objects that it is about. */
export function printReport(sources: readonly Source[]): string {
  return sources.map(({ name, text }) => {
    const byKind = new Map<string, string[]>();
    for (const finding of Checks.ofYaml(text).findings.filter(({ what }) => !what.includes(PLACEHOLDER))) {
      const kind = `${finding.severity} ${finding.id}`;
      byKind.set(kind, [...byKind.get(kind) ?? [], placeOf(finding)]);
    }
    const lines = [...byKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, places]) => `  ${kind}: ${places.join(', ')}\n`);
    return `${name}\n${lines.length > 0 ? lines.join('') : '  nothing\n'}`;
  }).join('');
}

/** Ids of findings that a report has. */
export function idsIn(report: string): string[] {
  return [...new Set([...report.matchAll(/^ {2}\w+ ([a-z-]+\/[a-z0-9-]+): /gm)].map(([, id]) => id))].sort();
}

function placeOf({ object, field }: Finding): string {
  return `${object ? `${object.kind}/${object.name}` : 'the cluster'}${field === undefined ? '' : ` ${field}`}`;
}

function textOf(folder: string): string {
  return readdirSync(folder).filter((file) => /\.(ya?ml|json)$/.test(file)).sort().map((file) => readFileSync(join(folder, file), 'utf8')).join('\n---\n');
}

/** Each folder at a depth is one cluster. */
function foldersOf(base: string, depth: number): Source[] | undefined {
  if (!existsSync(base)) {
    return undefined;
  }
  let folders = [''];
  for (let level = 0; level < depth; level++) {
    folders = folders.flatMap((folder) => readdirSync(join(base, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory()).map((entry) => `${folder}/${entry.name}`)).sort();
  }
  return folders.map((folder) => ({ name: folder.slice(1), text: textOf(join(base, folder)) }));
}

function filesOf(base: string): Source[] | undefined {
  return existsSync(base)
    ? readdirSync(base).sort().map((file) => ({ name: file, text: readFileSync(join(base, file), 'utf8') }))
    : undefined;
}

/** The manifests that an example is known to write. */
function examplesOf(base: string): Source[] {
  return readdirSync(base).filter((name) => existsSync(join(base, name, 'expected'))).sort()
    .map((name) => ({ name, text: textOf(join(base, name, 'expected')) }));
}
