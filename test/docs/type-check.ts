import { join } from 'node:path';
import * as ts from 'typescript';
import { ROOT } from './files';

/** A program that stands in a text file. */
export interface Program {
  /** Where it starts, for messages: file and line, from 1. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config as unknown, ts.sys, ROOT,
  {
    noEmit: true,
    isolatedModules: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
    skipLibCheck: true,
    rootDir: ROOT,
    paths: { 'cdk8s-calico': [join(ROOT, 'src', 'index.ts')], 'cdk8s-calico/testing': [join(ROOT, 'src', 'testing', 'index.ts')] },
  });

/**
 * Type-checks programs together, each a file of its own in memory, with the package's name mapped to src/. Gives a line for each error:
 * the file and line that a reader can open, and the message.
 */
export function typeErrors(programs: readonly Program[]): string[] {
  const byPath = new Map(programs.map((program, index) => [join(ROOT, `sample-${index}.ts`), program]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => byPath.has(path) || fileExists(path);
  host.readFile = (path) => byPath.get(path)?.text ?? readFile(path);
  host.getSourceFile = (path, target, ...rest) => {
    const program = byPath.get(path);
    return program ? ts.createSourceFile(path, program.text, target) : getSourceFile(path, target, ...rest);
  };
  const checked = ts.createProgram([...byPath.keys()], options, host);
  return [...byPath].flatMap(([path, { file, line }]) => {
    const source = checked.getSourceFile(path)!;
    return [...checked.getSyntacticDiagnostics(source), ...checked.getSemanticDiagnostics(source)].map((diagnostic) => {
      const offset = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line;
      return `${file}:${line + offset} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
    });
  });
}
