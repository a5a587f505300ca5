/**
 * Prints `docs/reference`: one page a kind with every field, its type, default, allowed values and description, and an index.
 */
import { CrdSchema, schemaOf } from './crd';
import { allowedValues, bounds, readDescription } from './descriptions';
import { referenceOf } from './references';
import { Kind, Model, withoutText } from './structs';

const MARK = '<!-- Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again. -->\n\n';

/** Path to text of every file under `docs/reference`. */
export function printReference(models: Model[]): Map<string, string> {
  const kinds = models.flatMap((model) => model.kinds);
  return new Map([
    ['docs/reference/README.md', printIndex(models)],
    ...kinds.map((kind): [string, string] => [`docs/reference/${kind.file}.md`, printPage(kind)]),
  ]);
}

function printIndex(models: Model[]): string {
  const groups = models.map(({ kinds }) => [
    `## ${apiVersionOf(kinds[0])}`,
    '',
    '| Kind | Class | What it is |',
    '|---|---|---|',
    ...kinds.map((kind) => `| [${kind.crd.spec.names.kind}](${kind.file}.md) | \`${kind.className}\` | ${cell(kind.description)} |`),
  ].join('\n'));
  const head = '# Reference\n\nEvery field of every kind, as Calico v3.32.1 has them. The classes named here take the fields as they are.';
  return `${MARK}${[head, ...groups].join('\n\n')}\n`;
}

function printPage(kind: Kind): string {
  const { names, scope } = kind.crd.spec;
  const short = names.shortNames === undefined ? '' : `, for kubectl also ${names.shortNames.map((name) => `\`${name}\``).join(' and ')}`;
  const where = scope === 'Cluster' ? 'for the whole cluster' : 'in a namespace';
  const { spec, status } = schemaOf(kind.crd).properties!;
  const printer = new Sections();
  printer.add('spec', spec);
  if (status !== undefined) printer.add('status', status);
  const facts = `\`${apiVersionOf(kind)}\`, ${where}; \`${names.plural}\`${short}. Class: \`${kind.className}\`.`;
  return `${MARK}# ${names.kind}\n\n${kind.description}\n\n${facts}\n\n${printer.sections.join('\n\n')}\n`;
}

function apiVersionOf(kind: Kind): string {
  return `${kind.crd.spec.group}/${kind.crd.spec.versions[0].name}`;
}

/** A section for each object inside a kind; a structure that was printed is only named the next time. */
class Sections {
  public readonly sections: string[] = [];
  private readonly printed = new Map<string, string>();

  public add(path: string, schema: CrdSchema): void {
    const inner = schema.items ?? schema.additionalProperties;
    if (inner !== undefined) {
      this.add(`${path}${schema.items ? '[]' : '.*'}`, inner);
      return;
    }
    if (schema.properties === undefined || isKubernetes(schema)) return;
    const structure = JSON.stringify(withoutText(schema));
    const known = this.printed.get(structure);
    const title = `## \`${path}\``;
    if (known !== undefined) {
      this.sections.push(`${title}\n\nThe fields of \`${known}\`.`);
      return;
    }
    this.printed.set(structure, path);
    const rows = Object.entries(schema.properties).map(([name, part]) => printRow(name, part, schema.required?.includes(name) ?? false));
    const text = readDescription(schema).text;
    this.sections.push([
      title,
      ...(text === '' ? [] : ['', text]),
      '',
      '| Field | Type | Default | What it is |',
      '|---|---|---|---|',
      ...rows,
      ...(schema['x-kubernetes-validations'] === undefined ? [] : ['', ...rulesOf(schema)]),
    ].join('\n'));
    for (const [name, part] of Object.entries(schema.properties)) this.add(`${path}.${name}`, part);
  }
}

function printRow(name: string, schema: CrdSchema, required: boolean): string {
  const { text, defaultText } = readDescription(schema);
  const silent = (allowedValues(schema) ?? []).filter((value) => value !== '' && !text.includes(`\`${value}\``));
  const notes = [
    text,
    ...(silent.length > 0 ? [`Allowed: ${silent.map((value) => `\`${value}\``).join(', ')}.`] : []),
    ...(bounds(schema) === undefined ? [] : [`Range: ${bounds(schema)}.`]),
  ];
  return `| \`${name}\` | ${typeOf(schema)} | ${required ? '**required**' : cell(defaultText ?? '')} | ${cell(notes.join(' '))} |`;
}

function typeOf(schema: CrdSchema): string {
  const reference = referenceOf(schema);
  if (isKubernetes(schema)) return `${reference!.split('/')[1]} of Kubernetes`;
  if (schema['x-kubernetes-int-or-string']) return 'integer or string';
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  if (schema.additionalProperties !== undefined) return `map of ${typeOf(schema.additionalProperties)}`;
  return schema.type ?? 'any';
}

function isKubernetes(schema: CrdSchema): boolean {
  return referenceOf(schema)?.startsWith('kubernetes/') ?? false;
}

function rulesOf(schema: CrdSchema): string[] {
  const rules = schema['x-kubernetes-validations'] as { message: string }[];
  return ['Rules of the CRD, by the message that an API server gives:', '', ...rules.map(({ message }) => `- ${message.replace(/\.$/, '')}`)];
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|');
}
