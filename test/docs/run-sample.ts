import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';
import { parse } from 'yaml';
import { Sample } from './check-page';
import { Checks } from '../../src';
import { rangesOf } from '../../src/gate/plan-file';
import { readManifests } from '../../src/yaml';

/** The ids of the findings of a sample. A TypeScript sample prints its report, or throws it; YAML is judged. */
export function idsOf(sample: Sample): string[] {
  if (sample.language === 'ts') {
    return unique([...runTypeScript(sample.text).matchAll(/^(?:error|warning|advice) +(\S+)$/gm)].map(([, id]) => id));
  }
  if (sample.info === 'latin1') {
    // A text has no encoding; a file has.
    return unique(readManifests(Buffer.from(sample.text, 'latin1')).faults.map(({ rule }) => rule));
  }
  const plan = sample.plan === undefined ? {} : { plan: rangesOf(parse(sample.plan), 'the plan') };
  const before = sample.before === undefined ? {} : { before: readManifests(sample.before).manifests.map(({ object }) => object) };
  return unique(Checks.ofYaml(sample.text, { ...plan, ...before }).findings.map(({ id }) => id));
}

/** Runs a program; gives what it prints, and the message that it throws. */
export function runTypeScript(program: string): string {
  const { outputText } = ts.transpileModule(program, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const output: string[] = [];
  const outdir = mkdtempSync(join(tmpdir(), 'sample-'));
  const spies = [
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => output.push(String(text)) > 0),
    jest.spyOn(console, 'log').mockImplementation((...texts) => void output.push(texts.join(' '))),
  ];
  process.env.CDK8S_OUTDIR = outdir;
  try {
    // Jest's own `require` maps the package's name to src/.
    new Function('require', 'module', 'exports', outputText)(require, { exports: {} }, {});
  } catch (error) {
    output.push((error as Error).message);
  } finally {
    delete process.env.CDK8S_OUTDIR;
    rmSync(outdir, { recursive: true });
    spies.forEach((spy) => spy.mockRestore());
  }
  return output.join('\n');
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
