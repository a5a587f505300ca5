import { Code, group, imported, Module, sequence } from './code';
import { literal, objectLiteral } from './literal';
import { isObject, JsonObject } from '../core/manifests';

/**
 * A piece of TypeScript, and the value that it has when it runs. Both are made together, so that what a program will render needn't be
 * guessed: it is rendered.
 */
export interface Snippet {
  readonly code: Code;
  readonly value: any;
}

/** Says a part of a manifest in TypeScript; undefined where it can't. What it says of a part may render as another text of the same meaning. */
export type Writer = (json: unknown) => Snippet | undefined;

/** Fields of a manifest, each with the property that stands for it. */
export type Fields = Readonly<Record<string, readonly [property: string, write: Writer]>>;

/** JSON as it is. */
export function plain(json: unknown): Snippet {
  return { code: literal(json), value: json };
}

/** Text as it is. */
export const text: Writer = (json) => typeof json === 'string' ? plain(json) : undefined;

/** An object of properties; undefined where it has a field that isn't listed, or lacks one that is required. */
export function struct(fields: Fields, required?: readonly string[]): Writer {
  return (json) => {
    const properties = isObject(json) ? propertiesOf(json, fields, required) : undefined;
    return properties && objectOf(properties);
  };
}

/** What properties stand for the fields of an object, in the order of the table; undefined where that can't be said. */
export function propertiesOf(json: JsonObject, fields: Fields, required: readonly string[] = []): Map<string, Snippet> | undefined {
  if (Object.keys(json).some((name) => !Object.hasOwn(fields, name)) || required.some((name) => !Object.hasOwn(json, name))) {
    return undefined;
  }
  const properties = new Map<string, Snippet>();
  for (const [name, [property, write]] of Object.entries(fields)) {
    const snippet = Object.hasOwn(json, name) ? write(json[name]) : undefined;
    if (snippet !== undefined) {
      properties.set(property, snippet);
    } else if (Object.hasOwn(json, name)) {
      return undefined;
    }
  }
  return properties;
}

/** @param tall puts each property on a line of its own */
export function objectOf(properties: ReadonlyMap<string, Snippet>, tall = false): Snippet {
  return {
    code: objectLiteral([...properties].map(([property, { code }]) => [property, code]), tall),
    value: Object.fromEntries([...properties].map(([property, { value }]) => [property, value])),
  };
}

export function listOf(write: Writer): Writer {
  return (json) => {
    const items = itemsOf(json, write);
    return items && { code: group('[', items.map(({ code }) => code)), value: items.map(({ value }) => value) };
  };
}

/** Each item of a list; undefined where it is none, or one of them can't be said. */
export function itemsOf(json: unknown, write: Writer): Snippet[] | undefined {
  if (!Array.isArray(json)) {
    return undefined;
  }
  const items: Snippet[] = [];
  for (const part of json) {
    const item = write(part);
    if (item === undefined) {
      return undefined;
    }
    items.push(item);
  }
  return items;
}

/** A member of an enum, by its value. */
export function memberOf(name: string, members: Readonly<Record<string, unknown>>): Writer {
  return (json) => {
    const key = Object.keys(members).find((candidate) => members[candidate] === json);
    return key === undefined ? undefined : { code: sequence(imported(name), `.${key}`), value: json };
  };
}

/** A constant of a value class, by what the manifest has for it. */
export function constantOf(type: ValueClass, json: unknown): Snippet | undefined {
  const key = Object.keys(type).find((candidate) => {
    const constant = type[candidate] as unknown;
    return constant instanceof (type as unknown as new () => unknown) && String(constant) === json;
  });
  return key === undefined ? undefined : { code: sequence(imported(type.name), `.${key}`), value: type[key] };
}

/** A class, as far as snippets need one. */
export interface ValueClass {
  readonly name: string;
  readonly [member: string]: any;
}

/** What a factory of a class gives; undefined where it throws. */
export function make(type: ValueClass, factory: string, args: readonly Snippet[], module: Module = 'cdk8s-calico'): Snippet | undefined {
  return called(sequence(imported(type.name, module), `.${factory}`), args, (...values) => type[factory](...values));
}

/** What a method of a snippet's value gives; undefined where it throws. */
export function then(subject: Snippet, method: string, args: readonly Snippet[] = []): Snippet | undefined {
  return called(sequence(subject.code, `.${method}`), args, (...values) => subject.value[method](...values));
}

function called(callee: Code, args: readonly Snippet[], call: (...values: unknown[]) => unknown): Snippet | undefined {
  try {
    return { value: call(...args.map(({ value }) => value)), code: sequence(callee, group('(', args.map(({ code }) => code))) };
  } catch {
    // The value class refuses: what it would be made of isn't what it stands for.
    return undefined;
  }
}
