/**
 * Prints the L1 classes: one file a kind, files for structures that kinds share, and the index.
 */
import { readDescription } from './descriptions';
import { Field, Kind, Model, Structure } from './structs';

export const MARK = '// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.\n';

/** Path to text of every file under `src/resources` that is generated. */
export function printResources(models: Model[]): Map<string, string> {
  const files = new Map<string, string>();
  const names: string[] = [];
  for (const model of models) {
    const shared = new Set(model.structures.map(({ file }) => file));
    for (const kind of model.kinds) {
      shared.delete(kind.file);
      files.set(`src/resources/${kind.file}.ts`, printKind(kind, model));
      names.push(kind.file);
    }
    for (const file of shared) {
      files.set(`src/resources/${file}.ts`, printStructures(file, model));
      names.push(file);
    }
  }
  files.set('src/resources/index.ts', MARK + names.sort().map((name) => `export * from './${name}';\n`).join(''));
  return files;
}

function printKind(kind: Kind, model: Model): string {
  const { group, names, versions } = kind.crd.spec;
  const structures = structuresOf(kind.file, model);
  const renames = renamesOf(kind.spec);
  const kubernetes = holdsKubernetes(kind.spec);
  const clusterScoped = kind.crd.spec.scope === 'Cluster';
  const imports = [
    'import { ApiObject, ApiObjectMetadata, GroupVersionKind } from \'cdk8s\';',
    ...kubernetesImport(structures),
    'import { Construct } from \'constructs\';',
    ...[
      ...importsOf(kind.file, [...structures.flatMap(({ fields }) => fields.map(({ structure }) => structure)), kind.spec]),
      ...(clusterScoped ? ['import { dropChartNamespace } from \'./cluster-scope\';'] : []),
      ...(kubernetes ? ['import { plainValues } from \'./plain-values\';'] : []),
      ...(renames === undefined ? [] : ['import { renameFields } from \'./rename-fields\';']),
    ].sort((one, other) => pathOf(one) < pathOf(other) ? -1 : 1),
  ];
  const props = `${kind.className}Props`;
  const optional = kind.specRequired ? '' : ' = {}';
  const value = kubernetes ? 'plainValues(props.spec)' : 'props.spec';
  const written = renames === undefined ? value : `renameFields(${value}, FIELDS)`;
  const merged = written === 'props.spec' ? '...props' : `...props, spec: ${written}`;
  return [
    MARK + imports.join('\n'),
    ...structures.map(printStructure),
    ...(renames === undefined ? [] : [`/** Fields whose properties have another name. */\nconst FIELDS = ${renames};`]),
    [
      doc(`Properties of \`${kind.className}\`.`),
      `export interface ${props} {`,
      doc(
        clusterScoped ? 'Name, labels and annotations.' : 'Name, namespace, labels and annotations.',
        '- a name made of the construct\'s path',
        '  ',
      ),
      '  readonly metadata?: ApiObjectMetadata;',
      doc(kind.specDescription, kind.specRequired ? undefined : '- everything at its default', '  '),
      `  readonly spec${kind.specRequired ? '' : '?'}: ${kind.spec.name};`,
      '}',
    ].join('\n'),
    [
      doc(`${kind.description}\n\nThe manifest's fields as they are, without checks; \`${kind.name}\` is more comfortable where it exists.`),
      `export class ${kind.className} extends ApiObject {`,
      '  /** API version and kind. */',
      `  public static readonly GVK: GroupVersionKind = { apiVersion: '${group}/${versions[0].name}', kind: '${names.kind}' };`,
      '',
      `  constructor(scope: Construct, id: string, props: ${props}${optional}) {`,
      `    super(scope, id, { ...${kind.className}.GVK, ${merged} });`,
      ...(clusterScoped ? ['    dropChartNamespace(this, props.metadata);'] : []),
      '  }',
      '}',
    ].join('\n'),
  ].join('\n\n') + '\n';
}

/** The module of an import statement. */
function pathOf(statement: string): string {
  return statement.slice(statement.indexOf(' from '));
}

/** What holds comes before its parts. */
function structuresOf(file: string, model: Model): Structure[] {
  return model.structures.filter((structure) => structure.file === file).reverse();
}

function printStructures(file: string, model: Model): string {
  const structures = structuresOf(file, model);
  const imports = [...kubernetesImport(structures), ...importsOf(file, structures.flatMap(({ fields }) => fields.map(({ structure }) => structure)))];
  const head = imports.length === 0 ? MARK.trimEnd() : MARK + imports.join('\n');
  return [head, ...structures.map(printStructure)].join('\n\n') + '\n';
}

function printStructure(structure: Structure): string {
  return [
    doc(structure.description),
    `export interface ${structure.name} {`,
    ...structure.fields.flatMap((field) => [
      docOf(field),
      `  readonly ${field.property}${field.required ? '' : '?'}: ${field.type};`,
    ]),
    '}',
  ].join('\n');
}

function docOf(field: Field): string {
  const { text, defaultText } = readDescription(field.schema);
  return doc(text, field.required ? undefined : defaultTag(defaultText), '  ');
}

/** jsii shows a default as code unless it begins with a dash. */
function defaultTag(text: string | undefined): string {
  if (text === undefined) return '- not set';
  if (/^(true|false|-?\d+)$/.test(text)) return text;
  const word = /^`([^`]+)`$/.exec(text);
  return word ? `"${word[1]}"` : `- ${text}`;
}

/** A doc comment, wrapped. */
export function doc(text: string, defaultText?: string, indent = ''): string {
  const lines = text.split('\n').flatMap((line) => wrap(line.replace(/\*\//g, '* /'), 140 - indent.length));
  if (defaultText !== undefined) lines.push('', ...wrap(`@default ${defaultText}`, 140 - indent.length));
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== '' && last.length + 1 + word.length > width) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
  }
  return lines;
}

/** True where a structure, or one inside it, has a field of a type of Kubernetes. */
function holdsKubernetes(structure: Structure): boolean {
  return structure.fields.some(({ type, structure: part }) => type.includes('k8s.') || (part !== undefined && holdsKubernetes(part)));
}

function kubernetesImport(structures: Structure[]): string[] {
  const used = structures.some(({ fields }) => fields.some(({ type }) => type.includes('k8s.')));
  return used ? ['import { k8s } from \'cdk8s-plus-27\';'] : [];
}

function importsOf(file: string, used: (Structure | undefined)[]): string[] {
  const byFile = new Map<string, Set<string>>();
  for (const structure of used) {
    if (structure === undefined || structure.file === file) continue;
    byFile.set(structure.file, (byFile.get(structure.file) ?? new Set()).add(structure.name));
  }
  return [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, names]) => `import { ${[...names].sort().join(', ')} } from './${from}';`);
}

/** The names that differ between properties and manifest inside a structure, printed; undefined where none does. */
function renamesOf(structure: Structure): string | undefined {
  const own = structure.fields
    .filter(({ name, property }) => name !== property)
    .map(({ name, property }) => `${property}: '${name}'`);
  const inside = structure.fields.flatMap(({ name, structure: part }) => {
    const names = part === undefined ? undefined : renamesOf(part);
    return names === undefined ? [] : [`${name}: ${names}`];
  });
  const members = [
    ...(own.length > 0 ? [`names: { ${own.join(', ')} }`] : []),
    ...(inside.length > 0 ? [`inside: { ${inside.join(', ')} }`] : []),
  ];
  return members.length > 0 ? `{ ${members.join(', ')} }` : undefined;
}
