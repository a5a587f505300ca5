import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { ClusterReader, debugScript, healthScript, Script, SCRIPT_MARK } from '../../health';
import { ClusterOptions, withClusterOptions } from '../cluster-options';
import { reasonOf } from '../file-error';
import { installToExamine } from '../install-to-examine';
import { readOnlyTools } from '../kubectl';
import { CannotRun, ExitStatus, Terminal } from '../terminal';

interface RunbookOptions extends ClusterOptions {
  readonly output: string;
  readonly force?: true;
}

const EXAMPLES = `
Writes calico-health.sh and calico-debug.sh: what health and debug ask, as plain commands of kubectl and calicoctl with the names of the
install, for machines that have no Node.js. They are POSIX shell, and only read.

Examples:
  $ cdk8s-calico runbook --manifests dist --output runbook
  $ runbook/calico-debug.sh app frontend-7d4b9 app web-api-5f6c8 8080

Exit status: 0 if both scripts are written, 2 if not.
`;

/** `cdk8s-calico runbook`. */
export function runbookCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  return withClusterOptions(new Command('runbook')
    .summary('write the commands of health and debug as shell scripts')
    .description('Writes shell scripts for on call, with the namespaces and labels of the install.')
    .option('-o, --output <folder>', 'folder to write to', '.')
    .option('--force', 'replace files that aren\'t of this command'))
    .addHelpText('after', EXAMPLES)
    .action(async (options: RunbookOptions) => {
      await runbook(options, terminal);
      end(0);
    });
}

async function runbook(options: RunbookOptions, terminal: Terminal): Promise<void> {
  const shape = await installToExamine(options.manifests, new ClusterReader(readOnlyTools(options, terminal)));
  const scripts = [healthScript(shape), debugScript(shape)];
  scripts.forEach(({ name }) => refuseForeign(join(options.output, name), options));
  for (const script of scripts) {
    terminal.output.write(`${write(script, options.output)}\n`);
  }
}

/** @throws CannotRun where a file of that name isn't one of ours */
function refuseForeign(file: string, { force }: RunbookOptions): void {
  if (!force && existsSync(file) && !readFileSync(file, 'utf8').includes(SCRIPT_MARK)) {
    throw new CannotRun(`${file} exists, and isn't of this command: --force replaces it`);
  }
}

function write({ name, text }: Script, folder: string): string {
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, 0o755);
  } catch (error) {
    throw new CannotRun(`can't write ${file}: ${reasonOf(error)}`);
  }
  return file;
}
