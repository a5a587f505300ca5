import { Command, CommanderError } from 'commander';
import { checkCommand } from './commands/check';
import { debugCommand } from './commands/debug';
import { diffCommand } from './commands/diff';
import { explainCommand } from './commands/explain';
import { graphCommand } from './commands/graph';
import { healthCommand } from './commands/health';
import { importCommand } from './commands/import';
import { initCommand } from './commands/init';
import { listCommand } from './commands/list';
import { policiesCommand } from './commands/policies';
import { runbookCommand } from './commands/runbook';
import { CannotRun, errorLine, ExitStatus, Terminal } from './terminal';
import { packageVersion } from './version';

const COMMANDS = [
  checkCommand, explainCommand, listCommand, graphCommand, policiesCommand, diffCommand,
  importCommand, initCommand, healthCommand, debugCommand, runbookCommand,
];

/** Runs the command line; never throws. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = new Command('cdk8s-calico')
    .description('Judges Calico manifests the way Calico, the API server and the datastore judge them.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help')
    .addHelpText('after', '\nExamples:\n  $ cdk8s-calico check dist\n  $ helm template my-chart | cdk8s-calico check -\n');
  for (const command of COMMANDS) {
    program.addCommand(command(terminal, (ended) => {
      status = ended;
    }).helpOption('-h, --help', 'print help'));
  }
  [program, ...program.commands].forEach((command) => command.exitOverride().showHelpAfterError('(--help shows what it takes)').configureOutput({
    writeOut: (text) => terminal.output.write(text),
    writeErr: (text) => terminal.errors.write(text),
    outputError: (text, write) => write(text.startsWith('error: ') ? errorLine(text.slice(7).trimEnd()) : text),
  }));
  if (args.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    return statusOf(error, terminal);
  }
}

function statusOf(error: unknown, terminal: Terminal): ExitStatus {
  if (error instanceof CommanderError) {
    // It printed what there is to say: help, the version, or what is wrong with the arguments.
    return error.exitCode === 0 ? 0 : 2;
  }
  terminal.errors.write(errorLine(error instanceof CannotRun
    ? error.message
    : `this is a fault of cdk8s-calico, please report it: ${error instanceof Error ? error.stack : String(error)}`));
  return 2;
}
