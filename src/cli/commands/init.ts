import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { reasonOf } from '../file-error';
import { CannotRun, ExitStatus, Terminal } from '../terminal';
import { dependencyRanges } from '../version';

type Language = 'typescript' | 'python';

interface InitOptions {
  readonly language: Language;
}

/** The projects as files, with the versions of packages left open. */
const PROJECTS = join(__dirname, '..', '..', '..', 'init');

/** npm leaves a .gitignore out of packages. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: '.gitignore' };

const NEXT: Readonly<Record<Language, readonly string[]>> = {
  typescript: ['npm install', 'npm test', 'npm run synth'],
  python: ['pip install -r requirements.txt', 'pytest', 'python main.py'],
};

const EXAMPLES = `
Writes a project of cdk8s with the plan of a network, a pool, a baseline of policies, a test of what they mean, and a CI file for GitHub.
The folder has to be empty, or new; a .git folder may be there.

Examples:
  $ npx cdk8s-calico init my-policies
  $ npx cdk8s-calico init --language python

Exit status: 0 if the project is written, 2 if not.
`;

/** `cdk8s-calico init`. */
export function initCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  return new Command('init')
    .summary('write a new project: network, policies, and tests of them')
    .description('Writes a working project: a network plan, a pool, policies, tests of what they mean, and a CI file.')
    .argument('[folder]', 'where to write it', '.')
    .addOption(new Option('-l, --language <language>', 'language of the project').choices(['typescript', 'python']).default('typescript'))
    .addHelpText('after', EXAMPLES)
    .action((folder: string, options: InitOptions) => {
      init(folder, options, terminal);
      end(0);
    });
}

function init(folder: string, { language }: InitOptions, { output }: Terminal): void {
  refuseOthersFiles(folder);
  const project = join(PROJECTS, language);
  const versions = language === 'python' ? pinned(dependencyRanges()) : dependencyRanges();
  for (const file of readdirSync(project, { recursive: true, encoding: 'utf8', withFileTypes: true })) {
    if (file.isFile()) {
      const source = join(file.parentPath, file.name);
      const target = join(folder, dirname(source.slice(project.length)), RENAMED[basename(source)] ?? basename(source));
      write(target, withVersions(readFileSync(source, 'utf8'), versions));
      output.write(`${target}\n`);
    }
  }
  const enter = folder === '.' ? [] : [`cd ${folder}`];
  output.write(`\nNext:\n${[...enter, ...NEXT[language]].map((line) => `  ${line}\n`).join('')}`);
}

/** @throws CannotRun where the folder holds anything */
function refuseOthersFiles(folder: string): void {
  try {
    const there = existsSync(folder) ? readdirSync(folder).filter((name) => name !== '.git') : [];
    if (there.length > 0) {
      throw new CannotRun(`${folder} isn't empty: it has ${there.slice(0, 3).join(', ')}${there.length > 3 ? ' and more' : ''}; name a new folder`);
    }
  } catch (error) {
    throw error instanceof CannotRun ? error : new CannotRun(`can't write to ${folder}: ${reasonOf(error)}`);
  }
}

function withVersions(text: string, versions: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([a-z0-9-]+)\}\}/g, (_, name: string) => versions[name]);
}

/** The lowest version of each range: Python has no `^`. */
function pinned(ranges: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(ranges).map(([name, range]) => [name, range.replace(/^\^/, '')]));
}

function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new CannotRun(`can't write ${file}: ${reasonOf(error)}`);
  }
}
