import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './run-cli';

/** Holds the folders of all fake tools of a test file. */
const BASE = folderOf({});

/** What a fake tool does with a call: by the start of its arguments, without options of the cluster; the longest that fits counts. */
export interface FakeAnswers {
  readonly [question: string]: { readonly output?: string; readonly errors?: string; readonly status?: number; readonly seconds?: number };
}

/** Programs in a folder of their own that stand for kubectl and calicoctl, and what they were called with. */
export interface FakeTools {
  /** The environment in which they are found, and nothing else. */
  readonly environment: { readonly [name: string]: string };
  /** The calls so far, in no order. */
  calls(): string[];
}

const PROGRAM = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const { join, basename } = require('node:path');
const args = process.argv.slice(2);
const tool = basename(process.argv[1]);
appendFileSync(join(__dirname, 'calls'), [tool, ...args].join(' ') + '\\n');
const asked = [tool, ...args.filter((arg) => !/^--(request-timeout|context|kubeconfig)=/.test(arg))].join(' ');
const answers = JSON.parse(readFileSync(join(__dirname, 'answers.json'), 'utf8'));
const start = Object.keys(answers).filter((one) => asked.startsWith(one)).sort((a, b) => b.length - a.length)[0];
const { output = '', errors = '', status = errors ? 1 : 0, seconds = 0 } = start === undefined
  ? (args.includes('-A') || args.includes('-l') || asked.includes('selector') ? { output: '{"items":[]}' } : { errors: 'Error from server (NotFound): x "y" not found' })
  : answers[start];
setTimeout(() => {
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = status;
}, seconds * 1000);
`;

/** Puts tools that answer so on a PATH of their own. */
export function fakeTools(answers: FakeAnswers, tools: readonly string[] = ['kubectl']): FakeTools {
  const folder = mkdtempSync(join(BASE, 'tools-'));
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers));
  writeFileSync(join(folder, 'calls'), '');
  for (const tool of tools) {
    writeFileSync(join(folder, tool), PROGRAM);
    chmodSync(join(folder, tool), 0o755);
  }
  return {
    environment: { PATH: folder },
    calls: () => readFileSync(join(folder, 'calls'), 'utf8').split('\n').filter((line) => line !== ''),
  };
}
