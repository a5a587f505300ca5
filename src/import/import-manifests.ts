import { Code, group, imported, local, Module, sequence } from './code';
import { constructIds } from './construct-ids';
import { errorsById } from './findings-by-object';
import { quote } from './literal';
import { CodePrinter } from './print-code';
import { isNamed, References } from './references';
import { withTidySelectors } from './tidy-selectors';
import { ObjectWriter, WrittenObject } from './write-object';
import { abbreviateForDisplay, Finding } from '../core/findings';
import { Manifest } from '../core/manifests';

/** How to write a program. */
export interface ImportOptions {
  /** Leave texts and defaults as the constructs write them: other text, the same meaning. @default false */
  readonly tidy?: boolean;
}

/** A program, and what it holds. */
export interface ImportedProgram {
  readonly text: string;
  /** How many objects are constructs of L2. */
  readonly constructs: number;
  /** How many objects are refused by checks. */
  readonly refused: number;
}

interface Statement extends WrittenObject {
  readonly id: string;
  readonly variable?: string;
}

/** Findings of one object that are named; nobody reads more of them in a comment. */
const MOST_COMMENTS = 3;
const COMMENT_LENGTH = 200;
const INDENT = 4;

const PATCHES = [
  'Where a construct writes a value in another way than the input, patches put back what the input has. A JsonPatch.test',
  'before such a patch stops the synth once the construct writes something else: then change or remove the two.',
];

/**
 * A TypeScript program that makes the manifests, in a chart of their own. What it synthesises is equal to them, but for the order of objects and of
 * keys; with `tidy` it means the same. Grows with the manifests.
 *
 * @throws CannotImport where an object can't be said in a program
 */
export function importManifests(given: readonly Manifest[], { tidy = false }: ImportOptions = {}): ImportedProgram {
  const manifests = tidy ? given.map(withTidySelectors) : given;
  const ids = constructIds(manifests);
  const errors = errorsById(manifests, ids);
  const references = new References();
  const writer = new ObjectWriter(references, tidy);
  const write = (index: number): Statement => ({ id: ids[index], ...writer.write(manifests[index], ids[index]) });
  const indices = manifests.map((_, index) => index);
  const named = indices.filter((index) => isNamed(manifests[index].kind)).map((index): Statement => {
    const { kind, name } = manifests[index];
    const statement = write(index);
    return statement.isConstruct && isNamed(kind) ? { ...statement, variable: references.declare(kind, name) } : statement;
  });
  const others = indices.filter((index) => !isNamed(manifests[index].kind)).map(write);

  const printer = new CodePrinter();
  const print = (statement: Statement) => printStatement(statement, printer, errors.get(statement.id) ?? []);
  // The others first: they say which variables are needed.
  const printedOthers = others.map(print);
  const body = [...named.map(print), ...printedOthers].join('\n');
  const all = [...named, ...others];
  const text = printProgram(body, printer, all);
  return { text, constructs: all.filter(({ isConstruct }) => isConstruct).length, refused: errors.size };
}

function printStatement({ creation, patches, variable }: Statement, printer: CodePrinter, errors: readonly Finding[]): string {
  const margin = ' '.repeat(INDENT);
  const comments = errors.slice(0, MOST_COMMENTS).map(commentOn);
  if (errors.length > MOST_COMMENTS) {
    comments.push(`and ${errors.length - MOST_COMMENTS} more errors`);
  }
  const patching = sequence('.addJsonPatch', group('(', patches, true));
  const isNeeded = variable !== undefined && printer.locals.has(variable);
  const statements: Code[] = isNeeded
    ? [sequence('const ', local(variable), ' = ', creation), ...patches.length > 0 ? [sequence(local(variable), patching)] : []]
    : [patches.length > 0 ? sequence(creation, patching) : creation];
  return [
    ...comments.map((comment) => `${margin}// ${comment}\n`),
    ...statements.map((statement) => `${margin}${printer.print(statement, INDENT)};\n`),
  ].join('');
}

/** What comes from the input may hold line ends of all sorts: none of them ends the comment. */
function commentOn({ id, field, what }: Finding): string {
  return abbreviateForDisplay(`error ${id}${field === undefined ? '' : ` at ${field}`}: ${what}`, COMMENT_LENGTH);
}

function printProgram(body: string, printer: CodePrinter, statements: readonly Statement[]): string {
  const construct = printer.print(imported('Construct', 'constructs'));
  const chart = printer.print(imported('Chart', 'cdk8s'));
  const app = printer.print(imported('App', 'cdk8s'));
  // Constructs of L2 arm the checks of their app by themselves.
  const enable = statements.some(({ isConstruct }) => isConstruct) ? [] : [`${printer.print(imported('Checks'))}.enable(app);`];
  return [
    ...printImports(printer.imports),
    '',
    ...statements.some(({ patches }) => patches.length > 0) ? PATCHES.map((line) => `// ${line}`) : [],
    `export class CalicoChart extends ${chart} {`,
    `  constructor(scope: ${construct}, id: string) {`,
    '    super(scope, id, { disableResourceNameHashes: true });',
    '',
    `${body}  }`,
    '}',
    '',
    `const app = new ${app}();`,
    ...enable,
    'new CalicoChart(app, \'calico\');',
    'app.synth();',
    '',
  ].join('\n');
}

function printImports(imports: ReadonlyMap<Module, ReadonlySet<string>>): string[] {
  const printer = new CodePrinter();
  return [...imports].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => printer.print(sequence('import ', group('{', [...names].sort()), ` from ${quote(module)};`)));
}
