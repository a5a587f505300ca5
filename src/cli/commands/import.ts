import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Command } from 'commander';
import { Manifest } from '../../core/manifests';
import type { ImportedProgram } from '../../import';
import { readObjects } from '../read-cluster';
import { CannotRun, ExitStatus, Terminal } from '../terminal';
import { writeChunks, writeFile } from '../write-report';

interface ImportOptions {
  readonly output?: string;
  readonly force?: true;
  readonly tidy?: true;
}

const EXAMPLES = `
Each input is a YAML or JSON file, a folder that is searched for .yaml, .yml and .json files (hidden ones and node_modules are
passed over), or - for what is piped in. All inputs together become one program: a chart, and an app that synthesises it.

Its manifests are equal to the input: a selector keeps its text, and where a construct of this library would write a default in another
way, a patch puts the input's back. With --tidy there are no such patches, and selectors are printed anew: the manifests mean the same.
Comments are not kept.

Examples:
  $ cdk8s-calico import policies/ --output main.ts
  $ cdk8s-calico import --tidy pools.yaml > pools.ts
  $ kubectl get globalnetworkpolicies.projectcalico.org -o yaml | cdk8s-calico import -

Exit status: 0 if the program is written, also where checks refuse what it makes (comments say what and why); 2 if an input can't
be read: then nothing is written, as a program that lacks objects would be deployed like one that has them all.
`;

/** `cdk8s-calico import`. */
export function importCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  return new Command('import')
    .summary('write a TypeScript program that makes existing manifests')
    .description('Writes a TypeScript program of this library\'s constructs that makes existing manifests.')
    .argument('[inputs...]', 'files, folders, or - for standard input')
    .option('-o, --output <file>', 'write the program to a file')
    .option('--force', 'replace the file where it exists')
    .option('-t, --tidy', 'leave selectors and defaults as the constructs write them: other text, the same meaning')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: ImportOptions) => {
      await importInputs(inputs, options, terminal);
      end(0);
    });
}

async function importInputs(inputs: readonly string[], { output, force, tidy }: ImportOptions, terminal: Terminal): Promise<void> {
  if (inputs.length === 0) {
    throw new CannotRun('name the files or folders to import, or - for standard input; cdk8s-calico import --help has examples');
  }
  if (output !== undefined && !force && existsSync(output)) {
    throw new CannotRun(`${output} exists already; name another file, or give --force to replace it`);
  }
  const manifests = await readObjects(inputs, terminal, {
    unreadable: 'nothing is written: the input can\'t be read as it should be',
    empty: 'nothing is written: the input holds no object of Kubernetes',
  });
  const program = written(manifests, tidy ?? false);
  const summary = `${summarise(manifests.length, program)}\n`;
  if (output !== undefined) {
    writeFile(output, [program.text]);
    terminal.output.write(summary);
  } else {
    await writeChunks(terminal.output, [program.text]);
    terminal.errors.write(summary);
  }
}

function written(manifests: readonly Manifest[], tidy: boolean): ImportedProgram {
  // Loaded here, as cdk8s and the constructs would make the start of every other command a third longer.
  const { CannotImport, importManifests } = createRequire(__filename)('../../import') as typeof import('../../import');
  try {
    return importManifests(manifests, { tidy });
  } catch (error) {
    throw error instanceof CannotImport ? new CannotRun(`nothing is written: ${error.message}`) : error;
  }
}

function summarise(objects: number, { constructs, refused }: ImportedProgram): string {
  const text = `Imported ${objects === 1 ? '1 object' : `${objects} objects`}, ${constructs} of them by their own constructs.`;
  return refused === 0 ? text : `${text} Checks refuse ${refused}: comments in the program say why, and its synth will fail until that is mended.`;
}
