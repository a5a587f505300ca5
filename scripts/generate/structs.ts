/**
 * Reads CRDs into what the L1 classes and the reference pages need: kinds, and the structures inside their specs. Structures are equal, and are
 * there once, when their fields are: names, types, descriptions. (Two containers that only differ in the names allowed have one type.)
 */
import { Crd, CrdSchema, schemaOf } from './crd';
import { readDescription } from './descriptions';
import { kebab, kindName, KUBERNETES_TYPES, propertyName, STRUCTURES } from './names';
import { referenceOf } from './references';

export interface Field {
  /** Name in the manifest. */
  readonly name: string;
  /** Name of the property. */
  readonly property: string;
  readonly required: boolean;
  readonly schema: CrdSchema;
  /** TypeScript type. */
  readonly type: string;
  /** The structure that the field holds, by itself, in a list or in a map. */
  readonly structure?: Structure;
}

export interface Structure {
  readonly name: string;
  readonly description: string;
  readonly fields: Field[];
  /** File without extension; undefined until it is known that more than one kind uses the structure. */
  file: string;
}

export interface Kind {
  readonly crd: Crd;
  /** Our name: `IpPool`. */
  readonly name: string;
  readonly className: string;
  /** File without extension. */
  readonly file: string;
  readonly description: string;
  readonly specRequired: boolean;
  readonly specDescription: string;
  readonly spec: Structure;
}

export interface Model {
  readonly kinds: Kind[];
  /** Every structure once, parts before what holds them. */
  readonly structures: Structure[];
}

/** Reads the kinds of some CRDs. */
export function readModel(crds: Crd[]): Model {
  const reader = new Reader();
  const kinds = crds.map((crd): Kind => {
    const { kind } = crd.spec.names;
    const name = kindName(kind);
    const root = schemaOf(crd);
    const spec = root.properties!.spec;
    const file = kebab(name);
    return {
      crd,
      name,
      className: `${name}Resource`,
      file,
      description: root.description ?? '',
      specRequired: root.required?.includes('spec') ?? false,
      specDescription: spec.description ?? '',
      spec: reader.read(spec, `${kind}.spec`, `${name}Spec`, file, spec.description ?? ''),
    };
  });
  return { kinds, structures: [...reader.structures.values()] };
}

/** Files for structures that several kinds use. */
const sharedFiles = new Set(Object.values(STRUCTURES).map(({ file }) => file));

class Reader {
  public readonly structures = new Map<string, Structure>();
  private readonly names = new Set<string>();

  /** Reads an object that has properties. `fallback` names it where STRUCTURES doesn't. */
  public read(schema: CrdSchema, path: string, fallback: string, kindFile: string, description: string): Structure {
    const { name = fallback, file = kindFile, description: ownDescription } = STRUCTURES[path] ?? {};
    const fields = Object.entries(schema.properties!).map(([field, part]) => this.field(field, part, schema, path, name, file));
    const key = JSON.stringify(fields.map((field) => [field.name, field.type, field.required, field.schema.description]));
    const known = this.structures.get(key);
    if (known !== undefined) {
      if (known.file !== kindFile && !sharedFiles.has(known.file)) {
        throw new Error(`${known.name} (${known.file}) is used by ${path} too: give it a file in names.ts`);
      }
      return known;
    }
    if (this.names.has(name)) throw new Error(`two structures would be called ${name}; the second one is ${path}`);
    this.names.add(name);
    const structure: Structure = { name, description: ownDescription ?? readDescription(schema, description).text, fields, file };
    this.structures.set(key, structure);
    return structure;
  }

  private field(name: string, schema: CrdSchema, parent: CrdSchema, path: string, parentName: string, kindFile: string): Field {
    const base = parentName.replace(/Spec$/, '');
    let structure: Structure | undefined;
    const typeOf = (part: CrdSchema, description: string): string => {
      const kubernetes = KUBERNETES_TYPES[referenceOf(part) ?? ''];
      if (kubernetes !== undefined) return `k8s.${kubernetes}`;
      if (part['x-kubernetes-int-or-string']) return 'number | string';
      if (part.properties !== undefined) {
        const fallback = `${base}${name[0].toUpperCase()}${propertyName(name).slice(1)}Spec`;
        structure = this.read(part, `${path}.${name}`, fallback, kindFile, description);
        return structure.name;
      }
      if (part.items !== undefined) {
        const item = typeOf(part.items, description);
        return item.includes(' ') ? `(${item})[]` : `${item}[]`;
      }
      if (part.additionalProperties !== undefined) return `{ [key: string]: ${typeOf(part.additionalProperties, description)} }`;
      switch (part.type) {
        case 'integer':
        case 'number':
          return 'number';
        case 'boolean':
        case 'string':
          return part.type;
        default:
          return 'any';
      }
    };
    const type = typeOf(schema, schema.description ?? '');
    return { name, property: propertyName(name), required: parent.required?.includes(name) ?? false, schema, type, structure };
  }
}

/** A copy without descriptions: what makes two structures equal. */
export function withoutText(schema: CrdSchema): CrdSchema {
  const copy: CrdSchema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'description') continue;
    if (keyword === 'properties') {
      copy.properties = Object.fromEntries(Object.entries(value as Record<string, CrdSchema>).map(([name, part]) => [name, withoutText(part)]));
    } else if (keyword === 'items' || keyword === 'additionalProperties') {
      copy[keyword] = withoutText(value as CrdSchema);
    } else {
      copy[keyword] = value;
    }
  }
  return copy;
}
